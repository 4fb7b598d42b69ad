import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { restore } from '../../../electron/services/backups/restore.ts';
import { type Device, databaseFile } from '../../../electron/services/device.ts';
import { openAlone, openDevice } from '../../../electron/services/open-device.ts';
import { readHead } from '../../../electron/store/log.ts';
import { openReader } from '../../../electron/store/open.ts';
import { bytesIn, demoDevice, temporaryFolder } from '../../support/device.ts';
import { kioskWithBackup, put } from './kiosk-with-backup.ts';
import { backedUp } from './made.ts';
import { flipBit } from './steps.ts';

const opened = (folder: string): Device => {
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  return device;
};

/** What somebody, or a disk, did to a backup; and the code by which it is refused. */
const bad: [string, string, (file: string) => void][] = [
  ['no database', 'not-a-backup', (file) => writeFileSync(file, 'not a database'.repeat(500))],
  ['nothing in it', 'not-a-backup', (file) => writeFileSync(file, '')],
  [
    'half of it missing',
    'database-damaged',
    (file) => writeFileSync(file, readFileSync(file).subarray(0, 20 * 4096)),
  ],
  ['a bit turned over in a page of an index', 'database-damaged', (file) => flipBit(file, 7 * 4096 + 3)],
  [
    'a newer version',
    'newer-version',
    changed("insert into migration values (99, '099-from-the-future.sql', 'x')"),
  ],
  [
    'a trigger',
    'schema-differs',
    changed('create trigger t after insert on entry begin delete from entry; end'),
  ],
  ['another program’s', 'schema-differs', changed('drop table migration; drop table choices')],
  [
    'an entry changed',
    'entry-changed',
    changed("update entry set bytes = cast(replace(bytes, 'self', 'selg') as blob)"),
  ],
  ['an entry gone', 'entry-changed', changed('delete from introduction; delete from entry where seq = 20')],
  ['the end cut off', 'entry-missing', changed('delete from introduction; delete from entry where seq > 20')],
  [
    'a hash changed',
    'hash-changed',
    changed('update hash set hash = randomblob(32) where level = 2 and place = 1'),
  ],
  ['a root changed', 'head-disagrees', changed('update head set root = randomblob(32)')],
  [
    'its end not signed',
    'end-not-signed',
    changed('delete from checkpoint where size = (select size from head)'),
  ],
  ['signed by another', 'checkpoint-unsigned', changed('update log set public_key = randomblob(32)')],
  [
    'filed under another session',
    'row-disagrees',
    changed('update entry set session_id = null where session_id is not null'),
  ],
  ['in use', 'not-a-backup', (file) => new Database(file).pragma('journal_mode = wal')],
];

function changed(sql: string): (file: string) => void {
  return (file) => {
    const db = new Database(file);
    db.pragma('foreign_keys = 0');
    db.exec(sql);
    db.close();
  };
}

test('a backup that does not hold is refused with the reason, and nothing is touched', async () => {
  const { folder, backup } = await kioskWithBackup();
  const bytes = readFileSync(backup);
  const before = bytesIn(folder);
  for (const [what, why, spoil] of bad) {
    const file = join(temporaryFolder(), 'spoilt.db');
    writeFileSync(file, bytes);
    spoil(file);
    for (const yes of [false, true]) {
      const done = restore({ data: folder, from: file, yes });
      expect([what, done.ok ? 'put back' : done.problem.why]).toEqual([what, why]);
      if (!done.ok) expect(done.problem.sentence).toMatch(/\.$/);
    }
  }
  expect(bytesIn(folder).equals(before)).toBe(true);
  const missing = restore({ data: folder, from: join(folder, 'none.db'), yes: true });
  expect(missing).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringContaining('no such file') },
  });
  mkdirSync(join(folder, 'a-folder'));
  expect(restore({ data: folder, from: join(folder, 'a-folder'), yes: true })).toMatchObject({ ok: false });
});

/** What lies in a folder, but for the files that SQLite puts beside a database to read it. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !/-(?:wal|shm)$/.test(name) && name !== 'backups')
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );

test('without the word for it, nothing is done but to say what would be', async () => {
  const { folder, backup, size, present } = await kioskWithBackup();
  const before = filesIn(folder);
  expect(restore({ data: folder, from: backup, yes: false })).toMatchObject({
    ok: true,
    value: {
      held: { size },
      present: { state: 'there', size: present, after: present - size },
      restored: null,
    },
  });
  expect(filesIn(folder)).toEqual(before);
  const other = await backedUp(demoDevice());
  expect(restore({ data: folder, from: other.file, yes: false })).toMatchObject({
    value: { present: { after: null } },
  });
  const none = join(temporaryFolder(), 'none');
  expect(restore({ data: none, from: backup, yes: false })).toMatchObject({
    value: { present: { state: 'none' } },
  });
  expect(existsSync(none)).toBe(false);
});

test('while a kiosk runs on the folder, or another program has the record open, nothing is put back', async () => {
  const { folder, backup, present } = await kioskWithBackup();
  const kiosk = openAlone({ folder });
  expect(() => put(folder, backup)).toThrow('Another Bedside Hello runs on the folder');
  kiosk.close();
  const reader = openReader(databaseFile(folder));
  reader.prepare('select * from head').all();
  expect(() => put(folder, backup)).toThrow('in use by another program');
  reader.close();
  expect(readHead(opened(folder).db)?.size).toBe(present);
  expect(existsSync(join(folder, 'quarantine'))).toBe(false);
});
