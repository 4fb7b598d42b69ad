import { leavingFrom, openRound, type Round, type Session, waiting } from './state.ts';

/**
 * Where a session stands, and so which screen every window shows: the patient is being asked (`welcome`), a card
 * is up (`card`), the patient sees the whole team (`together`: nobody's card is up in a patient round), those who
 * leave at a shift change say goodbye (`goodbye`), the time-out runs (`team`), or nothing runs and the board stands
 * (`board`).
 */
export type Stage =
  | { at: 'board' }
  | { at: 'welcome' | 'together' | 'goodbye' | 'team'; round: Round }
  | { at: 'card'; round: Round; participant: string };

export const stageOf = (session: Session): Stage => {
  const round = openRound(session);
  if (round === null) return { at: 'board' };
  if (round.current !== null) return { at: 'card', round, participant: round.current };
  if (round.kind === 'team') return { at: 'team', round };
  if (round.started === null) return { at: 'welcome', round };
  const goodbye =
    round.kind === 'patient' && waiting(session, round).length === 0 && leavingFrom(session).length > 0;
  return { at: goodbye ? 'goodbye' : 'together', round };
};
