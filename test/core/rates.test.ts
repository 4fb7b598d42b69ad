import { describe, expect, it } from 'vitest';
import { type Rates, ratesOf, reportable } from '../../core/rates.ts';
import { type Play, sessionOf } from './support/play.ts';
import * as or from './support/surgery.ts';

const rates = (play: Play, scheduled: string[] = []): Rates => ratesOf([sessionOf(play)], scheduled);
const none = { excluded: {}, missing: 0 };

describe('Team completeness', () => {
  const timeOut = (how: (play: Play) => void): Rates => {
    const play = or.surgery();
    or.openRound(play, 'team');
    how(play);
    return rates(play);
  };
  const required = ['kofi', 'amara', 'linh'];

  it('counts a time-out in which every required person was introduced; students are not required', () => {
    const { teamCompleteness } = timeOut((play) => {
      for (const person of required) or.say(play, person);
      or.end(play, 'stopped');
    });
    expect(teamCompleteness).toEqual({ numerator: 1, denominator: 1, ...none });
  });

  it('asks nothing of whoever was absent or had left', () => {
    const { teamCompleteness } = timeOut((play) => {
      or.say(play, 'kofi');
      or.say(play, 'amara', or.notArrived);
      or.leave(play, 'linh');
      or.end(play, 'stopped');
    });
    expect(teamCompleteness.numerator).toBe(1);
  });

  it('does not count one in which somebody present was skipped', () => {
    const { teamCompleteness } = timeOut((play) => {
      for (const person of ['kofi', 'amara']) or.say(play, person);
      or.say(play, 'linh', or.noTime);
      or.end(play, 'stopped');
    });
    expect(teamCompleteness).toEqual({ numerator: 0, denominator: 1, ...none });
  });

  it('says so when somebody present has no status, even if they leave afterwards', () => {
    const { teamCompleteness } = timeOut((play) => {
      for (const person of ['kofi', 'amara']) or.say(play, person);
      or.end(play, 'stopped');
      or.leave(play, 'linh');
    });
    expect(teamCompleteness).toEqual({ numerator: 0, denominator: 1, excluded: {}, missing: 1 });
  });

  it('has rounds with somebody already known on a line of their own', () => {
    const { teamCompleteness, teamAlreadyKnown } = timeOut((play) => {
      for (const person of ['kofi', 'amara']) or.say(play, person);
      or.say(play, 'linh', { status: 'already-known', method: 'self', reason: null });
      or.end(play, 'stopped');
    });
    expect(teamCompleteness).toEqual({ numerator: 0, denominator: 1, ...none });
    expect(teamAlreadyKnown).toEqual({ numerator: 1, denominator: 1, ...none });
  });

  it('leaves out a round that still runs, and one with nobody required', () => {
    expect(timeOut(() => {}).teamCompleteness.excluded).toEqual({ 'still-open': 1 });
    const { teamCompleteness } = timeOut((play) => {
      for (const person of required) or.leave(play, person);
      or.end(play, 'stopped');
    });
    expect(teamCompleteness.excluded).toEqual({ 'nobody-required': 1 });
  });
});

