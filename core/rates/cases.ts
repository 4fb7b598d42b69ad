import type { RoundKind, SessionKind, Status, Urgency } from '../session/words.ts';
import type { Case, Counting, Reasoned, Timing, Where } from './case.ts';
import { reasoned } from './case.ts';
import type { CountedIntroduction, CountedParticipant, CountedRound, CountedSession } from './counted.ts';
import { shiftAt } from './shift.ts';

/** What is known of a site beside its sessions. */
export interface Site {
  /** When shifts end there, HH:MM. */
  shifts: readonly string[];
  /** Whether a session is on the schedule by this id. */
  isScheduled: (id: string) => boolean;
}

/**
 * What one session is in every figure but coverage, which counts what was scheduled (`casesOfScheduled`): of coverage it
 * only says where it was not scheduled at all.
 */
export const casesOf = (session: CountedSession, { shifts, isScheduled }: Site): Case[] => {
  const where = whereOf(session, shifts);
  const of = (one: CountedParticipant | null) => ({
    where,
    role: one?.role ?? null,
    learner: one?.learner ?? null,
  });
  const ofSession = of(null);
  const known = session.scheduled !== null && isScheduled(session.scheduled);
  const cases: Case[] = known
    ? []
    : [{ ...ofSession, figure: 'coverage', counting: { excluded: 'unscheduled' } }];
  for (const one of session.participants)
    cases.push({ ...of(one), figure: 'patientIntroduction', counting: metPatient(session, one) });
  const people = new Map(session.participants.map((one) => [one.id, of(one)]));
  for (const round of session.rounds) {
    for (const introduction of round.introductions)
      for (const one of casesOfIntroduction(introduction))
        cases.push({ ...(people.get(introduction.participant) ?? ofSession), ...one });
    for (const one of casesOfRound(session, round)) cases.push({ ...ofSession, ...one });
  }
  return cases;
};

/** A session that is on the schedule, and what became of it. */
export interface ScheduledSession extends Omit<Where, 'shift'> {
  /** HH:MM. */
  time: string;
  /** Whether a session was opened for it. */
  opened: boolean;
  /** Whether a round was ended in one. */
  held: boolean;
}

/** What a scheduled session is in coverage, on the day `today`: a day that is not over yet says nothing. */
export const casesOfScheduled = (one: ScheduledSession, shifts: readonly string[], today: string): Case[] => {
  const { day, place, unit, kind, urgency, time, opened, held } = one;
  const where = { day, place, unit, kind, urgency, shift: shiftAt(time, shifts) };
  const counting: Counting = day < today ? coverage({ opened, held }) : { excluded: 'day-not-over' };
  return [{ where, role: null, learner: null, figure: 'coverage', counting }];
};

export const coverage = ({ opened, held }: { opened: boolean; held: boolean }): Counting => ({
  done: held,
  missing: !opened,
});

/** Whether it counts as held: a round was ended in it, however. */
export const isHeld = ({ rounds }: CountedSession): boolean => rounds.some((round) => round.ended !== null);

const whereOf = (
  session: { opened: string; place: string; unit: string; kind: SessionKind; urgency: Urgency },
  shifts: readonly string[],
): Where => {
  const { opened, place, unit, kind, urgency } = session;
  // RFC 3339 with the offset of the place: its day, hours and minutes are those of the wall.
  return {
    day: opened.slice(0, 10),
    shift: shiftAt(opened.slice(11, 16), shifts),
    place,
    unit,
    kind,
    urgency,
  };
};

type Part<Of> = Of extends Case ? Omit<Of, 'where' | 'role' | 'learner'> : never;
type Said = Part<Case>;

const timingOf: Record<RoundKind, Timing> = {
  patient: 'secondsPerPatientRound',
  team: 'secondsPerTeamRound',
  join: 'secondsPerJoinRound',
};

