import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrationsFolder } from '../../../electron/paths.ts';
import { query } from '../../../electron/store/sql.ts';

/** The version before the record signed itself: leaves beside entries, no key, no hashes above the leaves. */
const versionBefore = ['001-log-and-sessions.sql', '002-people-and-places.sql'];

const columns = query<{ name: string; columns: string }>(
  `select tables.name, group_concat(quote(columns.name)) as columns
   from sqlite_schema as tables join pragma_table_info(tables.name) as columns
   where tables.type = 'table' and tables.name not in ('migration', 'entry') group by tables.name`,
);

const entry = 'seq, event_id, part, type, session_id, at, bytes';

/** Writes a record, closed, once more as the version before migration 003 would have left it. */
export const writeAsBefore = (record: string, to: string): void => {
  const db = new Database(to);
  db.pragma('journal_mode = wal');
  db.exec(
    'create table migration (number integer primary key, name text not null, checksum text not null) strict',
  );
  for (const [index, name] of versionBefore.entries()) {
    const sql = readFileSync(new URL(name, migrationsFolder), 'utf8');
    db.exec(sql);
    const checksum = createHash('sha256').update(sql).digest('hex');
    db.prepare('insert into migration values (?, ?, ?)').run(index + 1, name, checksum);
  }
  db.prepare('attach ? as newer').run(record);
  db.pragma('foreign_keys = off');
  db.exec(
    `insert into entry (${entry}, leaf)
     select ${entry}, hash from newer.entry join newer.hash on level = 0 and place = seq - 1`,
  );
  for (const { name, columns: names } of columns.all(db, {})) {
    const list = names.replaceAll("'", '"');
    db.exec(`insert into main."${name}" (${list}) select ${list} from newer."${name}"`);
  }
  db.close();
};
