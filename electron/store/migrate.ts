import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { migrationsFolder } from '../paths.ts';
import { Problem } from '../problem.ts';
import type { Writer } from './open.ts';
import { change, query } from './sql.ts';

/** The database was written by a newer version, or a migration is not the one that was applied to it. */
export class UnknownSchema extends Problem {}

interface Migration {
  number: number;
  name: string;
  sql: string;
  checksum: string;
}

const known = (): Migration[] =>
  readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name, index) => {
      const sql = readFileSync(new URL(name, migrationsFolder), 'utf8');
      return { number: index + 1, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });

const applied = query<{ number: number; name: string; checksum: string }>(
  'select number, name, checksum from migration order by number',
);
const note = change<{ number: number; name: string; checksum: string }>(
  'insert into migration (number, name, checksum) values (:number, :name, :checksum)',
);

const isOfSchema = (problem: unknown): boolean =>
  problem instanceof Error &&
  'code' in problem &&
  typeof problem.code === 'string' &&
  /^SQLITE_(?:ERROR$|CONSTRAINT)/u.test(problem.code);

/**
 * What opens a database and writes to it first. Where a statement of ours does not fit its tables, or breaks a rule that
 * they have, they are not those that we made: one bit that turned over in the schema is enough. Throws UnknownSchema then.
 */
export const refusingOtherTables = <Value>(work: () => Value): Value => {
  try {
    return work();
  } catch (cause) {
    if (!isOfSchema(cause)) throw cause;
    throw new UnknownSchema('This database has other tables than this version of Bedside Hello makes.', {
      cause,
    });
  }
};

/** Brings the schema up to date, each step in a transaction of its own. Never changes what it does not know. */
export const migrate = (db: Writer & { exec(sql: string): unknown }): void => {
  db.exec(
    'create table if not exists migration (number integer primary key, name text not null, checksum text not null) strict',
  );
  const steps = known();
  const done = refusingOtherTables(() => applied.all(db, {}));
  for (const { number, name, checksum } of done) {
    const step = steps[number - 1];
    if (step === undefined)
      throw new UnknownSchema(`A newer version of Bedside Hello wrote this database (it has ${name}).`);
    if (step.checksum !== checksum)
      throw new UnknownSchema(`This database was made with another form of ${name} than this version has.`);
  }
  for (const step of steps.slice(done.length)) {
    db.transaction(() => {
      db.exec(step.sql);
      note(db, { number: step.number, name: step.name, checksum: step.checksum });
    }).immediate();
  }
};
