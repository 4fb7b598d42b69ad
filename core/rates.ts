import { secondsBetween } from './session/evolve.ts';
import {
  type Introduction,
  introductionOf,
  type Participant,
  type Round,
  type Session,
} from './session/state.ts';
import type { Outcome, RoundKind, Status } from './session/words.ts';

/** Why something is not in a figure at all. A status or an outcome, or one of these. */
type Exclusion =
  | Status
  | Outcome
  /** It is not over. */
  | 'still-open'
  /** They were gone when the round ended. */
  | 'left'
  /** They arrived after the patient round, and were introduced in a round of their own. */
  | 'joined-later'
  /** The patient had met them earlier in the same stay. */
  | 'met-before'
  | 'not-asked'
  | 'in-no-round'
  | 'nobody-required'
  | 'nobody-introduced'
  | 'no-status'
  | 'shift-change'
  | 'unscheduled';

/**
 * numerator ÷ denominator. `missing` are those in the denominator about which nothing was recorded: they count as
 * not done. `excluded` are those outside it, by why.
 */
export interface Figure {
  numerator: number;
  denominator: number;
  excluded: Partial<Record<Exclusion, number>>;
  missing: number;
}

/** The median of as many values, in seconds to a tenth, null of none; `missing` have no value. */
interface Median {
  median: number | null;
  denominator: number;
  missing: number;
}

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
}

/**
 * The rates over these sessions, with `scheduled` the ids of all that were scheduled for the same time and place:
 * what never happened is known from nowhere else.
 */
export const ratesOf = (sessions: readonly Session[], scheduled: readonly string[]): Rates => {
  const rounds = sessions.flatMap((session) => session.rounds.map((round) => ({ session, round })));
  const introductions = rounds.flatMap(({ round }) => round.introductions);
  const team = rounds.filter(({ round }) => round.kind === 'team');
  const patient = rounds.filter(({ round }) => round.kind === 'patient');
  return {
    teamCompleteness: figure(team.map(({ session, round }) => complete(session, round, 'introduced'))),
    teamAlreadyKnown: figure(team.map(({ session, round }) => complete(session, round, 'already-known'))),
    patientIntroduction: figure(
      sessions.flatMap((session) => session.participants.map((one) => metPatient(session, one))),
    ),
    coverage: figure([
      ...[...new Set(scheduled)].map((id) => held(sessions.filter((one) => one.scheduled === id))),
      ...sessions
        .filter((one) => one.scheduled === null || !scheduled.includes(one.scheduled))
        .map((): Case => ({ excluded: 'unscheduled' })),
    ]),
    beforeSedation: figure(patient.map(({ session, round }) => beforeSedation(session, round))),
    recall: figure(patient.map(({ round }) => recall(round))),
    attestedOnly: figure(introductions.map(attested)),
    secondsPerIntroduction: median(
      introductions.filter((one) => one.status === 'introduced').map((one) => one.seconds),
    ),
    secondsPerRound: {
      patient: median(roundSeconds(sessions, 'patient')),
      team: median(roundSeconds(sessions, 'team')),
      join: median(roundSeconds(sessions, 'join')),
    },
  };
};

/** The figure, or null where so few are behind it (N < 5) that it must not leave the unit. */
export const reportable = <Shown extends { denominator: number }>(shown: Shown): Shown | null =>
  shown.denominator < 5 ? null : shown;

/** What one unit, such as a round, is in a figure. */
type Case = { excluded: Exclusion } | { done: boolean; missing: boolean };

const figure = (cases: readonly Case[]): Figure => {
  const total: Figure = { numerator: 0, denominator: 0, excluded: {}, missing: 0 };
  for (const one of cases)
    if ('excluded' in one) total.excluded[one.excluded] = (total.excluded[one.excluded] ?? 0) + 1;
    else {
      total.denominator += 1;
      if (one.done) total.numerator += 1;
      if (one.missing) total.missing += 1;
    }
  return total;
};

