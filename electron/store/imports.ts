import { change, query } from './sql.ts';

/** An import as it is remembered; `files` and `counts` are JSON. */
export interface ImportRow {
  id: string;
  what: 'people' | 'schedule';
  at: string;
  by_person: string | null;
  files: string;
  counts: string;
  undone_at: string | null;
  /** Whether it changed people or sessions that can still be put back. */
  changes: 0 | 1;
}

/** Remembers an import; while it `is_done` 0, it is only being prepared. */
export const putImport = change<Omit<ImportRow, 'undone_at' | 'changes'> & { is_done: 0 | 1 }>(
  `insert into import (id, what, at, by_person, files, counts, is_done)
   values (:id, :what, :at, :by_person, :files, :counts, :is_done)`,
);

/** What was prepared counts, as it came to. Gives 0 where it is gone. */
export const finishImport = change<{ id: string; at: string }>(
  'update import set is_done = 1, at = :at where id = :id and is_done = 0',
);

const columns = `id, what, at, by_person, files, counts, undone_at,
  exists (select 1 from import_change where import_id = import.id) as changes`;

/** The last ones first. */
export const lastImports = query<ImportRow, { what: string }>(
  `select ${columns} from import where what = :what and is_done = 1 order by rowid desc limit 50`,
);
export const importById = query<ImportRow, { id: string }>(
  `select ${columns} from import where id = :id and is_done = 1`,
);

/** What an import made of one person or session; JSON, and null for nothing. */
export type ImportChangeRow = {
  item: string;
  before: string | null;
  after: string | null;
  photo: string | null;
};

export const putImportChange = change<ImportChangeRow & { import: string }>(
  `insert into import_change (import_id, item, before, after, photo)
   values (:import, :item, :before, :after, :photo)`,
);
export const importChanges = query<ImportChangeRow, { import: string }>(
  'select item, before, after, photo from import_change where import_id = :import order by item',
);
export const countImportChanges = query<{ count: number }, { import: string }>(
  'select count(*) as count from import_change where import_id = :import',
);
export const putUndone = change<{ id: string; at: string }>(
  'update import set undone_at = :at where id = :id',
);

/**
 * Which imports there is nothing to be put back of any more: those before a day, all but the last twenty, those that were
 * put back; and, of those that never were done, those before `unfinished`.
 */
const over = `select id from import where undone_at is not null
  or is_done = 1 and (at < :before or rowid not in (select rowid from import where is_done = 1 order by rowid desc limit 20))
  or is_done = 0 and at < :unfinished`;

/**
 * Forgets some of what is no longer offered to be put back, so many at a time; gives how many it were. Pages are
 * overwritten as they are freed (secure_delete).
 */
export const dropOverChanges = change<{ before: string; unfinished: string; most: number }>(
  `delete from import_change where (import_id, item) in (
     select import_id, item from import_change where import_id in (${over}) limit :most
   )`,
);
export const overChanges = query<{ one: number }, { before: string; unfinished: string }>(
  `select 1 as one from import_change where import_id in (${over}) limit 1`,
);
/** Forgets what was prepared of an import that is not carried out, so much at a time. */
export const dropSomeChanges = change<{ import: string; most: number }>(
  `delete from import_change where (import_id, item) in (
     select import_id, item from import_change where import_id = :import limit :most
   )`,
);
export const dropUnfinished = change<{ id: string }>('delete from import where id = :id and is_done = 0');

/** One that is being prepared, or never was done. */
export const unfinishedImport = query<{ id: string }>('select id from import where is_done = 0 limit 1');
/** Imports of long ago, and those that never were done, once nothing is kept of them. */
export const dropOldImports = change<{ unfinished: string }>(
  `delete from import where rowid not in (select rowid from import order by rowid desc limit 200)
   or is_done = 0 and at < :unfinished`,
);
