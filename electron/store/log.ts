import type { Reader } from './open.ts';
import { change, query } from './sql.ts';

/** How far the log goes: `frontier` holds the subtree hashes, largest first, 32 bytes each. */
export interface Head {
  log_id: string;
  size: number;
  frontier: Uint8Array;
  root: Uint8Array;
}

const head = query<Head>('select log_id, size, frontier, root from head');

/** The head of the log; null in a database that has none yet. */
export const readHead = (db: Reader): Head | null => head.get(db, {}) ?? null;

export const writeHead = change<{ log_id: string; size: number; frontier: Uint8Array; root: Uint8Array }>(
  `insert into head (id, log_id, size, frontier, root) values (1, :log_id, :size, :frontier, :root)
   on conflict (id) do update set
     log_id = excluded.log_id, size = excluded.size, frontier = excluded.frontier, root = excluded.root`,
);

/** Each log that this record has been, the oldest first: its id, its first entry, the public key that signs for it. */
export const logs = query<{ id: string; began: number; public_key: Uint8Array | null }>(
  'select id, began, public_key from log order by began',
);
export const addLog = change<{ id: string; began: number; public_key: Uint8Array }>(
  'insert into log (id, began, public_key) values (:id, :began, :public_key)',
);
export const putPublicKey = change<{ id: string; public_key: Uint8Array }>(
  'update log set public_key = :public_key where id = :id and public_key is null',
);

export const addEntry = change<{
  seq: number;
  event_id: string;
  part: number;
  type: string;
  session_id: string | null;
  at: string;
  bytes: Uint8Array;
}>(
  `insert into entry (seq, event_id, part, type, session_id, at, bytes)
   values (:seq, :event_id, :part, :type, :session_id, :at, :bytes)`,
);

const bytesOfSession = query<{ bytes: Uint8Array }, { session: string }>(
  'select bytes from entry where session_id = :session order by seq',
);

/** The stored entries of a session, in order. */
export const entriesOfSession = (db: Reader, session: string): Uint8Array[] =>
  bytesOfSession.all(db, { session }).map((row) => row.bytes);

/** Every stored entry, in order, one by one. */
export const allEntries = query<{ seq: number; bytes: Uint8Array }>(
  'select seq, bytes from entry order by seq',
);

const page = query<{ seq: number; bytes: Uint8Array }, { after: number }>(
  'select seq, bytes from entry where seq > :after order by seq limit 1000',
);

/** Every stored entry after a number, in order, a page at a time, so that the connection can write in between. */
export function* entriesInPages(db: Reader, from = 0): Generator<{ seq: number; bytes: Uint8Array }> {
  let after = from;
  for (let rows = page.all(db, { after }); rows.length > 0; rows = page.all(db, { after })) {
    yield* rows;
    after = rows.at(-1)?.seq ?? after;
  }
}

/** The newest entry; undefined in a log without any. */
export const lastEntry = query<{ seq: number }>('select seq from entry order by seq desc limit 1');

/** When an entry was recorded: wall time, RFC 3339; undefined where it is not there. */
export const timeOf = query<{ at: string }, { seq: number }>('select at from entry where seq = :seq');

/** What was recorded for a tap; undefined if nothing was. */
export const firstEntryOf = query<
  { seq: number; type: string; session_id: string | null },
  { event: string }
>('select seq, type, session_id from entry where event_id = :event and part = 0');

/** Every entry of a type that is about no session, after a number. */
export const entriesOfType = query<{ seq: number; bytes: Uint8Array }, { type: string; after: number }>(
  'select seq, bytes from entry where session_id is null and type = :type and seq > :after order by seq',
);

/** Every entry of a type that is about no session, the newest first. */
export const newestOfType = query<{ at: string; bytes: Uint8Array }, { type: string }>(
  'select at, bytes from entry where session_id is null and type = :type order by seq desc',
);

/** The newest entry of a type that is about no session. */
export const lastOfDevice = query<{ seq: number; at: string; bytes: Uint8Array }, { type: string }>(
  'select seq, at, bytes from entry where session_id is null and type = :type order by seq desc limit 1',
);