const complete = (session: Session, round: Round, how: 'introduced' | 'already-known'): Case => {
  const { ended } = round;
  if (ended === null) return { excluded: 'still-open' };
  const required = new Set(session.participants.filter((one) => one.required).map((one) => one.id));
  const statuses = round.introductions
    .filter((one) => required.has(one.participant))
    .filter((one) =>
      one.status === null ? ended.leftOut.includes(one.participant) : one.status !== 'absent',
    )
    .map((one) => one.status);
  if (statuses.length === 0) return { excluded: 'nobody-required' };
  const all = statuses.every((status) => status === 'introduced' || status === 'already-known');
  const line = statuses.includes('already-known') ? 'already-known' : 'introduced';
  return { done: all && line === how, missing: statuses.includes(null) };
};

const metPatient = (session: Session, one: Participant): Case => {
  const { id, left, metBefore, part, mistake } = one;
  const rounds = session.rounds.filter((one) => one.kind === 'patient' && introductionOf(one, id) !== null);
  const status = rounds
    .map((one) => introductionOf(one, id)?.status ?? null)
    .reduce(
      (before, next) => (next === null || (before === 'introduced' && isOfPatient(next)) ? before : next),
      null,
    );
  if (status === 'introduced' || status === 'skipped')
    return { done: status === 'introduced', missing: false };
  if (status !== null) return { excluded: status };
  if (metBefore) return { excluded: 'met-before' };
  if (part === 'leaving' || mistake) return { excluded: 'left' };
  const joined = session.rounds.some((one) => one.kind === 'join' && introductionOf(one, id) !== null);
  const latest = rounds.at(-1);
  if (latest === undefined) return { excluded: joined ? 'joined-later' : 'in-no-round' };
  if (latest.ended === null) return { excluded: 'still-open' };
  const { outcome, leftOut } = latest.ended;
  if (outcome === 'postponed' || outcome === 'shown') return { excluded: outcome };
  if (leftOut.includes(id)) return { done: false, missing: true };
  if (joined) return { excluded: 'joined-later' };
  return left === null ? { done: false, missing: true } : { excluded: 'left' };
};

const isOfPatient = (status: Status): boolean => status === 'declined' || status === 'unable';

const held = (sessions: readonly Session[]): Case => ({
  done: sessions.some((session) => session.rounds.some((round) => round.ended !== null)),
  missing: sessions.length === 0,
});

const beforeSedation = (session: Session, { ended, introductions }: Round): Case => {
  if (session.kind === 'shift-change') return { excluded: 'shift-change' };
  if (ended === null) return { excluded: 'still-open' };
  if (ended.outcome !== 'completed' && ended.outcome !== 'stopped') return { excluded: ended.outcome };
  if (!introductions.some((one) => one.status === 'introduced')) return { excluded: 'nobody-introduced' };
  return { done: ended.beforeSedation === true, missing: ended.beforeSedation === null };
};

const recall = (round: Round): Case =>
  round.recall === null ? { excluded: 'not-asked' } : { done: round.recall, missing: false };

const attested = ({ status, method }: Introduction): Case =>
  status === 'introduced'
    ? { done: method === 'attested', missing: false }
    : { excluded: status ?? 'no-status' };

const roundSeconds = (sessions: readonly Session[], kind: RoundKind): (number | null)[] =>
  sessions
    .flatMap((session) => session.rounds)
    .flatMap((round) =>
      round.kind === kind && round.ended?.outcome === 'completed'
        ? [secondsBetween(round.started, round.ended.stamp)]
        : [],
    );

const median = (values: readonly (number | null)[]): Median => {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other);
  const [low, high] = [known[Math.floor((known.length - 1) / 2)], known[Math.floor(known.length / 2)]];
  return {
    median: low === undefined || high === undefined ? null : Math.round((low + high) * 5) / 10,
    denominator: known.length,
    missing: values.length - known.length,
  };
};
