import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Writer } from '../../../electron/store/open.ts';
import { query } from '../../../electron/store/sql.ts';
import { demoDevice } from '../../support/device.ts';

const tables = query<{ name: string; strict: number }>(
  "select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'",
);
const columns = query<{ name: string; pk: number }, { table: string }>(
  'select name, pk from pragma_table_info(:table)',
);
const foreignKeys = query<{ from: string; table: string }, { table: string }>(
  'select "from", "table" from pragma_foreign_key_list(:table)',
);

const tableNames = (db: Writer): string[] => tables.all(db, {}).map(({ name }) => name);

test('every table is STRICT and has a primary key', () => {
  const { db } = demoDevice();
  for (const { name, strict } of tables.all(db, {})) {
    expect({ name, strict }).toEqual({ name, strict: 1 });
    expect(
      columns.all(db, { table: name }).filter(({ pk }) => pk > 0),
      name,
    ).not.toEqual([]);
  }
});

test('there is one head of the log, and the database sees to it', () => {
  const { db } = demoDevice();
  const second = db.prepare('insert into head select 2, log_id, size, frontier, root from head');
  expect(() => second.run()).toThrow('CHECK');
});

/** Ids that the log holds for itself: its tables can be rebuilt whatever became of people, places and schedules. */
const fromTheLog = [
  'entry.event_id',
  'entry.session_id',
  'head.log_id',
  'hold.session_id',
  'session.place_id',
  'session.unit_id',
  'session.scheduled_id',
  'participant.person_id',
];

test('every id of another row is a declared foreign key, but for those that the log holds for itself', () => {
  const { db } = demoDevice();
  const undeclared = tableNames(db).flatMap((table) => {
    const declared = new Set(foreignKeys.all(db, { table }).map(({ from }) => from));
    return columns
      .all(db, { table })
      .filter(({ name }) => name.endsWith('_id') && !declared.has(name))
      .map(({ name }) => `${table}.${name}`);
  });
  expect(undeclared.sort()).toEqual([...fromTheLog].sort());
});

test('every table is read and written by the store', () => {
  const { db } = demoDevice();
  const folder = new URL('../../../electron/store/', import.meta.url);
  const sql = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  for (const table of tableNames(db)) {
    expect(sql, `nothing writes ${table}`).toMatch(new RegExp(`insert into ${table}\\b`));
    expect(sql, `nothing reads ${table}`).toMatch(new RegExp(`(from|join) ${table}\\b`));
  }
});

test('an introduction cannot be kept with a status but without the entry that gave it', () => {
  const { db } = demoDevice();
  db.pragma('foreign_keys = 0');
  const put = db.prepare(
    'insert into introduction (round_id, participant_id, place, status, method, seq) values (?, ?, 0, ?, ?, ?)',
  );
  expect(() => put.run('r', 'p', 'introduced', 'self', null)).toThrow('CHECK');
  expect(() => put.run('r', 'p', 'introduced', null, 1)).toThrow('CHECK');
  expect(() => put.run('r', 'p', 'absent', 'self', 1)).toThrow('CHECK');
  expect(() => put.run('r', 'p', 'perhaps', null, 1)).toThrow('CHECK');
  expect(put.run('r', 'p', 'introduced', 'self', 1).changes).toBe(1);
});
