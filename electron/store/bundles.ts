import { deviceEvents } from '../../core/log/device-events.ts';
import type { Reader } from './open.ts';
import { query } from './sql.ts';

/** What a bundle needs of an entry. */
export interface EntryRow {
  seq: number;
  type: string;
  bytes: Uint8Array;
}

/** How many numbers are looked through at once: few enough that nothing else has to wait. */
const window = 200;

const between = query<EntryRow, { after: number; through: number }>(
  'select seq, type, bytes from entry where seq > :after and seq <= :through order by seq',
);

// Days are compared as the text that wall times begin with, of which “T” follows the day: the last ends before “U”.
const ofDays = query<EntryRow, { after: number; through: number; from: string; to: string }>(
  `select seq, type, bytes from entry
   where seq > :after and seq <= :through and at >= :from and at < :to || 'U' order by seq`,
);

function* windows(size: number): Generator<{ after: number; through: number }> {
  for (let after = 0; after < size; after += window) yield { after, through: Math.min(after + window, size) };
}

/** The entries up to a size, in order, in pages; a page may have none. */
export function* pagesOfAll(db: Reader, size: number): Generator<EntryRow[]> {
  for (const range of windows(size)) yield between.all(db, range);
}

/** The entries up to a size whose wall time is on one of these days (YYYY-MM-DD, both included), as above. */
export function* pagesOfDays(
  db: Reader,
  size: number,
  days: { from: string; to: string },
): Generator<EntryRow[]> {
  for (const range of windows(size)) yield ofDays.all(db, { ...range, ...days });
}

/** Events that are of no session and may yet be about one, such as a hold. */
const aboutSessions = Object.entries(deviceEvents).flatMap(([type, { ids }]) =>
  'session' in ids.shape ? [type] : [],
);

const ofSession = query<{ seq: number }, { session: string; types: string; size: number }>(
  `select seq from entry where session_id = :session and seq <= :size
   union
   select seq from entry where session_id is null and seq <= :size
     and type in (select value from json_each(:types))
     and cast(bytes as text) ->> '$.ids.session' = :session
   order by seq`,
);

const one = query<EntryRow, { seq: number }>('select seq, type, bytes from entry where seq = :seq');

/** The entries up to a size that are about a session, as above. */
export function* pagesOfSession(db: Reader, size: number, session: string): Generator<EntryRow[]> {
  for (const { seq } of ofSession.all(db, { session, types: JSON.stringify(aboutSessions), size }))
    yield one.all(db, { seq });
}

/** The leaf hashes of the first so many entries, in order, in pages. */
export function* pagesOfLeaves(db: Reader, size: number): Generator<Uint8Array[]> {
  for (const range of windows(size)) yield leavesBetween.all(db, range).map(({ hash }) => hash);
}

const leavesBetween = query<{ hash: Uint8Array }, { after: number; through: number }>(
  'select hash from hash where level = 0 and place >= :after and place < :through order by place',
);
