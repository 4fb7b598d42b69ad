import { stageOf } from '../../../core/session/stage.ts';
import { introductionOf, type Session } from '../../../core/session/state.ts';
import type { PersonCard } from '../../../core/view.ts';
import { type Member, membersOf } from '../board/members.ts';

/** Somebody on the wall: how they stand there, and what is said of it. */
export interface OnWall {
  member: Member;
  look: 'open' | 'done' | 'now' | 'away';
  said: 'spoken' | 'known' | 'now' | 'left' | null;
}

/**
 * The whole team as everybody in the room may see it, from the door too: who is here and who has gone, in the time-out
 * who was heard, in a patient round whose turn it is. Never why somebody is missing, and nothing of what the patient
 * chose, declined or asked. While the patient listens to the time-out, whoever is missing is not shown at all.
 */
export const wallOf = (
  { session, awake }: { session: Session; awake: boolean },
  people: Record<string, PersonCard>,
): OnWall[] => {
  const stage = stageOf(session);
  return membersOf(session, people).flatMap((member): OnWall[] => {
    const { id, left } = member.participant;
    const listens = awake && stage.at === 'team';
    if (left !== null) return listens ? [] : [{ member, look: 'away', said: 'left' }];
    if (stage.at === 'card' && stage.participant === id) return [{ member, look: 'now', said: 'now' }];
    if (stage.at !== 'team') return [{ member, look: 'open', said: null }];
    switch (introductionOf(stage.round, id)?.status) {
      case 'introduced':
        return [{ member, look: 'done', said: 'spoken' }];
      case 'already-known':
        return [{ member, look: 'done', said: 'known' }];
      case 'absent':
        return listens ? [] : [{ member, look: 'away', said: null }];
      default:
        return [{ member, look: 'open', said: null }];
    }
  });
};
