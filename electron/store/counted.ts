import type { CountedRound, CountedSession } from '../../core/rates/counted.ts';
import { Problem } from '../problem.ts';
import type { Reader } from './open.ts';
import { introductionsToCount, participantsToCount, roundsToCount, type SessionToCount } from './reports.ts';

/** The tables lack what a figure of a session needs. */
class Uncountable extends Problem {}

/** A session as the tables have it. Throws Uncountable where they lack what a figure needs. */
export const countedSession = (db: Reader, row: SessionToCount): CountedSession => {
  const { id, kind, place, unit, scheduled, urgency, opened } = row;
  const introductions = introductionsToCount.all(db, { session: id });
  return {
    ...{ id, kind, place, unit, scheduled, urgency, opened },
    participants: participantsToCount.all(db, { session: id }).map((one) => ({
      ...{ id: one.id, role: one.role, part: one.part },
      learner: one.learner === 1,
      required: one.required === 1,
      metBefore: one.met_before === 1,
      mistake: one.mistake === 1,
      gone: one.gone === 1,
    })),
    rounds: roundsToCount.all(db, { session: id }).map((round) => ({
      ...{ kind: round.kind, recall: truth(round.recall), seconds: round.seconds },
      ended: endOf(id, round),
      introductions: introductions.filter((one) => one.round === round.id),
    })),
  };
};

type RoundRow = NonNullable<ReturnType<typeof roundsToCount.get>>;

const endOf = (session: string, { outcome, before_sedation, left_out }: RoundRow): CountedRound['ended'] => {
  if (outcome === null) return null;
  const leftOut = left_out === null ? null : idsIn(left_out);
  if (leftOut === null)
    throw new Uncountable(
      `The session ${session} cannot be counted: its entries are not as they were written. Run “verify”.`,
    );
  return { outcome, beforeSedation: truth(before_sedation), leftOut };
};

/** The ids of a JSON list that the store wrote; null where it is none any more. */
const idsIn = (json: string): string[] | null => {
  try {
    const found: unknown = JSON.parse(json);
    return Array.isArray(found) ? found.map(String) : null;
  } catch {
    return null;
  }
};

const truth = (value: number | null): boolean | null => (value === null ? null : value === 1);
