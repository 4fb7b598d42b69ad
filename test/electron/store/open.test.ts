import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { UnknownSchema } from '../../../electron/store/migrate.ts';
import { claim, openReader, openWriter, type Writer } from '../../../electron/store/open.ts';
import { putSetting } from '../../../electron/store/settings.ts';
import { temporaryFolder } from '../../support/device.ts';

const newFile = (): string => join(temporaryFolder(), 'bedside.db');

const opened = (file: string): Writer => {
  const db = openWriter(file);
  onTestFinished(() => db.close());
  return db;
};

const promised = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  recursive_triggers: 1,
  cell_size_check: 1,
  secure_delete: 1,
};

const found = (db: Writer) =>
  Object.fromEntries(Object.keys(promised).map((name) => [name, db.pragma(name, { simple: true })]));

test('every promise of the database holds after a first write, and again after it is opened anew', () => {
  const file = newFile();
  const first = openWriter(file);
  putSetting(first, { name: 'language', value: '"en"' });
  expect(found(first)).toEqual(promised);
  first.close();
  const second = opened(file);
  expect(found(second)).toEqual(promised);
  putSetting(second, { name: 'language', value: '"es"' });
  expect(found(second)).toEqual(promised);
});

/** A closed database in which one migration is not as this version knows it. */
const estranged = (sql: string): string => {
  const file = newFile();
  const db = openWriter(file);
  db.prepare(sql).run();
  db.close();
  return file;
};

test('a database that a newer version wrote is refused and not touched', () => {
  const file = estranged("insert into migration values (99, '099-from-the-future.sql', 'unknown')");
  const before = readFileSync(file);
  expect(() => openWriter(file)).toThrow(UnknownSchema);
  expect(() => openWriter(file)).toThrow('099-from-the-future.sql');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a database made with another form of a migration is refused and not touched', () => {
  const file = estranged("update migration set checksum = 'another' where number = 1");
  const before = readFileSync(file);
  expect(() => openWriter(file)).toThrow(UnknownSchema);
  expect(() => openWriter(file)).toThrow('001-log-and-sessions.sql');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a reading connection cannot write, and sees one moment however long it reads', () => {
  const file = newFile();
  const db = opened(file);
  const reader = openReader(file);
  onTestFinished(() => reader.close());
  const settings = reader.prepare('select count(*) as n from setting');
  expect(settings.get()).toEqual({ n: 0 });
  putSetting(db, { name: 'language', value: '"en"' });
  expect(settings.get()).toEqual({ n: 0 });
  // Stricter than the type, which has no `run` at all.
  expect(() => reader.prepare("insert into setting values ('a', '1') returning name").get()).toThrow(
    'readonly',
  );
});

const module = fileURLToPath(new URL('../../../electron/store/open.ts', import.meta.url));

/** Another process that claims the folder, says how that went, and then stays. */
const claimant = async (file: string): Promise<{ said: string; child: ChildProcess }> => {
  const script = `
    const { claim } = await import(${JSON.stringify(module)});
    console.log(claim(${JSON.stringify(file)}) === null ? 'refused' : 'claimed');
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [said] = await once(child.stdout, 'data');
  return { said: String(said).trim(), child };
};

test('a folder belongs to one process at a time, until that ends in whatever way', async () => {
  const lock = join(temporaryFolder(), 'kiosk.lock');
  const first = await claimant(lock);
  expect(first.said).toBe('claimed');
  expect(claim(lock)).toBeNull();
  expect((await claimant(lock)).said).toBe('refused');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const mine = claim(lock);
  expect(mine).not.toBeNull();
  expect((await claimant(lock)).said).toBe('refused');
  mine?.release();
  expect((await claimant(lock)).said).toBe('claimed');
});
