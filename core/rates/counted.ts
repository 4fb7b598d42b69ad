import type { RoleId } from '../roles.ts';
import { secondsBetween } from '../session/evolve.ts';
import type { Introduction, Participant, Round, Session } from '../session/state.ts';
import type { RoundKind } from '../session/words.ts';

/** As much of a session as the rates look at, whether it comes from the log or from the tables that follow from it. */
export interface CountedSession
  extends Pick<Session, 'id' | 'kind' | 'place' | 'unit' | 'scheduled' | 'urgency'> {
  /** When it opened: wall time, RFC 3339 with the offset of the place. */
  opened: string;
  participants: readonly CountedParticipant[];
  /** In the order in which they were opened. */
  rounds: readonly CountedRound[];
}

export interface CountedParticipant
  extends Pick<Participant, 'id' | 'learner' | 'required' | 'part' | 'metBefore' | 'mistake'> {
  role: RoleId;
  /** Whether they have left and are not back. */
  gone: boolean;
}

export interface CountedRound {
  kind: RoundKind;
  recall: boolean | null;
  /** From its start to its end; null where it has not both. */
  seconds: number | null;
  ended: Omit<NonNullable<Round['ended']>, 'event' | 'stamp'> | null;
  introductions: readonly CountedIntroduction[];
}

export type CountedIntroduction = Pick<
  Introduction,
  'participant' | 'status' | 'method' | 'reason' | 'seconds'
>;

/** A session as the log has it. */
export const counted = (session: Session): CountedSession => ({
  ...session,
  opened: session.opened.at,
  participants: session.participants.map((one) => ({ ...one, gone: one.left !== null })),
  rounds: session.rounds.map((round) => ({
    ...round,
    seconds: round.ended === null ? null : secondsBetween(round.started, round.ended.stamp),
  })),
});
