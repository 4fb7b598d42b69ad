import * as z from 'zod';
import { findDoubles, pairKey, type Suspicion } from '../../../core/people/doubles.ts';
import { inOrder } from '../../../core/people/order.ts';
import type { Reader } from '../../store/open.ts';
import { indexedPeople } from '../../store/people-list.ts';
import { toldApart } from '../../store/people-merged.ts';

const numbers = z.array(z.object({ system: z.string(), hash: z.string() }));

/** What follows from all names at once. */
export interface IndexOfPeople {
  /** Everybody's id, as the language sorts their names. */
  order: string[];
  /** Who may be here twice, the surest first. */
  suspects: Suspicion[];
}

/** Works out in which order people stand in a language (BCP 47), and who may be there twice. */
export const indexOf = (db: Reader, language: string): IndexOfPeople => {
  const rows = indexedPeople.all(db, {});
  const apart = new Set(toldApart.all(db, {}).map(({ one, other }) => pairKey(one, other)));
  const known = rows.flatMap((row) =>
    row.retired === 1 ? [] : [{ ...row, numbers: numbers.parse(JSON.parse(row.numbers)) }],
  );
  return {
    order: rows.sort(inOrder(language)).map(({ id }) => id),
    suspects: findDoubles(known, apart),
  };
};
