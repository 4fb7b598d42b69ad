import { describe, expect, it } from 'vitest';
import type { CommandInput, Verdict } from '../../../../core/session/commands.ts';
import { command } from '../../../../core/session/commands.ts';
import { decide } from '../../../../core/session/decide.ts';
import { evolve } from '../../../../core/session/evolve.ts';
import type { Session } from '../../../../core/session/state.ts';
import type { PersonCard } from '../../../../core/view.ts';
import { stepIn } from '../../../../renderer/screens/board/last-step.tsx';
import { hasMet, membersOf } from '../../../../renderer/screens/board/members.ts';
import { nextSteps } from '../../../../renderer/screens/board/next-steps.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const session = id(1);
const patientRound = id(2);
const teamRound = id(3);

/** The session after these commands, decided by the real rules. Participants get the ids 101, 102, … */
const sessionAfter = (...inputs: CommandInput[]): Session => {
  let participants = 100;
  let state: Session | null = null;
  const opening: CommandInput = {
    ...{ type: 'open-session', id: session, kind: 'surgery', scheduled: null, urgency: 'elective' },
    interpreter: 'none',
    team: [
      { person: 'kofi', role: 'surgeon' },
      { person: 'amara', role: 'anesthesiologist' },
    ],
  };
  for (const input of [opening, ...inputs]) {
    const decision = decide(state, command.parse(input), {
      place: 'or-3',
      unit: 'theatre',
      participantId: () => id(++participants),
    });
    if (!decision.ok) throw new Error(decision.problem.code);
    for (const event of decision.value)
      state = evolve(state, {
        ...event,
        eventId: input.id,
        stamp: { at: '2026-01-05T08:30:00Z', boot: 'b', mono: 0, seq: 0 },
      });
  }
  if (state === null) throw new Error('No session was opened');
  return state;
};

const kofi = id(101);
const amara = id(102);
const introduced: Verdict = { status: 'introduced', method: 'self', reason: null };
const toPatient: CommandInput[] = [
  { type: 'open-round', id: patientRound, session, kind: 'patient' },
  { type: 'start-round', id: id(10), session, round: patientRound, language: 'en', oneByOne: true },
];
const kofiMet: CommandInput = {
  ...{ type: 'record', id: id(11), session, round: patientRound, participant: kofi, verdict: introduced },
};
const endPatient = (outcome: 'postponed' | 'stopped'): CommandInput => ({
  ...{ type: 'end-round', id: id(12), session, round: patientRound, outcome },
});
const card = (person: string): PersonCard => ({
  ...{ id: person, first: person, rest: '', sayIt: null, pronouns: null, gender: 'neutral' },
  ...{ credentials: null, role: 'surgeon', languages: [], line: null },
  ...{ photo: null, maskedPhoto: null, nameSound: null, visitor: false },
});
const people = { kofi: card('kofi'), amara: card('amara') };

describe('the board', () => {
  it('says who the patient has met, and who not', () => {
    const now = sessionAfter(...toPatient, kofiMet);
    expect([hasMet(now, kofi), hasMet(now, amara)]).toEqual([true, false]);
  });

  it('does not take a word among the team for one with the patient', () => {
    const now = sessionAfter(
      { type: 'open-round', id: teamRound, session, kind: 'team' },
      { type: 'record', id: id(13), session, round: teamRound, participant: kofi, verdict: introduced },
    );
    expect(hasMet(now, kofi)).toBe(false);
  });

  it('keeps those who have left, after those who are here', () => {
    const now = sessionAfter({ type: 'leave', id: id(14), session, participant: kofi });
    expect(membersOf(now, people).map((one) => one.person.id)).toEqual(['amara', 'kofi']);
  });

  it('shows somebody who came back in another role once', () => {
    const now = sessionAfter(
      { type: 'leave', id: id(14), session, participant: kofi },
      { type: 'join', id: id(15), session, person: 'kofi', role: 'surgical-assistant' },
    );
    expect(membersOf(now, people).map((one) => one.participant.left)).toEqual([null, null]);
  });

  it('offers the patient first, then the time-out, and comes back gently after “not now”', () => {
    expect(nextSteps(sessionAfter())).toEqual({ due: 'patient', patient: 'due', team: 'due' });
    expect(nextSteps(sessionAfter(...toPatient, endPatient('postponed'))).patient).toBe('postponed');
    expect(nextSteps(sessionAfter(...toPatient, kofiMet, endPatient('stopped')))).toEqual({
      due: 'team',
      patient: 'held',
      team: 'due',
    });
  });
});

describe('the undo bar', () => {
  it('says what was recorded, and about whom', () => {
    expect(stepIn(sessionAfter(...toPatient, kofiMet), id(11))).toEqual({
      participant: kofi,
      what: 'introduced',
    });
    expect(stepIn(sessionAfter({ type: 'leave', id: id(14), session, participant: kofi }), id(14))).toEqual({
      participant: kofi,
      what: 'left',
    });
    expect(stepIn(sessionAfter(...toPatient, endPatient('stopped')), id(12))).toEqual({
      participant: null,
      what: 'ended',
    });
  });

  it('does not offer back the end of a round while another runs', () => {
    const next = { type: 'open-round', id: id(15), session, kind: 'team', language: 'en' } as const;
    const now = sessionAfter(...toPatient, kofiMet, endPatient('stopped'), next);
    expect(stepIn(now, id(12))).toBeNull();
  });

  it('has nothing to offer once the step was taken back, wherever that was done', () => {
    const now = sessionAfter(...toPatient, kofiMet, { type: 'undo', id: id(16), session, of: id(11) });
    expect(stepIn(now, id(11))).toBeNull();
  });
});
