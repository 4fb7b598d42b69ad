import type { Reader } from './open.ts';
import { change, query } from './sql.ts';

const one = query<{ hash: Uint8Array }, { level: number; place: number }>(
  'select hash from hash where level = :level and place = :place',
);

/** A hash that the head of the log counts on is not in the record. */
export class MissingHash extends Error {}

/** As `hashAt`, but undefined where the record has none. */
export const findHash = (db: Reader, level: number, place: number): Uint8Array | undefined =>
  one.get(db, { level, place })?.hash;

/**
 * The hash of the perfect subtree over the leaves from place · 2^level on, 2^level of them; level 0 are the leaves.
 * Throws MissingHash where the record has none.
 */
export const hashAt = (db: Reader, level: number, place: number): Uint8Array => {
  const hash = findHash(db, level, place);
  if (hash === undefined) throw new MissingHash(`The record has no hash at level ${level}, place ${place}`);
  return hash;
};

export const addHash = change<{ level: number; place: number; hash: Uint8Array }>(
  'insert into hash (level, place, hash) values (:level, :place, :hash)',
);

const page = query<{ place: number; hash: Uint8Array }, { after: number }>(
  'select place, hash from hash where level = 0 and place > :after order by place limit 1000',
);

/** The leaf hashes, in order, a page at a time, so that the connection can write in between. */
export function* leavesInPages(db: Reader): Generator<Uint8Array> {
  let after = -1;
  for (let rows = page.all(db, { after }); rows.length > 0; rows = page.all(db, { after })) {
    for (const { hash } of rows) yield hash;
    after = rows.at(-1)?.place ?? after;
  }
}

const inner = query<{ there: number }>('select exists (select 1 from hash where level > 0) as there');

/** Whether the hashes above the leaves are there; in a log of one entry there are none. */
export const hasInnerHashes = (db: Reader): boolean => inner.get(db, {})?.there === 1;
