import type { Session } from './state.ts';

/** What can be started in a session, and what is due now: the patient first, then the time-out. */
export interface NextSteps {
  due: 'patient' | 'team' | null;
  /** `postponed`: they said “not now”; `again`: and the moment to ask again has come. */
  patient: 'due' | 'postponed' | 'again' | 'held';
  /** The time-out belongs to an operation. */
  team: 'due' | 'held' | null;
}

/**
 * What comes next. `asking`, after a “not now”: the moment it is, and `later`, when the patient would like to be asked again (`at` in
 * RFC 3339). Where they named no moment it never comes by itself: they say so, or whoever sees that their family is there.
 */
export const nextSteps = (
  session: Session,
  asking: { now: Date; later: { at: string | null } | null } | null = null,
): NextSteps => {
  const ended = session.rounds.filter((round) => round.ended !== null);
  const last = ended.findLast((round) => round.kind === 'patient')?.ended?.outcome ?? null;
  const timeOut = ended.some((round) => round.kind === 'team') ? 'held' : 'due';
  const at = asking?.later?.at ?? null;
  const hasCome = asking !== null && at !== null && Date.parse(at) <= asking.now.getTime();
  const postponed = hasCome ? 'again' : 'postponed';
  const patient = last === null ? 'due' : last === 'postponed' ? postponed : 'held';
  const team = session.kind === 'surgery' ? timeOut : null;
  const asks = patient === 'due' || patient === 'again';
  const due = asks && team !== 'held' ? 'patient' : team === 'due' ? 'team' : null;
  return { due, patient, team };
};
