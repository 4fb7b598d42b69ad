import type { Session } from '../../../core/session/state.ts';
import type { Choices } from '../../../core/view.ts';

/** What can be started from the board, and what is due now: the patient first, then the time-out. */
export interface NextSteps {
  due: 'patient' | 'team' | null;
  /** `postponed`: they said “not now”; `again`: and the moment to ask again has come. */
  patient: 'due' | 'postponed' | 'again' | 'held';
  /** The time-out belongs to an operation. */
  team: 'due' | 'held' | null;
}

/**
 * What comes next. After “not now”: at `now`, and `later` is when the patient would like to be asked again. Where they named no moment it
 * never comes by itself: they say so, or whoever sees that their family is there.
 */
export const nextSteps = (
  session: Session,
  asking: { now: Date; later: Choices['later'] } | null = null,
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
