import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, type Rates, ratesOf } from '../../core/rates.ts';
import type { Verdict } from '../../core/session/commands.ts';
import { openRound } from '../../core/session/state.ts';
import { anySequence, playing } from './support/any-play.ts';
import { type Play, sessionOf } from './support/play.ts';
import * as or from './support/surgery.ts';

const figuresOf = (rates: Rates): Figure[] =>
  Object.values(rates).filter((one): one is Figure => 'numerator' in one);

const played = (actions: Parameters<typeof playing>[0]): Play => playing(actions, () => {});
const settledVerdict = fc.constantFrom<Verdict[]>(
  { status: 'introduced', method: 'self', reason: null },
  { status: 'introduced', method: 'attested', reason: null },
  or.notArrived,
  or.noTime,
);
const people = ['kofi', 'amara', 'linh', 'tom'];

describe('Whatever happened in the sessions', () => {
  it('no rate is above one: what is done is in the denominator, and is not missing', () => {
    fc.assert(
      fc.property(fc.array(anySequence, { minLength: 1, maxLength: 3 }), (all) => {
        const sessions = all.map((one, index) => ({ ...sessionOf(played(one)), scheduled: `s${index % 2}` }));
        const rates = ratesOf(sessions, ['s0', 's2', 's2']);
        expect(rates.coverage.denominator).toBe(2);
        for (const one of figuresOf(rates)) {
          expect(one.numerator).toBeGreaterThanOrEqual(0);
          expect(one.numerator + one.missing).toBeLessThanOrEqual(one.denominator);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('everybody in a session is in the patient introduction rate once, or excluded from it once', () => {
    fc.assert(
      fc.property(anySequence, (actions) => {
        const session = sessionOf(played(actions));
        const { patientIntroduction } = ratesOf([session], []);
        const excluded = Object.values(patientIntroduction.excluded).reduce((sum, one) => sum + one, 0);
        expect(patientIntroduction.denominator + excluded).toBe(session.participants.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['declined', 'unable', 'postponed', 'shown'] as const)(
    'a patient who goes on to say so (%s) never lowers a rate',
    (outcome) => {
      const lower = (one: Figure, other: Figure) =>
        one.denominator > 0 && one.numerator * other.denominator < other.numerator * one.denominator;
      fc.assert(
        fc.property(anySequence, (actions) => {
          const play = played(actions);
          const open = openRound(sessionOf(play));
          if (sessionOf(play).closed !== null) return;
          if (open !== null) play.tap({ type: 'end-round', round: open.id, outcome: 'stopped' });
          // Those who leave at a shift change are not introduced.
          const { participants } = sessionOf(play);
          if (!participants.some((one) => one.left === null && one.part !== 'leaving')) return;
          const before = ratesOf([sessionOf(play)], []);
          or.openRound(play, 'patient');
          or.end(play, outcome);
          const after = ratesOf([sessionOf(play)], []);
          expect(lower(after.patientIntroduction, before.patientIntroduction)).toBe(false);
          expect(after.patientIntroduction.numerator).toBe(before.patientIntroduction.numerator);
          for (const same of ['teamCompleteness', 'teamAlreadyKnown', 'coverage'] as const)
            expect(after[same]).toEqual(before[same]);
          expect(lower(after.beforeSedation, before.beforeSedation)).toBe(false);
        }),
        { numRuns: 200 },
      );
    },
  );

  it('a correction changes them as if the last status had been the first', () => {
    const round = (kind: 'patient' | 'team', statuses: Verdict[], first: Verdict[]): Play => {
      const play = or.surgery();
      if (kind === 'patient') or.patientRound(play);
      else or.openRound(play, kind);
      for (const [index, person] of people.entries()) {
        const [status = or.noTime, wrong = or.noTime] = [statuses[index], first[index]];
        const tap = or.say(play, person, wrong);
        if (wrong !== status) or.say(play, person, status, tap);
      }
      or.end(play, 'completed');
      return play;
    };
    const four = fc.array(settledVerdict, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom('patient', 'team'), four, four, (kind, statuses, first) => {
        const [corrected, plain] = [round(kind, statuses, first), round(kind, statuses, statuses)];
        expect(ratesOf([sessionOf(corrected)], [])).toEqual(ratesOf([sessionOf(plain)], []));
      }),
      { numRuns: 200 },
    );
  });
});
