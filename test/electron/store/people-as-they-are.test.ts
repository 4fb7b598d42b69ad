import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrationsFolder } from '../../../electron/paths.ts';
import { openWriter, type Writer } from '../../../electron/store/open.ts';
import { importedPeople } from '../../../electron/store/roster.ts';
import { temporaryFolder } from '../../support/device.ts';

const steps = readdirSync(migrationsFolder)
  .filter((name) => name.endsWith('.sql'))
  .sort();

/** A database as the version before it could say who is away made it, with two people, one of whom had left. */
const older = (): string => {
  const file = join(temporaryFolder(), 'bedside.db');
  const db = new DatabaseSync(file);
  db.exec(
    'create table migration (number integer primary key, name text not null, checksum text not null) strict',
  );
  for (const [index, name] of steps.slice(0, 4).entries()) {
    const sql = readFileSync(new URL(name, migrationsFolder), 'utf8');
    db.exec(sql);
    db.prepare('insert into migration values (?, ?, ?)').run(
      index + 1,
      name,
      createHash('sha256').update(sql).digest('hex'),
    );
  }
  const person = db.prepare(
    `insert into person (id, given, role, languages, origin, search, retired_at, added_at, changed_at)
     values (?, ?, 'surgeon', '[]', 'import', ?, ?, 'then', 'then')`,
  );
  person.run('a', 'Ana', 'ana', null);
  person.run('b', 'Bo', 'bo', 'then');
  db.close();
  return file;
};
const opened = (file: string): Writer => {
  const db = openWriter(file);
  onTestFinished(() => db.close());
  return db;
};

test('people of an older record are as they were: here or gone, nobody away, and known by no number', () => {
  expect(steps[4]).toBe('005-people-as-they-are.sql');
  expect(importedPeople.all(opened(older()), {})).toMatchObject([
    { given: 'Ana', retired: 0, on_leave: 0, identifiers: '[]' },
    { given: 'Bo', retired: 1, on_leave: 0, identifiers: '[]' },
  ]);
});

test('a number is kept as a hash, once, and of somebody', () => {
  const db = opened(older());
  const put = db.prepare("insert into person_identifier (hash, person_id, system) values (?, ?, '')");
  const hash = Buffer.alloc(32, 7);
  put.run(hash, 'a');
  expect(() => put.run(hash, 'b')).toThrow('UNIQUE');
  expect(() => put.run(Buffer.from('E-100'), 'a')).toThrow('CHECK');
  expect(() => put.run(Buffer.alloc(32, 8), 'nobody')).toThrow('FOREIGN KEY');
  expect(() => db.prepare('update person set on_leave = 2').run()).toThrow('CHECK');
});
