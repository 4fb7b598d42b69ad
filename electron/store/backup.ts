import { closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Problem } from '../problem.ts';
import { migrate } from './migrate.ts';
import { patience, type Reader } from './open.ts';
import { query } from './sql.ts';
import { isIntact } from './verify.ts';

/** A copy of the record that is to be written. */
export interface Copy {
  /**
   * Copies the record as it is at this moment, if its log is signed to its end; else false, and nothing was written.
   * Whoever records meanwhile does not wait, and what they record is not in it.
   */
  takeIfSigned(): boolean;
  close(): void;
}

/**
 * What the patient of an open session chose, and to which stay the session belongs, is not copied at all, so that none of
 * it can be left over in a backup.
 * VACUUM INTO cannot leave a table out, and cannot be told that the moment is one that a checkpoint was signed for.
 */
const leftOut = new Set(['choices', 'open_stay']);

const definitions = query<{ type: string; name: string; sql: string }>(
  `select type, name, sql from record.sqlite_schema
   where sql is not null and name not like 'sqlite_%' order by type != 'table', rowid`,
);

const signed = query<{ signed: number }>(
  'select exists (select 1 from record.checkpoint where checkpoint.size = head.size) as signed from record.head',
);

/**
 * Makes an empty database for a copy of the record in `from`; a file that is there is not taken. The copy is without
 * free pages and needs no file beside it. It is safe on the disk only when it was synced: it has no journal.
 */
export const openCopy = (to: string, from: string): Copy => {
  closeSync(openSync(to, 'wx', 0o600));
  const db = new Database(to, { timeout: patience });
  try {
    for (const pragma of [
      'journal_mode = off',
      'synchronous = off',
      'foreign_keys = off',
      'secure_delete = on',
    ])
      db.pragma(pragma);
    db.pragma('trusted_schema = off');
    db.prepare('attach ? as record').run(from);
  } catch (problem) {
    db.close();
    throw problem;
  }
  return {
    takeIfSigned: () => {
      // The first read decides of which moment all of it is.
      db.exec('begin');
      try {
        const isSigned = signed.get(db, {})?.signed === 1;
        if (isSigned) for (const one of definitions.all(db, {})) copyOne(db, one);
        db.exec('commit');
        return isSigned;
      } finally {
        if (db.inTransaction) db.exec('rollback');
      }
    },
    close: () => db.close(),
  };
};

const copyOne = (db: Database.Database, { type, name, sql }: { type: string; name: string; sql: string }) => {
  db.exec(sql);
  if (type === 'table' && !leftOut.has(name))
    db.exec(`insert into main."${name}" select * from record."${name}"`);
};

const broken = query<{ table: string }>('pragma foreign_key_check');

/** Whether SQLite finds every page, row, index and reference in order. Reads the whole file. */
export const isSound = (db: Reader): boolean => isIntact(db) && broken.get(db, {}) === undefined;

const schema = query<{ sql: string }>(
  "select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by type, name",
);

/** Whether the database has just the tables and indexes that this version of the program makes, and nothing else. */
export const hasOurSchema = (db: Reader): boolean => {
  const ours = new Database(':memory:');
  try {
    migrate(ours);
    const [wanted, found] = [schema.all(ours, {}), schema.all(db, {})];
    return wanted.length === found.length && wanted.every(({ sql }, at) => sql === found[at]?.sql);
  } finally {
    ours.close();
  }
};

/**
 * Brings into a database what stands in the write-ahead log beside it and lets go of that, as the last program that
 * closes it does. One that is damaged stays as it is. Throws a Problem where another program has it open.
 */
export const settle = (file: string): void => {
  try {
    const db = new Database(file, { fileMustExist: true, timeout: patience });
    try {
      // Nothing is brought in before something was read.
      db.prepare('select count(*) from sqlite_schema').get();
    } finally {
      db.close();
    }
  } catch (problem) {
    if (!isSqlite(problem)) throw problem;
    return;
  }
  if (existsSync(`${file}-wal`)) throw new Problem(`The database is in use by another program: ${file}`);
};

const isSqlite = (problem: unknown): boolean => problem instanceof Database.SqliteError;
