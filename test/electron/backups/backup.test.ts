import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { decodeEntry, type LogEvent } from '../../../core/log/entry.ts';
import { backUp, type Steps } from '../../../electron/services/backups/backup.ts';
import { beside } from '../../../electron/services/backups/beside.ts';
import { newestBackup } from '../../../electron/services/backups/list.ts';
import { isOnDisk } from '../../../electron/services/backups/on-disk.ts';
import { verifyCopy } from '../../../electron/services/backups/verify.ts';
import { changeChoices } from '../../../electron/services/choices.ts';
import type { Device } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { tablesFollow } from '../../../electron/services/verify/tables.ts';
import { lastCheckpoint } from '../../../electron/store/checkpoints.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import { openReader, type Reader } from '../../../electron/store/open.ts';
import { bedside, bytesIn, demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { rowsOf } from '../../support/tables.ts';
import { backedUp } from './made.ts';
import { before, flipBit, inThisThread } from './steps.ts';

const reading = (file: string): Reader => {
  const db = openReader(file);
  onTestFinished(() => db.close());
  return db;
};

const lastSaid = (device: Device): LogEvent | null => {
  const last = allEntries.all(device.db, {}).at(-1);
  return last === undefined ? null : decodeEntry(last.bytes);
};

const folderOf = (device: Device): string => join(device.folder, 'backups');
const inFolder = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

test('a backup is the record as it is, signed to its end, in one file that only its owner may read', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  const size = readHead(device.db)?.size ?? 0;
  const made = await backedUp(device, {}, beside);
  expect(made.size).toBe(size);
  expect(made.synced).toBe(true);
  expect(made.file).toMatch(/[/\\]backups[/\\]bedside-\d{8}T\d{6}Z-\d+\.db$/);
  expect(inFolder(folderOf(device))).toEqual([made.file.split('/').at(-1)]);
  expect(statSync(made.file).mode & 0o777).toBe(0o600);
  expect(statSync(folderOf(device)).mode & 0o777).toBe(0o700);
  const copy = reading(made.file);
  expect(lastCheckpoint.get(copy, {})?.size).toBe(size);
  const { entry: entries, head, hash, ...others } = rowsOf(device.db);
  const copied = rowsOf(copy);
  expect(copied).toMatchObject(others);
  expect(copied.entry).toHaveLength(size);
  expect(entries).toHaveLength(size + 1);
  expect(newestBackup(device.folder)).toEqual({ file: made.file, at: made.at, size });
});

test('the log says how far it went in the backup, and the digest of the very file', async () => {
  const device = demoDevice();
  const made = await backedUp(device, { actor: { kind: 'command-line' } });
  const digest = createHash('sha256').update(readFileSync(made.file)).digest('hex');
  expect(made.digest).toBe(digest);
  expect(lastSaid(device)).toMatchObject({
    type: 'backed-up',
    actor: { kind: 'command-line' },
    data: { size: made.size, digest },
  });
});

test('what is tapped after the copy was taken is not in it, and nothing of it is lost', async () => {
  const device = demoDevice();
  const tap = before('verify', () => wholeSurgery(device));
  const made = await backedUp(device, {}, tap);
  expect(readHead(device.db)?.size).toBeGreaterThan(made.size + 20);
  expect(verifyCopy(made.file)).toMatchObject({ ok: true, value: { size: made.size } });
  expect(tablesFollow(reading(made.file))).toBe(true);
});

const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));

/** Another process that taps on the record without a pause. */
const tapping = async (folder: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child;
};

test('while another process taps without a pause, each backup is one whole moment of it', async () => {
  const folder = temporaryFolder();
  const child = await tapping(folder);
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  const sizes: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const { file, size } = await backedUp(device, {}, time === 0 ? beside : inThisThread);
    expect(readHead(reading(file))?.size).toBe(size);
    expect(tablesFollow(reading(file))).toBe(true);
    sizes.push(size);
  }
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
  expect(new Set(sizes).size).toBe(3);
  expect(tablesFollow(device.db)).toBe(true);
});

test('what the patient of an open session chose is in the record and not a byte of it in the backup', async () => {
  const device = demoDevice();
  const session = bedside(device).open();
  const long = 'Zorblax-of-Nine'.repeat(20);
  for (const callMe of ['Quxotl-the-Elder', long.slice(0, 119)]) changeChoices(device, session, { callMe });
  let unfinished = Buffer.alloc(0);
  const chosen = ['Zorblax', 'Quxotl', 'callMe'];
  const record = bytesIn(device.folder);
  expect(chosen.filter((text) => !record.includes(text))).toEqual([]);
  const { file } = await backedUp(
    device,
    {},
    before('verify', (partial) => {
      unfinished = readFileSync(partial);
    }),
  );
  for (const bytes of [unfinished, readFileSync(file)])
    expect(chosen.filter((text) => bytes.includes(text))).toEqual([]);
  expect(reading(file).prepare('select * from choices').all({})).toEqual([]);
});