const casesOfRound = (session: CountedSession, round: CountedRound): Said[] => {
  const { kind, ended, seconds } = round;
  const took: Said[] = ended?.outcome === 'completed' ? [{ figure: timingOf[kind], seconds }] : [];
  switch (kind) {
    case 'team':
      return [
        ...took,
        { figure: 'teamCompleteness', counting: complete(session, round, 'introduced') },
        { figure: 'teamAlreadyKnown', counting: complete(session, round, 'already-known') },
      ];
    case 'patient':
      return [
        ...took,
        { figure: 'beforeSedation', counting: beforeSedation(session, round) },
        { figure: 'recall', counting: recall(round) },
      ];
    case 'join':
      return took;
  }
};

const isReasoned = (status: Status): status is Reasoned => reasoned.some((one) => one === status);

const casesOfIntroduction = ({ status, method, reason, seconds }: CountedIntroduction): Said[] => {
  if (status === 'introduced')
    return [
      { figure: 'attestedOnly', counting: { done: method === 'attested', missing: false } },
      { figure: 'secondsPerIntroduction', seconds },
    ];
  const excluded: Said = { figure: 'attestedOnly', counting: { excluded: status ?? 'no-status' } };
  return status !== null && isReasoned(status) && reason !== null
    ? [excluded, { figure: 'reasons', status, reason }]
    : [excluded];
};

const complete = (
  session: CountedSession,
  { ended, introductions }: CountedRound,
  how: 'introduced' | 'already-known',
): Counting => {
  if (ended === null) return { excluded: 'still-open' };
  const required = new Set(session.participants.filter((one) => one.required).map((one) => one.id));
  const statuses = introductions
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

const introductionIn = (round: CountedRound, participant: string): CountedIntroduction | undefined =>
  round.introductions.find((one) => one.participant === participant);

const metPatient = (session: CountedSession, one: CountedParticipant): Counting => {
  const { id, gone, metBefore, part, mistake } = one;
  const rounds = session.rounds.filter((round) => round.kind === 'patient' && introductionIn(round, id));
  const status = rounds
    .map((round) => introductionIn(round, id)?.status ?? null)
    .reduce(
      (before, next) => (next === null || (before === 'introduced' && isOfPatient(next)) ? before : next),
      null,
    );
  if (status === 'introduced' || status === 'skipped')
    return { done: status === 'introduced', missing: false };
  if (status !== null) return { excluded: status };
  if (metBefore) return { excluded: 'met-before' };
  if (part === 'leaving' || mistake) return { excluded: 'left' };
  const joined = session.rounds.some((round) => round.kind === 'join' && introductionIn(round, id));
  const latest = rounds.at(-1);
  if (latest === undefined) return { excluded: joined ? 'joined-later' : 'in-no-round' };
  if (latest.ended === null) return { excluded: 'still-open' };
  const { outcome, leftOut } = latest.ended;
  if (outcome === 'postponed' || outcome === 'shown') return { excluded: outcome };
  if (leftOut.includes(id)) return { done: false, missing: true };
  if (joined) return { excluded: 'joined-later' };
  return gone ? { excluded: 'left' } : { done: false, missing: true };
};

const isOfPatient = (status: Status): boolean => status === 'declined' || status === 'unable';

const beforeSedation = ({ kind }: CountedSession, { ended, introductions }: CountedRound): Counting => {
  if (kind === 'shift-change') return { excluded: 'shift-change' };
  if (ended === null) return { excluded: 'still-open' };
  if (ended.outcome !== 'completed' && ended.outcome !== 'stopped') return { excluded: ended.outcome };
  if (!introductions.some((one) => one.status === 'introduced')) return { excluded: 'nobody-introduced' };
  return { done: ended.beforeSedation === true, missing: ended.beforeSedation === null };
};

const recall = (round: CountedRound): Counting =>
  round.recall === null ? { excluded: 'not-asked' } : { done: round.recall, missing: false };
