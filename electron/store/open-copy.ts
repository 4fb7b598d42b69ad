import { readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Problem } from '../problem.ts';
import { openReader, type Reader } from './open.ts';

/**
 * Opens a database to read it, also where the folder cannot be written: SQLite wants to put files beside one that is in
 * WAL mode, so there it is read into memory instead. Throws what SQLite says, and a Problem where changes that were not
 * yet written into the file lie beside it and cannot be read.
 */
export const openAnywhere = (file: string): Reader & { close(): void } => {
  const db = openReader(file);
  try {
    db.prepare('select 1 from sqlite_schema limit 1').get({});
    return db;
  } catch (problem) {
    db.close();
    if (!(problem instanceof Database.SqliteError) || !/^SQLITE_(CANTOPEN|READONLY)/.test(problem.code))
      throw problem;
    return inMemory(file);
  }
};

/** Bytes 18 and 19 of a database file: 2 for WAL, 1 for a rollback journal, which a copy in memory can have (sqlite.org/fileformat2.html, 1.3.3). */
const fileFormats = 18;

const inMemory = (file: string): Reader & { close(): void } => {
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw new Problem(
      `Not all of ${file} is in the file yet, and its folder cannot be written: copy the folder, and verify the copy.`,
    );
  const bytes = readFileSync(file);
  bytes.fill(1, fileFormats, fileFormats + 2);
  return new Database(bytes, { readonly: true });
};
