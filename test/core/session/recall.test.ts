import { describe, expect, it } from 'vitest';
import type { RoleId } from '../../../core/roles.ts';
import { recallQuestion } from '../../../core/session/recall.ts';
import { type Play, personOf, sessionOf, startPlay } from '../support/play.ts';
import { lastRound, leave, notArrived, participant, patientRound, say } from '../support/surgery.ts';

/** A patient round in which each of these people, called as their roles, was met, but for those `away`. */
const met = (roles: readonly RoleId[], { away = [] as readonly string[], nth = 0 } = {}): Play => {
  const play = startPlay();
  // Other ids, as another day has.
  for (let id = 0; id < nth; id += 1) play.newId();
  play.tap({
    ...{ type: 'open-session', kind: 'surgery', scheduled: null, urgency: 'elective', interpreter: 'none' },
    team: roles.map((role, at) => ({ person: `${role}-${at}`, role })),
  });
  patientRound(play, { oneByOne: false });
  for (const { person } of sessionOf(play).participants)
    say(play, person, away.includes(person) ? notArrived : undefined);
  return play;
};

const question = (play: Play) => {
  const found = recallQuestion(sessionOf(play), lastRound(play));
  if (found === null) return null;
  const name = (id: string) => personOf(sessionOf(play), id);
  return { asked: name(found.asked), faces: found.faces.map(name) };
};

const theatre = ['surgeon', 'anesthesiologist', 'circulating-nurse', 'scrub-technician'] as const;

describe('The little check', () => {
  it('asks about who keeps the patient asleep, else the surgeon, else the nurse', () => {
    expect(question(met(theatre))?.asked).toBe('anesthesiologist-1');
    expect(question(met(['circulating-nurse', 'surgeon', 'perfusionist']))?.asked).toBe('surgeon-1');
    expect(question(met(['chaplain', 'bedside-nurse', 'pharmacist']))?.asked).toBe('bedside-nurse-1');
  });

  it('asks about nobody whose role somebody else has too', () => {
    const two = met(['anesthesiologist', 'anesthesiologist', 'surgeon', 'circulating-nurse', 'chaplain']);
    expect(question(two)?.asked).toBe('surgeon-2');
  });

  it('shows no face that would be a right answer too', () => {
    const play = met([...theatre, 'nurse-anesthetist']);
    expect(question(play)?.faces).not.toContain('nurse-anesthetist-4');
    expect(question(met(['anesthesiologist', 'nurse-anesthetist', 'interpreter']))).toBeNull();
  });

  it('is not offered with fewer than three faces, nor where nobody has a role that a patient knows', () => {
    expect(question(met(['surgeon', 'anesthesiologist']))).toBeNull();
    expect(question(met(['surgeon', 'anesthesiologist', 'chaplain']))).not.toBeNull();
    expect(question(met(['chaplain', 'interpreter', 'pharmacist']))).toBeNull();
  });

  it('shows only whom the patient met and who is still here', () => {
    const play = met([...theatre, 'perfusionist'], { away: ['anesthesiologist-1'] });
    expect(question(play)?.asked).toBe('surgeon-0');
    leave(play, 'surgeon-0');
    expect(question(play)).toEqual({
      asked: 'circulating-nurse-2',
      faces: expect.arrayContaining(['circulating-nurse-2', 'scrub-technician-3', 'perfusionist-4']),
    });
  });

  it('counts whom the patient knows from earlier in the stay', () => {
    const play = startPlay();
    play.tap({
      ...{ type: 'open-session', kind: 'surgery', scheduled: null, urgency: 'elective', interpreter: 'none' },
      team: theatre.map((role) => ({ person: role, role })),
    });
    play.recognise(participant(play, 'anesthesiologist'));
    patientRound(play);
    for (const person of ['surgeon', 'circulating-nurse', 'scrub-technician']) say(play, person);
    expect(question(play)?.asked).toBe('anesthesiologist');
  });

  it('shows at most four faces, the right one among them, in the same order everywhere and not always at one place', () => {
    const crowd = [...theatre, 'perfusionist', 'chaplain', 'interpreter', 'pharmacist'] as const;
    const places = Array.from({ length: 12 }, (_, nth) => {
      const play = met(crowd, { nth });
      const { asked = '', faces = [] } = question(play) ?? {};
      expect(faces).toHaveLength(4);
      expect(new Set(faces).size).toBe(4);
      expect(question(play)?.faces).toEqual(faces);
      play.tap({ type: 'end-round', round: lastRound(play).id, outcome: 'completed' });
      return faces.indexOf(asked);
    });
    expect(places).not.toContain(-1);
    expect(new Set(places).size).toBeGreaterThan(2);
  });

  it('is not offered once it was answered, nor in the time-out', () => {
    const play = met(theatre);
    const found = recallQuestion(sessionOf(play), lastRound(play));
    play.tap({
      ...{ type: 'answer-recall', round: lastRound(play).id },
      ...{ asked: found?.asked ?? '', touched: found?.faces[0] ?? '' },
    });
    expect(question(play)).toBeNull();
    play.tap({ type: 'end-round', round: lastRound(play).id, outcome: 'completed' });
    play.tap({ type: 'open-round', kind: 'team' });
    expect(question(play)).toBeNull();
  });

  it('waits while anybody has not said hello', () => {
    const play = startPlay();
    play.tap({
      ...{ type: 'open-session', kind: 'surgery', scheduled: null, urgency: 'elective', interpreter: 'none' },
      team: theatre.map((role) => ({ person: role, role })),
    });
    patientRound(play, { oneByOne: false });
    for (const person of ['surgeon', 'anesthesiologist', 'circulating-nurse']) say(play, person);
    expect(question(play)).toBeNull();
    say(play, 'scrub-technician');
    expect(question(play)).not.toBeNull();
  });
});
