import { patience, type Reader, type Writer } from './open.ts';
import { change, query } from './sql.ts';

const stored = query<{ value: string }, { session: string }>(
  'select value from choices where session_id = :session',
);

/** What the patient of a session chose, as JSON; null if nothing is kept. */
export const storedChoices = (db: Reader, session: string): string | null =>
  stored.get(db, { session })?.value ?? null;

export const putChoices = change<{ session: string; value: string }>(
  `insert into choices (session_id, value) values (:session, :value)
   on conflict (session_id) do update set value = excluded.value`,
);

const drop = change('delete from choices');

/** Deletes what any patient chose. Pages are overwritten as they are freed (secure_delete). */
export const dropChoices = (db: Writer): void => {
  drop(db, {});
};

/**
 * Empties the write-ahead log, where what was deleted may still stand. Whether nothing is left in it: not while
 * another connection reads, and nobody waits for that here.
 */
export const emptyWriteAheadLog = (db: Writer): boolean => {
  db.pragma('busy_timeout = 0');
  try {
    const [row] = db.pragma('wal_checkpoint(truncate)') as { busy: number }[];
    return row?.busy === 0;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
};
