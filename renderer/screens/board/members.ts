import { hasMet, type Participant, participantOf, type Session } from '../../../core/session/state.ts';
import type { PersonCard } from '../../../core/view.ts';

/** A participant with the person they are. */
export interface Member {
  participant: Participant;
  person: PersonCard;
}

/** The participant with this id and their card; null if either is not known. */
export const memberOf = (
  session: Session,
  people: Record<string, PersonCard>,
  id: string | null,
): Member | null => {
  const participant = id === null ? null : participantOf(session, id);
  const person = participant === null ? undefined : people[participant.person];
  return participant === null || person === undefined ? null : { participant, person };
};

/**
 * Everybody for the board: those who are here as they came, then those who have left. Nobody stands there twice, and
 * nobody who came in by mistake, or went home with a shift change: the board shows who is there now.
 */
export const membersOf = (session: Session, people: Record<string, PersonCard>): Member[] => {
  const here = session.participants.filter((one) => one.left === null);
  const present = new Set(here.map((one) => one.person));
  const gone = session.participants.filter(
    (one) => one.left !== null && !one.mistake && one.part !== 'leaving' && !present.has(one.person),
  );
  const lastTimeGone = new Map(gone.map((one) => [one.person, one]));
  return [...here, ...lastTimeGone.values()].flatMap(({ id }) => memberOf(session, people, id) ?? []);
};

/** Whether the patient knows them from before: from the stay, or from the shift that ends here, if they stay after all. */
export const isKnown = ({ metBefore, part }: Participant): boolean => metBefore || part === 'leaving';

/** Whether the patient knows anybody who is or was here. */
export const anybodyMet = (session: Session): boolean =>
  session.participants.some((one) => isKnown(one) || hasMet(session, one.id));
