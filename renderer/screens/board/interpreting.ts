import type { Session } from '../../../core/session/state.ts';

/**
 * What the board shows of an interpreter: that one is awaited, or that one is there without being in the team, by
 * telephone or in the room. Null where none is needed, and where the interpreter is one of the team.
 */
export const interpreting = ({
  interpreter,
  participants,
}: Pick<Session, 'interpreter' | 'participants'>): 'waiting' | 'remote' | 'in-person' | null => {
  const isInTeam = participants.some((one) => one.role === 'interpreter' && one.left === null);
  return interpreter === 'none' || isInTeam ? null : interpreter;
};
