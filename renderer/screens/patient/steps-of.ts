import { type Introduction, participantOf, type Round, type Session } from '../../../core/session/state.ts';

/**
 * The introductions that the patient goes through one by one: of those who are here or were introduced. Whom they know
 * from before is no step, unless their card was asked for: `shown` is whose card is up.
 */
export const stepsOf = (session: Session, round: Round, shown: string): Introduction[] =>
  round.introductions.filter(({ participant, status }) => {
    const here = participantOf(session, participant);
    if (participant === shown || status !== null) return true;
    return here !== null && here.left === null && !here.metBefore;
  });
