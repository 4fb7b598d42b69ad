import type { Reader } from './open.ts';
import { query } from './sql.ts';

/** An entry with what is kept beside its bytes, to find it by. */
export interface FullEntryRow {
  seq: number;
  event_id: string;
  part: number;
  type: string;
  session_id: string | null;
  at: string;
  bytes: Uint8Array;
}

const page = query<FullEntryRow, { after: number }>(
  `select seq, event_id, part, type, session_id, at, bytes from entry
   where seq > :after order by seq limit 1000`,
);

/** Every entry with what is kept beside it, in order, a page at a time, so that no statement stays open. */
export function* fullEntries(db: Reader): Generator<FullEntryRow> {
  let after = -1;
  for (let rows = page.all(db, { after }); rows.length > 0; rows = page.all(db, { after })) {
    yield* rows;
    after = rows.at(-1)?.seq ?? after;
  }
}

const hashes = query<{ count: number }>('select count(*) as count from hash');

export const countHashes = (db: Reader): number => hashes.get(db, {})?.count ?? 0;

const integrity = query<{ integrity_check: string }>('pragma integrity_check(1)');

/** Whether SQLite finds the database file whole: each page, row and index. Reads all of it. */
export const isIntact = (db: Reader): boolean => integrity.get(db, {})?.integrity_check === 'ok';

const hashTable = query<{ there: number }>(
  `select exists (select 1 from sqlite_schema where name = 'hash') as there`,
);

/** Whether the database has the tables of a record that can be verified: an older version did not. */
export const hasHashes = (db: Reader): boolean => hashTable.get(db, {})?.there === 1;

/** The tables that follow from the log, each with its rows in one order. */
export const projected = {
  session: query<Record<string, unknown>>('select * from session order by id'),
  participant: query<Record<string, unknown>>('select * from participant order by id'),
  round: query<Record<string, unknown>>('select * from round order by id'),
  introduction: query<Record<string, unknown>>(
    'select * from introduction order by round_id, participant_id',
  ),
};
