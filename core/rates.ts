import type { Reasoned } from './rates/case.ts';
import { casesOf, coverage, isHeld } from './rates/cases.ts';
import { counted } from './rates/counted.ts';
import type { Median } from './rates/median.ts';
import { fewest } from './rates/suppression.ts';
import { type Figure, type Reasons, Total } from './rates/total.ts';
import type { Session } from './session/state.ts';
import type { RoundKind } from './session/words.ts';

export type { Figure };

/** The rates of PRODUCT.md, “Rates, exactly”. */
export interface Rates {
  /**
   * Team rounds in which every present required participant was individually `introduced`, of those held. Present:
   * has another status than `absent`, or had none and was here when the round ended. Missing: somebody had none.
   */
  teamCompleteness: Figure;
  /** Team rounds completed otherwise like these, but with somebody `already-known`, of those held. */
  teamAlreadyKnown: Figure;
  /**
   * Participants in a session who were `introduced` to the patient, of those expected and present. The latest patient
   * round that gave a status decides, but a patient who declines, or cannot, later on takes no introduction back.
   * Excluded: `absent`, `declined`, `unable`, and those without a status whom the patient had met before in the same
   * stay, or whose latest round was `postponed` or `shown`. Missing: those whom a `completed` or `stopped` round left without a status.
   */
  patientIntroduction: Figure;
  /** Scheduled sessions in which a round was held, however it ended. Missing: those that nobody opened. */
  coverage: Figure;
  /** Patient rounds of surgeries, run by the team to their end with somebody introduced, that were before sedation. */
  beforeSedation: Figure;
  /** Patient rounds in which the patient, asked who does what, touched the right face, of those asked. */
  recall: Figure;
  /** Introductions of any round that rest on the coordinator’s word alone, of those with status `introduced`. */
  attestedOnly: Figure;
  /** Of introductions of any round with status `introduced`: from the card, or the record before, to the record. */
  secondsPerIntroduction: Median;
  /** Of completed rounds, by kind: from start to end. */
  secondsPerRound: Record<RoundKind, Median>;
  /** Why introductions of any round have the statuses that must say why. */
  reasons: Record<Reasoned, Reasons>;
}

/** What was counted, as the rates. */
const ratesFrom = (total: Total): Rates => ({
  teamCompleteness: total.share('teamCompleteness'),
  teamAlreadyKnown: total.share('teamAlreadyKnown'),
  patientIntroduction: total.share('patientIntroduction'),
  coverage: total.share('coverage'),
  beforeSedation: total.share('beforeSedation'),
  recall: total.share('recall'),
  attestedOnly: total.share('attestedOnly'),
  secondsPerIntroduction: total.timing('secondsPerIntroduction'),
  secondsPerRound: {
    patient: total.timing('secondsPerPatientRound'),
    team: total.timing('secondsPerTeamRound'),
    join: total.timing('secondsPerJoinRound'),
  },
  reasons: {
    absent: total.reasons('absent'),
    skipped: total.reasons('skipped'),
    unable: total.reasons('unable'),
  },
});

/**
 * The rates over these sessions, with `scheduled` the ids of all that were scheduled for the same time and place:
 * what never happened is known from nowhere else.
 */
export const ratesOf = (sessions: readonly Session[], scheduled: readonly string[]): Rates => {
  const [total, ids, all] = [new Total(), new Set(scheduled), sessions.map(counted)];
  for (const session of all)
    for (const one of casesOf(session, { shifts: [], isScheduled: (id) => ids.has(id) })) total.add(one);
  for (const id of ids) {
    const of = all.filter((one) => one.scheduled === id);
    total.count('coverage', coverage({ opened: of.length > 0, held: of.some(isHeld) }));
  }
  return ratesFrom(total);
};

/** The figure, or null where so few are behind it (N < 5) that it must not leave the unit. */
export const reportable = <Shown extends { denominator: number }>(shown: Shown): Shown | null =>
  shown.denominator < fewest ? null : shown;