describe('The patient introduction rate', () => {
  const patientRound = (how: (play: Play) => void): Play => {
    const play = or.surgery();
    or.patientRound(play);
    how(play);
    return play;
  };

  it('asks nothing of whom the patient met earlier in the stay; who says hello again all the same is counted', () => {
    const play = or.surgery();
    play.recognise(...or.who(play, 'kofi', 'amara'));
    or.patientRound(play);
    for (const person of ['linh', 'tom']) or.say(play, person);
    play.tap({ type: 'show-card', round: or.lastRound(play).id, participant: or.participant(play, 'amara') });
    or.say(play, 'amara');
    or.end(play, 'completed', true);
    expect(rates(play).patientIntroduction).toEqual({
      ...{ numerator: 3, denominator: 3, missing: 0 },
      excluded: { 'met-before': 1 },
    });
  });

  it('asks nothing of whoever came in by mistake', () => {
    const play = or.surgery();
    or.patientRound(play);
    or.undo(play, or.join(play, 'ines'));
    for (const person of ['kofi', 'amara', 'linh', 'tom']) or.say(play, person);
    or.end(play, 'completed', true);
    expect(rates(play).patientIntroduction).toMatchObject({
      ...{ numerator: 4, denominator: 4, excluded: { left: 1 } },
    });
  });

  it('is those introduced, of those expected and present', () => {
    const play = patientRound((round) => {
      or.say(round, 'kofi');
      or.say(round, 'amara', or.noTime);
      or.say(round, 'linh', or.notArrived);
      or.end(round, 'stopped');
    });
    expect(rates(play).patientIntroduction).toEqual({
      numerator: 1,
      denominator: 3,
      excluded: { absent: 1 },
      missing: 1,
    });
  });

  it.each([
    ['declined', { declined: 3 }],
    ['unable', { unable: 3 }],
    ['postponed', { postponed: 3 }],
    ['shown', { shown: 3 }],
  ] as const)('does not count a patient who wanted or could do no more (%s)', (outcome, excluded) => {
    const play = patientRound((round) => {
      or.say(round, 'kofi');
      or.end(round, outcome);
    });
    expect(rates(play).patientIntroduction).toEqual({ numerator: 1, denominator: 1, excluded, missing: 0 });
  });

  it('takes the latest round that gave a status', () => {
    const play = patientRound((round) => {
      or.say(round, 'kofi', or.noTime);
      or.end(round, 'stopped');
      or.patientRound(round);
      or.say(round, 'kofi');
      or.end(round, 'stopped');
    });
    expect(rates(play).patientIntroduction).toMatchObject({ numerator: 1, denominator: 4, missing: 3 });
  });

  it('keeps who was introduced when the patient declines a second round', () => {
    const play = patientRound((round) => {
      or.say(round, 'kofi');
      or.end(round, 'stopped');
      or.openRound(round, 'patient');
      or.end(round, 'declined');
    });
    expect(rates(play).patientIntroduction).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('leaves out who had left, who joined later, and who is still waiting', () => {
    const play = patientRound((round) => {
      for (const person of ['kofi', 'amara', 'linh']) or.say(round, person);
      or.leave(round, 'tom');
    });
    expect(rates(play).patientIntroduction.excluded).toEqual({ 'still-open': 1 });
    or.end(play, 'completed', true);
    or.join(play, 'ines');
    or.say(play, 'ines');
    expect(rates(play).patientIntroduction).toEqual({
      numerator: 3,
      denominator: 3,
      excluded: { left: 1, 'joined-later': 1 },
      missing: 0,
    });
  });

  it('misses who was left out, even if they leave afterwards', () => {
    const play = patientRound((round) => {
      or.say(round, 'kofi');
      or.end(round, 'stopped');
      for (const person of ['amara', 'linh']) or.leave(round, person);
    });
    expect(rates(play).patientIntroduction).toMatchObject({ denominator: 4, missing: 3 });
  });

  it('leaves out a session without a patient round', () => {
    expect(rates(or.surgery()).patientIntroduction.excluded).toEqual({ 'in-no-round': 4 });
  });
});

describe('Coverage', () => {
  it('is the scheduled sessions that were held: one that never happened is visibly missing', () => {
    const held = or.surgery();
    or.openRound(held, 'team');
    or.end(held, 'stopped');
    const sessions = [sessionOf(held), { ...sessionOf(or.surgery()), scheduled: null }];
    expect(ratesOf(sessions, ['or-3-0830', 'or-3-1115']).coverage).toEqual({
      numerator: 1,
      denominator: 2,
      excluded: { unscheduled: 1 },
      missing: 1,
    });
  });

  it('does not count a session that was opened without any round as held', () => {
    const { coverage } = rates(or.surgery(), ['or-3-0830']);
    expect(coverage).toEqual({ numerator: 0, denominator: 1, ...none });
  });
});

describe('The other rates', () => {
  const finished = (before: boolean | null): Play => {
    const play = or.surgery();
    or.patientRound(play);
    play.wait(10);
    or.say(play, 'kofi');
    play.wait(20);
    or.say(play, 'amara', { status: 'introduced', method: 'attested', reason: null });
    play.wait(1);
    or.say(play, 'linh', or.notArrived);
    play.wait(1);
    or.say(play, 'tom', or.noTime);
    or.end(play, 'completed', before);
    return play;
  };

  it('say whether the patient round was over before sedation, and where nobody said', () => {
    const sessions = [true, false, null].map((before) => sessionOf(finished(before)));
    expect(ratesOf(sessions, []).beforeSedation).toEqual({
      numerator: 1,
      denominator: 3,
      excluded: {},
      missing: 1,
    });
  });

  it('leave out of that what the patient ended, what brought nobody, and shift changes', () => {
    const declined = or.surgery();
    or.openRound(declined, 'patient');
    or.end(declined, 'declined');
    const nobody = or.surgery();
    or.patientRound(nobody);
    or.end(nobody, 'stopped');
    const nurses = { ...sessionOf(finished(null)), kind: 'shift-change' as const };
    expect(ratesOf([sessionOf(declined), sessionOf(nobody), nurses], []).beforeSedation).toEqual({
      numerator: 0,
      denominator: 0,
      excluded: { declined: 1, 'nobody-introduced': 1, 'shift-change': 1 },
      missing: 0,
    });
  });

  it('say how many introductions rest on the coordinator’s word alone', () => {
    expect(rates(finished(true)).attestedOnly).toEqual({
      numerator: 1,
      denominator: 2,
      excluded: { absent: 1, skipped: 1 },
      missing: 0,
    });
  });

  it('give the middle of the seconds per introduction and per completed round', () => {
    const { secondsPerIntroduction, secondsPerRound } = rates(finished(true));
    expect(secondsPerIntroduction).toEqual({
      ...{ median: 15, lower: 10, upper: 20, denominator: 2, missing: 0 },
    });
    expect(secondsPerRound.patient).toMatchObject({ median: 32, denominator: 1, missing: 0 });
    expect(secondsPerRound.team).toMatchObject({ median: null, denominator: 0, missing: 0 });
  });

  it('do not take the seconds of a round that was broken off for those of a round', () => {
    const play = or.surgery();
    or.openRound(play, 'team');
    play.wait(3);
    or.end(play, 'stopped');
    expect(rates(play).secondsPerRound.team.denominator).toBe(0);
  });

  it('stay in the unit while fewer than five are behind them', () => {
    expect(reportable({ numerator: 4, denominator: 4, ...none })).toBeNull();
    const figure = { numerator: 4, denominator: 5, ...none };
    expect(reportable(figure)).toBe(figure);
  });
});
