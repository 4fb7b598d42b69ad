import type { IdOf } from './ids.ts';
import { introduction } from './introduction.ts';
import { practitionerRole } from './practitioner-role.ts';
import type { SessionTold } from './record.ts';
import { round } from './round.ts';
import type { Resource } from './types.ts';

/**
 * Everything of a session, each resource after those it refers to: the people in it, then for each round its
 * introductions and itself. Throws where a round has somebody who is not in the session, which no record has.
 */
export const sessionResources = (idOf: IdOf, session: SessionTold): Resource[] => {
  const people = new Map(session.participants.map((one) => [one.id, one]));
  const introductions = (told: SessionTold['rounds'][number]): Resource[] =>
    told.introductions.map((one) => {
      const participant = people.get(one.participant);
      if (participant === undefined) throw new Error('A round has somebody who is not in its session');
      return introduction(idOf, { session, round: told, one, participant });
    });
  return [
    ...session.participants.map((one) => practitionerRole(idOf, session, one)),
    ...session.rounds.flatMap((told) => [...introductions(told), round(idOf, session, told)]),
  ];
};
