import { type RoleFamily, roleOf } from '../../../core/roles.ts';
import { isHere, type Round, type Session, waiting } from '../../../core/session/state.ts';
import type { Status } from '../../../core/session/words.ts';
import type { PersonCard } from '../../../core/view.ts';
import { type Member, memberOf } from '../board/members.ts';

/** Those who are away or were skipped are settled too, but nobody heard them. */
export const wasHeard = (status: Status | null): boolean =>
  status === 'introduced' || status === 'already-known';

/** How the room sees somebody in the round: as one who has still to speak, who was heard, or who steps back. */
export const lookOf = (status: Status | null): 'open' | 'done' | 'away' => {
  if (status === null) return 'open';
  return wasHeard(status) ? 'done' : 'away';
};

/**
 * Who is shown in a team round, in its order: everybody who is here, and those of whom it is said already why not. Where
 * the patient listens, who is missing is not for them to hear, and only those who are here are shown.
 */
export const shownIn = (
  { session, round, awake }: { session: Session; round: Round; awake: boolean },
  people: Record<string, PersonCard>,
): Member[] =>
  round.introductions.flatMap(({ participant, status }) => {
    const isShown = awake
      ? isHere(session, participant) && status !== 'absent'
      : isHere(session, participant) || status !== null;
    return isShown ? (memberOf(session, people, participant) ?? []) : [];
  });

/** Whoever finds it hardest to say something is asked first: the learners, and the surgeons last. */
const asked: readonly RoleFamily[] = [
  'learner',
  'support',
  'technology',
  'nursing',
  'anaesthesia',
  'surgery',
];

/**
 * Whom the screen asks by name whether something worries them, in the order in which it asks; nobody, as long as there is
 * somebody who has not spoken.
 */
export const invitedIn = (
  session: Session,
  round: Round,
  people: Record<string, PersonCard>,
): PersonCard[] => {
  if (waiting(session, round).length > 0) return [];
  return round.introductions
    .filter(({ participant, status }) => isHere(session, participant) && status !== 'absent')
    .flatMap(({ participant }) => memberOf(session, people, participant) ?? [])
    .toSorted((one, other) => turnOf(one) - turnOf(other))
    .map(({ person }) => person);
};

const turnOf = ({ participant }: Member): number => asked.indexOf(roleOf(participant.role).family);