test('one bit that turns over between writing and verifying, wherever: no backup, and the log says why', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  const { size } = statSync((await backedUp(device)).file);
  const there = inFolder(folderOf(device));
  const places = Array.from({ length: 16 }, (_, index) => Math.floor((size * (2 * index + 1)) / 32) + index);
  for (const at of [18, 103, ...places]) {
    const made = await backUp(
      device,
      {},
      before('verify', (partial) => flipBit(partial, at, at % 8)),
    );
    expect({ at, ok: made.ok }).toEqual({ at, ok: false });
    if (!made.ok)
      expect(lastSaid(device)).toMatchObject({ type: 'backup-failed', data: { why: made.problem.why } });
  }
  expect(inFolder(folderOf(device))).toEqual(there);
});

test('an entry that was changed so that the database is sound all the same is found before the copy gets its name', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  const forge = before('verify', (partial) => {
    const bytes = readFileSync(partial);
    const at = bytes.indexOf('"method":"self"');
    expect(at).toBeGreaterThan(0);
    bytes.write('"method":"selg"', at);
    writeFileSync(partial, bytes);
  });
  expect(await backUp(device, {}, forge)).toMatchObject({ ok: false, problem: { why: 'entry-changed' } });
  expect(inFolder(folderOf(device))).toEqual([]);
});

test('a disk that is full before the copy is whole: nothing of it stays, and the log says so', async () => {
  const device = demoDevice();
  const full: Steps = async (job, input, how) => {
    const done = await inThisThread(job, input, how);
    if (job !== 'copy') return done;
    truncateSync(input.partial, 8192);
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  expect(await backUp(device, {}, full)).toMatchObject({ ok: false, problem: { why: 'disk-full' } });
  expect(inFolder(folderOf(device))).toEqual([]);
  expect(lastSaid(device)).toMatchObject({ type: 'backup-failed', data: { why: 'disk-full' } });
  expect((await backedUp(device)).size).toBeGreaterThan(1);
});

test('a backup is not begun where it would take the room that the record needs to go on', async () => {
  const device = demoDevice({ space: { reserve: Number.MAX_SAFE_INTEGER, warn: 0 } });
  const copies = before('discard', (partial) => expect(existsSync(partial)).toBe(false));
  expect(await backUp(device, {}, copies)).toMatchObject({ ok: false, problem: { why: 'disk-full' } });
});

test('a folder that cannot be used is said in a sentence, and nothing is taken for a backup', async () => {
  const device = demoDevice();
  const file = join(temporaryFolder(), 'a-file');
  writeFileSync(file, 'not a folder');
  const made = await backUp(device, { to: file }, inThisThread);
  expect(made).toEqual({
    ok: false,
    problem: { why: 'not-written', sentence: `The folder ${file} cannot be made or used.` },
  });
  expect(readFileSync(file, 'utf8')).toBe('not a folder');
});

test('a backup can go to another folder, which is made', async () => {
  const device = demoDevice();
  const to = join(temporaryFolder(), 'of the hospital', 'OR 3');
  const made = await backedUp(device, { to });
  expect(inFolder(to)).toEqual([made.file.split('/').at(-1)]);
  expect(inFolder(folderOf(device))).toEqual([]);
});

test('a file system that has no sync keeps the backup, and says that it may not be on the disk; one that fails does not', () => {
  const folder = temporaryFolder();
  const refusing = (code: string) => () => {
    throw Object.assign(new Error(code), { code });
  };
  expect(isOnDisk(folder)).toBe(true);
  for (const code of ['EINVAL', 'ENOTSUP', 'ENOSYS']) expect(isOnDisk(folder, refusing(code))).toBe(false);
  for (const code of ['EIO', 'ENOSPC']) expect(() => isOnDisk(folder, refusing(code))).toThrow(code);
});

test('a backup that is stopped leaves nothing half-written and asks nothing more of a device that closes', async () => {
  const device = demoDevice();
  const size = readHead(device.db)?.size;
  const stopping = new AbortController();
  const stop: Steps = async (job, input, how) => {
    if (job === 'verify') stopping.abort();
    return inThisThread(job, input, how);
  };
  const made = await backUp(device, { signal: stopping.signal }, stop);
  expect(made).toMatchObject({ ok: false, problem: { why: 'stopped' } });
  const begun = new AbortController();
  const beside = backUp(device, { signal: begun.signal });
  begun.abort();
  expect(await beside).toMatchObject({ ok: false, problem: { why: 'stopped' } });
  expect(inFolder(folderOf(device))).toEqual([]);
  expect(readHead(device.db)?.size).toBe(size);
});
