import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { decodeEntry, type Entry } from '../../../core/log/entry.ts';
import { rebuildFromLog } from '../../../electron/log/project.ts';
import { newestBackup } from '../../../electron/services/backups/list.ts';
import { type Restoring, restore } from '../../../electron/services/backups/restore.ts';
import { changeChoices } from '../../../electron/services/choices.ts';
import { type Device, databaseFile } from '../../../electron/services/device.ts';
import { openAlone, openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { openSession } from '../../../electron/services/sessions.ts';
import { verifyFolder } from '../../../electron/services/verify/folder.ts';
import { lastCheckpoint } from '../../../electron/store/checkpoints.ts';
import { allEntries, logs, readHead } from '../../../electron/store/log.ts';
import { openReader } from '../../../electron/store/open.ts';
import { bedside, bytesIn, copyOf, demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { rowsOf } from '../../support/tables.ts';
import { backedUp } from './made.ts';
import { flipBit } from './steps.ts';

const trust = { key: null, anchors: [], witnesses: [] };
const sessions = ['session', 'participant', 'round', 'introduction'];

/** A kiosk that was backed up after one surgery, held another and was stopped. */
const kioskWithBackup = async () => {
  const device = demoDevice();
  const { folder } = device;
  wholeSurgery(device);
  const before = rowsOf(device.db, sessions);
  const { file, size, digest } = await backedUp(device);
  const { log_id: log, root } = readHead(device.db) ?? { log_id: '', root: new Uint8Array() };
  wholeSurgery(device);
  const present = readHead(device.db)?.size ?? 0;
  device.close();
  return { folder, before, backup: file, size, digest, log, root, present };
};

const put = (data: string, from: string): Restoring => {
  const done = restore({ data, from, yes: true });
  if (!done.ok) throw new Error(done.problem.sentence);
  return done.value;
};

const opened = (folder: string): Device => {
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  return device;
};

const entriesOf = ({ db }: Pick<Device, 'db'>): Entry[] =>
  allEntries.all(db, {}).map(({ bytes }) => decodeEntry(bytes));

test('the record is as it was at the backup, goes on as a new log that says where it came from, and verifies', async () => {
  const { folder, before, backup, size, digest, log, present } = await kioskWithBackup();
  const done = put(folder, backup);
  expect(done).toMatchObject({
    held: { log, size, digest },
    present: { state: 'there', size: present, after: present - size },
    restored: { size: size + 1, session: 'none', newKey: false, badges: true },
  });
  expect(verifyFolder(folder, trust)).toMatchObject({
    answer: { result: 'ok', size: size + 1 },
    kept: true,
    signed: size + 1,
  });
  const device = opened(folder);
  const entries = entriesOf(device);
  const restored = entries.at(-1);
  expect(restored).toMatchObject({
    ...{ seq: size + 1, type: 'restored', actor: { kind: 'command-line' } },
    data: { from: log, size, root: Buffer.from(done.held.root).toString('hex'), digest },
  });
  expect(createHash('sha256').update(readFileSync(backup)).digest('hex')).toBe(digest);
  expect(entries.slice(0, size).every((entry) => entry.log === log)).toBe(true);
  expect(restored?.log).not.toBe(log);
  expect(logs.all(device.db, {}).map(({ id, began }) => [id, began])).toEqual([
    [log, 1],
    [restored?.log, size + 1],
  ]);
  expect(lastCheckpoint.get(device.db, {})?.size).toBe(size + 1);
  expect(readFileSync(join(folder, 'checkpoint.txt'), 'utf8')).toBe(lastCheckpoint.get(device.db, {})?.note);
  expect(rowsOf(device.db, sessions)).toEqual(before);
});

test('a restored record goes on recording, is backed up, and can be put back again and again', async () => {
  const { folder, backup } = await kioskWithBackup();
  put(folder, backup);
  for (let time = 0; time < 2; time += 1) {
    const device = startDevice({ folder, host: 'browser', demo: false });
    wholeSurgery(device);
    const { file, size } = await backedUp(device);
    wholeSurgery(device);
    device.close();
    expect(put(folder, file).restored?.size).toBe(size + 1);
    expect(verifyFolder(folder, trust).answer).toMatchObject({ result: 'ok', size: size + 1 });
  }
  const device = opened(folder);
  expect(logs.all(device.db, {})).toHaveLength(4);
  const tables = rowsOf(device.db, sessions);
  rebuildFromLog(device.db);
  expect(rowsOf(device.db, sessions)).toEqual(tables);
});

test('a kiosk starts on a restored record and finds nothing wrong', async () => {
  const { folder, backup } = await kioskWithBackup();
  put(folder, backup);
  const device = startDevice({ folder, host: 'browser', demo: false });
  onTestFinished(() => device.close());
  const checked = entriesOf(device).filter(({ type }) => type === 'checked' || type === 'log-created');
  expect(checked.filter((entry) => entry.type === 'checked' && entry.data.result !== 'ok')).toEqual([]);
  expect(device.health.status).toMatchObject({ state: 'ok', recording: true });
});

test('what was there is in quarantine, whole, and can be opened and verified there', async () => {
  const { folder, backup, present, log } = await kioskWithBackup();
  const before = readFileSync(databaseFile(folder));
  const kept = readFileSync(join(folder, 'checkpoint.txt'), 'utf8');
  const room = put(folder, backup).restored?.room ?? '';
  expect(readdirSync(join(folder, 'quarantine')).map((name) => join(folder, 'quarantine', name))).toEqual([
    room,
  ]);
  expect(readdirSync(room).sort()).toEqual(['bedside.db', 'last-checkpoint.txt']);
  expect(readFileSync(join(room, 'bedside.db')).equals(before)).toBe(true);
  expect(readFileSync(join(room, 'last-checkpoint.txt'), 'utf8')).toBe(kept);
  expect(verifyFolder(room, trust).answer).toMatchObject({ result: 'ok', size: present });
  const db = openReader(databaseFile(room));
  onTestFinished(() => db.close());
  expect(readHead(db)?.log_id).toBe(log);
});

test('a power cut leaves a write-ahead log: what only it holds goes into quarantine with the record', async () => {
  const device = demoDevice();
  const { file, size } = await backedUp(device);
  const { open, tap } = bedside(device);
  open();
  tap({ type: 'open-round', kind: 'patient' });
  const present = readHead(device.db)?.size ?? 0;
  const folder = copyOf(device.folder);
  const main = temporaryFolder();
  copyFileSync(databaseFile(folder), databaseFile(main));
  const without = openReader(databaseFile(main));
  expect(readHead(without)?.size).toBeLessThan(present);
  without.close();
  const done = put(folder, file);
  expect(done.present).toMatchObject({ state: 'there', size: present, after: present - size });
  expect(verifyFolder(done.restored?.room ?? '', trust).answer).toMatchObject({
    result: 'ok',
    size: present,
  });
  expect(verifyFolder(folder, trust).answer).toMatchObject({ result: 'ok', size: size + 1 });
});

test('a record that is damaged goes into quarantine as it is, with all that lies beside it', async () => {
  const { folder, backup, size } = await kioskWithBackup();
  const damaged = { 'bedside.db': 'no database', 'bedside.db-wal': 'no log', 'bedside.db-shm': 'no index' };
  for (const [name, text] of Object.entries(damaged)) writeFileSync(join(folder, name), text.repeat(500));
  const done = put(folder, backup);
  expect(done.present).toEqual({ state: 'unreadable' });
  const room = done.restored?.room ?? '';
  // SQLite makes the third anew whenever it looks: it is an index to the second.
  for (const name of ['bedside.db', 'bedside.db-wal'] as const)
    expect(readFileSync(join(room, name), 'utf8')).toBe(damaged[name].repeat(500));
  expect(existsSync(join(room, 'bedside.db-shm'))).toBe(true);
  expect(verifyFolder(folder, trust).answer).toMatchObject({ result: 'ok', size: size + 1 });
});

test('into an empty folder: new keys, and the badges must be given out again', async () => {
  const { folder, backup, size } = await kioskWithBackup();
  const data = join(temporaryFolder(), 'new');
  expect(put(data, backup)).toMatchObject({
    present: { state: 'none' },
    restored: { size: size + 1, newKey: true, badges: false, room: null },
  });
  const keys = ['signing.key', 'badge.key'];
  const device = opened(data);
  for (const name of keys)
    expect(readFileSync(join(data, name)).equals(readFileSync(join(folder, name)))).toBe(false);
  expect(logs.all(device.db, {}).at(-1)?.public_key).toEqual(Buffer.from(device.signer.publicKey));
  expect(verifyFolder(data, trust).answer).toMatchObject({ result: 'ok', size: size + 1 });
  wholeSurgery(device);
});

test('where the key that signs was lost, the record goes on under a new one, and badges are read as before', async () => {
  const { folder, backup } = await kioskWithBackup();
  const badges = readFileSync(join(folder, 'badge.key'));
  rmSync(join(folder, 'signing.key'));
  expect(() => openDevice({ folder })).toThrow('restore');
  expect(put(folder, backup).restored).toMatchObject({ newKey: true, badges: true });
  expect(readFileSync(join(folder, 'badge.key')).equals(badges)).toBe(true);
  wholeSurgery(opened(folder));
});

test('a session that was open is closed by the device, and what its patient chose is gone', async () => {
  const device = demoDevice();
  const { folder } = device;
  const id = bedside(device).open();
  changeChoices(device, id, { callMe: 'Zorblax-of-Nine' });
  const { file, size } = await backedUp(device);
  device.close();
  expect(put(folder, file).restored).toMatchObject({ session: 'closed', size: size + 2 });
  const again = opened(folder);
  expect(openSession(again)).toBeNull();
  expect(entriesOf(again).at(-1)).toMatchObject({
    ...{ type: 'session-closed', actor: { kind: 'system' }, ids: { session: id } },
  });
  rmSync(join(folder, 'quarantine'), { recursive: true });
  expect(bytesIn(folder).includes('Zorblax')).toBe(false);
  const tables = rowsOf(again.db, sessions);
  rebuildFromLog(again.db);
  expect(rowsOf(again.db, sessions)).toEqual(tables);
  expect(verifyFolder(folder, trust).answer).toMatchObject({ result: 'ok' });
});

test('a round that was running can only be ended by people: the session comes up on its card again', async () => {
  const device = demoDevice();
  const { folder } = device;
  const { open, tap } = bedside(device);
  open();
  const round = tap({ type: 'open-round', kind: 'patient' });
  tap({ type: 'start-round', round, language: 'en', oneByOne: true });
  const card = openSession(device)?.rounds[0]?.current;
  const { file } = await backedUp(device);
  device.close();
  expect(put(folder, file).restored).toMatchObject({ session: 'in-round' });
  const again = opened(folder);
  expect(openSession(again)?.rounds[0]?.current).toBe(card);
  bedside(again).tap({ type: 'end-round', round, outcome: 'stopped' });
  bedside(again).tap({ type: 'close-session' });
  expect(verifyFolder(folder, trust).answer).toMatchObject({ result: 'ok' });
});

test('tables that were changed behind the log’s back in a backup are not believed', async () => {
  const { folder, backup, before } = await kioskWithBackup();
  const db = new Database(backup);
  db.exec(
    "update introduction set status = 'introduced', method = 'self', reason = null where seq is not null",
  );
  db.close();
  put(folder, backup);
  expect(rowsOf(opened(folder).db, sessions)).toEqual(before);
});

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
  const other = await kioskWithBackup();
  expect(restore({ data: folder, from: other.backup, yes: false })).toMatchObject({
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

test('the newest backup is the one that is offered after damage', async () => {
  const { folder, backup, size } = await kioskWithBackup();
  expect(newestBackup(folder)).toMatchObject({ file: backup, size });
});
