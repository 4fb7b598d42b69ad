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
  /** How many people or sessions it changed that can still be put back. */
  changes: number;
}

export const putImport = change<Omit<ImportRow, 'undone_at' | 'changes'>>(
  `insert into import (id, what, at, by_person, files, counts)
   values (:id, :what, :at, :by_person, :files, :counts)`,
);

const columns = `id, what, at, by_person, files, counts, undone_at,
  (select count(*) from import_change where import_id = import.id) as changes`;

/** The last ones first. */
export const lastImports = query<ImportRow, { what: string }>(
  `select ${columns} from import where what = :what order by rowid desc limit 50`,
);
export const importById = query<ImportRow, { id: string }>(`select ${columns} from import where id = :id`);

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
export const dropImportChanges = change<{ import: string }>(
  'delete from import_change where import_id = :import',
);
export const putUndone = change<{ id: string; at: string }>(
  'update import set undone_at = :at where id = :id',
);

/** Forgets what is no longer offered to be put back, and imports of long ago. Pages are overwritten as they are freed. */
export const dropOldImportChanges = change<{ before: string }>(
  `delete from import_change where import_id in (
     select id from import where at < :before
     or rowid not in (select rowid from import order by rowid desc limit 20)
   )`,
);
export const oldImportChanges = query<{ one: number }, { before: string }>(
  `select 1 as one from import_change join import on import.id = import_id where at < :before limit 1`,
);
export const dropOldImports = change(
  'delete from import where rowid not in (select rowid from import order by rowid desc limit 200)',
);
