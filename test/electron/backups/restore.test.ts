import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { decodeEntry, type Entry } from '../../../core/log/entry.ts';
import { rebuildFromLog } from '../../../electron/log/project.ts';
import { newestBackup } from '../../../electron/services/backups/list.ts';
import { changeChoices } from '../../../electron/services/choices.ts';
import { type Device, databaseFile } from '../../../electron/services/device.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { openSession } from '../../../electron/services/sessions.ts';
import { changeSettings } from '../../../electron/services/settings.ts';
import { verifyFolder } from '../../../electron/services/verify/folder.ts';
import { lastCheckpoint } from '../../../electron/store/checkpoints.ts';
import { allEntries, logs, readHead } from '../../../electron/store/log.ts';
import { openReader } from '../../../electron/store/open.ts';
import { bedside, bytesIn, copyOf, demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { rowsOf } from '../../support/tables.ts';
import { purgeBefore, yearsOfRecord } from '../retention/old-record.ts';
import { kioskWithBackup, put, sessions } from './kiosk-with-backup.ts';
import { backedUp } from './made.ts';

const trust = { key: null, anchors: [], witnesses: [] };

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

test('after damage: the kiosk begins anew, the newest backup is put back, and then nothing is wrong any more', async () => {
  const { folder, backup, log, size } = await kioskWithBackup();
  writeFileSync(databaseFile(folder), 'no database'.repeat(500));
  const first = startDevice({ folder, host: 'browser', demo: false });
  expect(first.health.status.state).toBe('damaged');
  changeSettings(first, { kind: 'system' }, { language: 'es' });
  first.close();
  expect(put(folder, newestBackup(folder)?.file ?? '')).toMatchObject({ held: { log, size } });
  expect(verifyFolder(folder, trust).answer).toMatchObject({ result: 'ok', size: size + 1 });
  const again = startDevice({ folder, host: 'browser', demo: false });
  onTestFinished(() => again.close());
  expect(again.health.status).toMatchObject({ state: 'ok', recording: true });
  expect(backup).toBe(newestBackup(folder)?.file);
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

test('a record whose oldest entries were purged is backed up and put back without them, and verifies', async () => {
  const { device, in2019 } = await yearsOfRecord();
  await purgeBefore(device, '2020-01-01');
  const left = rowsOf(device.db, sessions);
  const { file, size } = await backedUp(device);
  device.close();
  put(device.folder, file);
  const again = opened(device.folder);
  expect(verifyFolder(device.folder, trust).answer).toMatchObject({
    ...{ result: 'ok', purged: in2019, size: size + 1, entries: size + 1 - in2019 },
  });
  expect(rowsOf(again.db, sessions)).toEqual(left);
});

test('the newest backup is the one that is offered after damage', async () => {
  const { folder, backup, size } = await kioskWithBackup();
  expect(newestBackup(folder)).toMatchObject({ file: backup, size });
});
