import { closeSync, existsSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../problem.ts';
import { migrate } from './migrate.ts';
import { syncFolder } from './sync-folder.ts';

/** What a query needs of a connection. A function that takes a Reader cannot write. */
export interface Reader {
  prepare(sql: string): Pick<Database.Statement, 'get' | 'all' | 'iterate'>;
}

/** The one connection that writes. Transactions take synchronous functions only. */
export interface Writer extends Reader {
  prepare(sql: string): Database.Statement;
  transaction: Database.Database['transaction'];
  pragma: Database.Database['pragma'];
  readonly inTransaction: boolean;
  close(): void;
}

/** What every connection that writes must have read back, and what it means when it has not. */
const required = {
  journal_mode: 'wal',
  // better-sqlite3 is compiled to fall back to NORMAL in WAL mode after the first write, and acknowledged rows
  // would be lost at a power cut: FULL must be set explicitly, and is checked again after a first write.
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  recursive_triggers: 1,
  cell_size_check: 1,
  // What the patient chose is erased at close: freed pages must be overwritten.
  secure_delete: 1,
  // What is sorted or gathered on the way is nowhere but in memory, and gone with the process.
  temp_store: 2,
} as const;

/** How long a connection waits for another one that writes, in milliseconds. */
export const patience = 5000;

export class UnsafeDatabase extends Problem {}

/**
 * Opens the database file, creating it where there is none, and brings its schema up to date.
 * Throws UnsafeDatabase where SQLite will not promise what the record needs, or a newer version wrote the file.
 */
export const openWriter = (file: string): Writer => {
  const isNew = makeFile(file);
  const db = new Database(file, { timeout: patience });
  try {
    for (const [name, value] of Object.entries(required)) db.pragma(`${name} = ${value}`);
    migrate(db);
    db.exec('begin immediate; pragma user_version; commit');
    checkPragmas(db);
    if (isNew) syncFolder(dirname(file));
    return db;
  } catch (problem) {
    db.close();
    throw problem;
  }
};

/**
 * Makes the file where there is none. Only its user may read it, whoever may look into the folder; the files beside
 * it get the same rights. One that is there is left to SQLite: to close it here would take away the locks that other
 * connections of this process have on it (https://sqlite.org/howtocorrupt.html, 2.2).
 */
const makeFile = (file: string): boolean => {
  if (existsSync(file)) return false;
  closeSync(openSync(file, 'a', 0o600));
  return true;
};

const checkPragmas = (db: Database.Database): void => {
  for (const [name, wanted] of Object.entries(required)) {
    const found: unknown = db.pragma(name, { simple: true });
    if (found !== wanted) throw new UnsafeDatabase(`SQLite has ${name} = ${String(found)}, not ${wanted}`);
  }
};

/**
 * A second, read-only connection, for long reads that must not delay a tap. All that it reads is of one moment,
 * that of its first read.
 */
export const openReader = (file: string): Reader & { close(): void } => {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: patience });
  db.pragma('trusted_schema = 0');
  db.exec('begin');
  return db;
};

/**
 * Claims a data folder for this process until it ends, however it ends: the operating system gives the lock back.
 * Null where another process has it; throws a Problem where the file cannot be made, and what SQLite says.
 */
export const claim = (file: string): { release(): void } | null => {
  const db = lockFile(file);
  try {
    // Nothing is written into it: a full disk must not look like another process.
    db.pragma('journal_mode = memory');
    db.exec('begin exclusive');
    held.add(db);
    return { release: () => held.delete(db) && db.close() };
  } catch (problem) {
    db.close();
    if (problem instanceof Database.SqliteError && problem.code.startsWith('SQLITE_BUSY')) return null;
    throw problem;
  }
};

/** Locks that are held: a connection that nobody refers to would be collected, and its lock with it. */
const held = new Set<Database.Database>();

const lockFile = (file: string): Database.Database => {
  try {
    return new Database(file, { timeout: 0 });
  } catch {
    throw new Problem(`The file ${file} cannot be made or opened.`);
  }
};
