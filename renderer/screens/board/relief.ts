import { roleOf } from '../../../core/roles.ts';
import { isHere, type Participant, participantOf, type Session } from '../../../core/session/state.ts';
import type { PersonCard } from '../../../core/view.ts';

/** Who may take over from this participant, the likeliest first: the same role, then the same family, then anybody. */
export const likeliestRelief = <Person extends Pick<PersonCard, 'role'>>(
  role: Participant['role'],
  people: readonly Person[],
): Person[] => {
  const { family } = roleOf(role);
  const far = (one: Person): number => (one.role === role ? 0 : roleOf(one.role).family === family ? 1 : 2);
  return [...people].sort((one, other) => far(one) - far(other));
};

/**
 * From whom somebody who has just come in may take over: whoever else is here in the same role, those who came last
 * first. A student takes over from nobody.
 */
export const relievableBy = (session: Session, arrived: string): Participant[] => {
  const newcomer = participantOf(session, arrived);
  if (newcomer === null || newcomer.learner || !isHere(session, arrived)) return [];
  return session.participants
    .filter((one) => one.id !== arrived && one.left === null && one.role === newcomer.role)
    .reverse();
};
