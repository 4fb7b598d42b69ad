import type { Session } from '../../core/session/state.ts';
import type { Writer } from '../store/open.ts';
import { dropOpenStay, putMet, putStay, stayOf } from '../store/stays.ts';

/**
 * When a session closes: whom its patient met is remembered for their stay, where it is known, and which session it
 * was is forgotten. `at` is wall time.
 */
export const rememberMet = (db: Writer, session: Session, at: string): void => {
  const stay = stayOf.get(db, { session: session.id })?.stay;
  if (stay !== undefined) {
    putStay(db, { stay, at });
    for (const person of metIn(session)) putMet(db, { stay, person });
  }
  dropOpenStay(db, {});
};

/** Who was introduced to the patient, by person id. */
const metIn = (session: Session): string[] => {
  const met = new Set(
    session.rounds
      .filter((round) => round.kind !== 'team')
      .flatMap((round) => round.introductions)
      .filter((one) => one.status === 'introduced')
      .map((one) => one.participant),
  );
  return session.participants.filter((one) => met.has(one.id)).map((one) => one.person);
};
