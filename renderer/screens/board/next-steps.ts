import type { Session } from '../../../core/session/state.ts';

/** What can be started from the board, and which of it is due. */
export interface NextSteps {
  patient: 'due' | 'postponed' | 'held';
  /** The time-out belongs to an operation. */
  team: 'due' | 'held' | null;
}

export const nextSteps = (session: Session): NextSteps => {
  const ended = session.rounds.filter((round) => round.ended !== null);
  const last = ended.findLast((round) => round.kind === 'patient')?.ended?.outcome ?? null;
  const timeOut = ended.some((round) => round.kind === 'team') ? 'held' : 'due';
  return {
    patient: last === null ? 'due' : last === 'postponed' ? 'postponed' : 'held',
    team: session.kind === 'surgery' ? timeOut : null,
  };
};
