import type { Session } from '../../../core/session/state.ts';

/** What can be started from the board, and what is due now: the patient first, then the time-out. */
export interface NextSteps {
  due: 'patient' | 'team' | null;
  patient: 'due' | 'postponed' | 'held';
  /** The time-out belongs to an operation. */
  team: 'due' | 'held' | null;
}

export const nextSteps = (session: Session): NextSteps => {
  const ended = session.rounds.filter((round) => round.ended !== null);
  const last = ended.findLast((round) => round.kind === 'patient')?.ended?.outcome ?? null;
  const timeOut = ended.some((round) => round.kind === 'team') ? 'held' : 'due';
  const patient = last === null ? 'due' : last === 'postponed' ? 'postponed' : 'held';
  const team = session.kind === 'surgery' ? timeOut : null;
  const due = patient === 'due' && team !== 'held' ? 'patient' : team === 'due' ? 'team' : null;
  return { due, patient, team };
};
