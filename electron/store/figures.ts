import type { StoredDay, WordKind } from '../../core/figures/piece.ts';
import type { DayOfPieces, DayPart } from '../../core/figures/tally.ts';
import type { Reader, Writer } from './open.ts';
import { change, query } from './sql.ts';

/** Days of the wall clock, YYYY-MM-DD, both included. */
interface Days extends Record<string, string> {
  from: string;
  to: string;
}

/** The figures of days, in any order. */
export const figuresBetween = query<DayOfPieces, Days>(
  'select day, part, pieces from figures where day between :from and :to',
);

export const figuresOf = query<StoredDay, { day: string; part: string }>(
  'select pieces, ids from figures where day = :day and part = :part',
);

export const putFigures = change<{ day: string; part: DayPart; pieces: Uint8Array; ids: string }>(
  `insert into figures (day, part, pieces, ids) values (:day, :part, :pieces, :ids)
   on conflict (day, part) do update set pieces = excluded.pieces, ids = excluded.ids`,
);

export const dropFigures = change<{ day: string; part: DayPart }>(
  'delete from figures where day = :day and part = :part',
);

/** The words that stand in figures as numbers, by these. */
export const figureWords = query<{ id: number; kind: WordKind; word: string }>(
  'select id, kind, word from figures_word order by id',
);

const wordId = query<{ id: number }, { kind: WordKind; word: string }>(
  'select id from figures_word where kind = :kind and word = :word',
);
const addWord = change<{ kind: WordKind; word: string }>(
  'insert into figures_word (kind, word) values (:kind, :word)',
);

/** The number of a word; it gets one if it has none. */
export const numberOfWord = (db: Writer, kind: WordKind, word: string): number => {
  const known = wordId.get(db, { kind, word });
  if (known !== undefined) return known.id;
  addWord(db, { kind, word });
  const added = wordId.get(db, { kind, word });
  if (added === undefined) throw new Error('A word that was added is not there');
  return added.id;
};

/** What has to be counted again: a session of a day, or a scheduled one. */
export interface Due extends Record<string, string> {
  day: string;
  part: DayPart;
  id: string;
}

/** All that is kept. */
export const allFigures = query<StoredDay & { day: string; part: DayPart }>(
  'select day, part, pieces, ids from figures',
);

export const isDue = query<{ one: number }, Due>(
  'select 1 as one from figures_due where day = :day and part = :part and id = :id',
);

/** How many sessions and scheduled ones are not due: as many must be kept. */
export const countKept = query<{ count: number }>(
  `select (
     select count(*) from session where not exists (
       select 1 from figures_due where day = substr(opened_at, 1, 10) and part = 'sessions' and id = session.id
     )
   ) + (
     select count(*) from scheduled_session where not exists (
       select 1 from figures_due where day = date and part = 'schedule' and id = scheduled_session.id
     )
   ) as count`,
);

/** What is due of these days. */
export const dueBetween = query<Due, Days>(
  'select day, part, id from figures_due where day between :from and :to order by day, part, id',
);

/** What is due before the transaction ends. */
export const dueNow = query<Due>(
  'select day, part, id from figures_due where late = 0 order by day, part, id',
);

/** So many of what may wait, after one of them. */
export const dueLate = query<Due, { day: string; part: string; id: string; most: number }>(
  `select day, part, id from figures_due
   where late = 1 and (day, part, id) > (:day, :part, :id) order by day, part, id limit :most`,
);

/** It was counted. */
export const settle = change<Due>('delete from figures_due where day = :day and part = :part and id = :id');

/** It cannot be counted now. */
export const putOff = change<Due>(
  'update figures_due set late = 1 where day = :day and part = :part and id = :id',
);

/** All of a day is to be counted again in its turn. */
export const duePart: Record<DayPart, (db: Writer, at: { day: string }) => number> = {
  sessions: change<{ day: string }>(
    `insert into figures_due (day, part, id, late) select :day, 'sessions', id, 1 from session
     where opened_at >= :day and opened_at < :day || 'U' on conflict (day, part, id) do nothing`,
  ),
  schedule: change<{ day: string }>(
    `insert into figures_due (day, part, id, late) select date, 'schedule', id, 1 from scheduled_session
     where date = :day on conflict (day, part, id) do nothing`,
  ),
};

const rules = query<{ counted_by: number }>('select counted_by from figures_rules');
const putRules = change<{ counted_by: number }>(
  `insert into figures_rules (id, counted_by) values (1, :counted_by)
   on conflict (id) do update set counted_by = excluded.counted_by`,
);
const allDue = [
  'delete from figures',
  `insert into figures_due (day, part, id, late) select substr(opened_at, 1, 10), 'sessions', id, 1 from session
   where true on conflict (day, part, id) do nothing`,
  `insert into figures_due (day, part, id, late) select date, 'schedule', id, 1 from scheduled_session
   where true on conflict (day, part, id) do nothing`,
].map((sql) => change(sql));

/** By which rules the figures were counted; null where none ever were. */
export const rulesOfFigures = (db: Reader): number | null => rules.get(db, {})?.counted_by ?? null;

/** Everything is to be counted again in its turn, by these rules. */
export const beginFigures = (db: Writer, countedBy: number): void => {
  for (const each of allDue) each(db, {});
  putRules(db, { counted_by: countedBy });
};
