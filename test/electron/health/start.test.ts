import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import { backUp } from '../../../electron/services/backups/backup.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { checkpointFile, databaseFile } from '../../../electron/services/folder.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { deviceView } from '../../../electron/services/view.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import { openWriter, type Writer } from '../../../electron/store/open.ts';
import { bedside, copyOf, temporaryFolder } from '../../support/device.ts';
import { withoutLogger } from '../../support/disk.ts';
import { wholeSurgery } from '../../support/surgery.ts';

/** Starts the kiosk on a folder, and stops it with the test if it was not stopped before. */
const started = (folder: string): Device => {
  const device = startDevice({ folder, host: 'browser', demo: false });
  onTestFinished(() => device.close());
  return device;
};

const template = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
afterAll(() => rmSync(template, { recursive: true }));
beforeAll(() => {
  const device = startDevice({ folder: template, host: 'browser', demo: true });
  prepareDemo(device);
  wholeSurgery(device);
  device.close();
});

/** A folder with the record of a surgery, and nobody who has it open; its last checkpoint is of its end. */
const stoppedKiosk = (): string => copyOf(template);

/** Changes the database of a folder behind the back of the program. */
const meddle = (folder: string, change: (db: Writer) => void): void => {
  const db = openWriter(databaseFile(folder));
  change(db);
  db.close();
};

const entriesOf = (device: Device) => allEntries.all(device.db, {}).map(({ bytes }) => decodeEntry(bytes));
const checkedIn = (device: Device) => entriesOf(device).findLast(({ type }) => type === 'checked')?.data;
const roomsIn = (folder: string): string[] => readdirSync(join(folder, 'quarantine')).sort();

test('a record that is as it was left starts, and the log says that it was checked', () => {
  const folder = stoppedKiosk();
  const device = started(folder);
  expect(checkedIn(device)).toMatchObject({ occasion: 'start', result: 'ok', entry: null, why: null });
  expect(device.health.status).toEqual({ state: 'ok', recording: true, since: null, backup: null });
  expect(device.notices).toEqual([]);
  expect(existsSync(join(folder, 'quarantine'))).toBe(false);
});

/** Ways in which the bytes of a database file can be damaged, as far as SQLite sees it. */
const damages: Record<string, (file: string) => void> = {
  'that is no database any more': (file) => writeFileSync(file, 'x'.repeat(20_000)),
  'with a page that is nothing': (file) => {
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096 * 4, 4096 * 6);
    writeFileSync(file, bytes);
  },
  'that is cut': (file) => writeFileSync(file, readFileSync(file).subarray(0, 4096 * 9)),
};

test.each(Object.entries(damages))(
  'a database %s is set aside as it is, and a new record begins',
  (_, damage) => {
    const folder = stoppedKiosk();
    const file = databaseFile(folder);
    damage(file);
    const damaged = readFileSync(file);
    writeFileSync(`${file}-wal`, 'what was not in the file yet');
    const kept = readFileSync(checkpointFile(folder), 'utf8');

    const device = started(folder);
    const [room = ''] = roomsIn(folder);
    const inRoom = (name: string) => readFileSync(join(folder, 'quarantine', room, name));
    expect(inRoom('bedside.db').equals(damaged)).toBe(true);
    expect(inRoom('bedside.db-wal').toString()).toBe('what was not in the file yet');
    expect(inRoom('checkpoint.txt').toString()).toBe(kept);
    const [origin = '', size] = kept.split('\n');
    const before = { log: origin.split('/')[1], size: Number(size) };
    const [created, checked] = entriesOf(device);
    expect(created).toMatchObject({ type: 'log-created', seq: 1, data: { because: 'damaged', before } });
    expect(checked).toMatchObject({ type: 'checked', data: { result: 'damaged', why: 'database-damaged' } });
    expect(device.health.status).toMatchObject({ state: 'damaged', recording: true });
    expect(device.notices.join()).toContain(room);
  },
);

test('the newest backup is offered for what was damaged, until somebody sees to it; no demo team appears meanwhile', async () => {
  const folder = stoppedKiosk();
  const before = openDevice({ folder });
  const made = await backUp(before);
  before.close();
  writeFileSync(databaseFile(folder), 'x'.repeat(20_000));
  const device = started(folder);
  expect(device.notices.join()).toContain(made.ok ? made.value.file : 'a backup');
  expect(device.notices.join()).toContain('restore');
  expect(device.health.status.backup?.at).toBe(made.ok ? made.value.at : '');
  device.close();

  const again = started(folder);
  prepareDemo(again);
  expect(deviceView(again)).toMatchObject({ demo: false, record: { state: 'damaged', recording: true } });
  expect(roomsIn(folder)).toHaveLength(1);
  const asked = { occasion: 'asked', result: 'ok', size: 1, entry: null, why: null } as const;
  again.say({ type: 'checked', ids: {}, data: asked });
  again.close();
  expect(started(folder).health.status.state).toBe('ok');
});

test('a file under that name in a folder that never had a record is refused, and stays where it is', () => {
  const folder = temporaryFolder();
  writeFileSync(databaseFile(folder), 'somebody’s letter'.repeat(100));
  expect(() => started(folder)).toThrow('not a database');
  expect(readFileSync(databaseFile(folder), 'utf8')).toContain('somebody’s letter');
  expect(existsSync(join(folder, 'quarantine'))).toBe(false);
});

test.each([
  'update head set root = zeroblob(32)',
  'delete from hash where level = 2',
  'delete from entry where seq = (select max(seq) from entry)',
])('where the head of the log and its hashes disagree (%s) the database is set aside too', (sql) => {
  const folder = stoppedKiosk();
  meddle(folder, (db) => db.prepare(sql).run());
  const device = started(folder);
  expect(entriesOf(device)[0]).toMatchObject({ type: 'log-created', data: { because: 'damaged' } });
  expect(checkedIn(device)).toMatchObject({ result: 'damaged', why: 'head-disagrees' });
  expect(roomsIn(folder)).toHaveLength(1);
});

test.each(['checkpoint.txt', 'signing.key'])(
  'where the database is gone but %s is there, the log says that it is missing',
  (kept) => {
    const folder = stoppedKiosk();
    for (const name of readdirSync(folder))
      if (name !== kept && name !== 'signing.key') rmSync(join(folder, name));
    const device = started(folder);
    const [created] = entriesOf(device);
    const size = kept === 'checkpoint.txt' ? expect.any(Number) : undefined;
    expect(created).toMatchObject({
      type: 'log-created',
      data: { because: 'missing', before: size === undefined ? null : { size } },
    });
    expect(device.health.status).toMatchObject({ state: 'missing', recording: true });
    expect(device.notices.join()).toContain('missing');
  },
);

test('what was left beside a database that is gone is not taken for that of a new one', () => {
  const folder = stoppedKiosk();
  rmSync(databaseFile(folder));
  writeFileSync(`${databaseFile(folder)}-wal`, 'the last taps');
  openDevice({ folder }).close();
  const [room = ''] = roomsIn(folder);
  expect(readFileSync(join(folder, 'quarantine', room, 'bedside.db-wal'), 'utf8')).toBe('the last taps');
});

test('a new folder is just that: the first record', () => {
  const device = started(temporaryFolder());
  expect(entriesOf(device)[0]).toMatchObject({ data: { because: 'first', before: null } });
  expect(device.health.status.state).toBe('ok');
});

/** An old copy of the record, put back after more was recorded. */
const withOldCopy = (): { folder: string; size: number; kept: string } => {
  const folder = stoppedKiosk();
  const old = copyOf(folder);
  const device = startDevice({ folder, host: 'browser', demo: false });
  bedside(device).open();
  bedside(device).tap({ type: 'close-session' });
  device.close();
  const kept = readFileSync(checkpointFile(folder), 'utf8');
  const before = openDevice({ folder: old });
  const size = readHead(before.db)?.size ?? 0;
  before.close();
  copyFileSync(databaseFile(old), databaseFile(folder));
  return { folder, size, kept };
};

test('an old copy that was put back is found, at every start, and the evidence is kept while the kiosk goes on', () => {
  const { folder, size, kept } = withOldCopy();
  // Whatever opens the folder first: the evidence must outlive it.
  const administrator = openDevice({ folder });
  administrator.say({ type: 'log-read', ids: {}, data: { from: 1, to: 1 } }, { sign: true });
  administrator.close();
  for (const _ of [1, 2]) {
    const device = started(folder);
    expect(checkedIn(device)).toMatchObject({ result: 'bad' });
    expect(device.health.status).toMatchObject({ state: 'bad', recording: true });
    expect(device.notices.join()).toContain('old copy');
    bedside(device).open();
    bedside(device).tap({ type: 'close-session' });
    expect(readHead(device.db)?.size).toBeGreaterThan(size);
    device.close();
  }
  const [room = '', ...others] = roomsIn(folder);
  expect(others).toEqual([]);
  expect(readFileSync(join(folder, 'quarantine', room, 'contradicted.txt'), 'utf8')).toBe(kept);
});

test('the first entry that an old copy does not have is named', () => {
  const { folder, size } = withOldCopy();
  const device = started(folder);
  expect(checkedIn(device)).toMatchObject({ result: 'bad', entry: size + 1, why: 'shorter-than-checkpoint' });
});

test('another kiosk’s record, or one that began anew behind the program’s back, is not taken for this one', () => {
  const folder = stoppedKiosk();
  const other = stoppedKiosk();
  const key = readFileSync(join(folder, 'signing.key'));
  for (const name of ['bedside.db', 'signing.key']) rmSync(join(other, name));
  writeFileSync(join(other, 'signing.key'), key, { mode: 0o600 });
  rmSync(checkpointFile(other));
  startDevice({ folder: other, host: 'browser', demo: false }).close();
  copyFileSync(databaseFile(other), databaseFile(folder));
  expect(checkedIn(started(folder))).toMatchObject({ result: 'bad', why: 'another-log' });
});

test.each([
  [
    'an entry since the last checkpoint',
    "update entry set bytes = cast(replace(cast(bytes as text), 'electron', 'browser') as blob) where seq = (select max(seq) from entry)",
    'entry-changed',
  ],
  [
    'a hash since the last checkpoint',
    'update hash set hash = zeroblob(32) where level = 0 and place = (select max(place) - 1 from hash where level = 0)',
    'entry-changed',
  ],
  [
    'the last checkpoint',
    "update checkpoint set note = replace(note, 'bedside-hello/', 'bedside-hullo/')",
    'checkpoint-unsigned',
  ],
])('%s that was changed is found, and the kiosk goes on', (_, sql, why) => {
  const folder = stoppedKiosk();
  // Three entries that no checkpoint vouches for yet, as after a power cut.
  const device = startDevice({ folder, host: 'electron', demo: false });
  const found = copyOf(folder);
  device.close();
  meddle(found, (db) => db.prepare(sql).run());
  const again = started(found);
  expect(checkedIn(again)).toMatchObject({ result: 'bad', why });
  expect(again.health.status).toMatchObject({ state: 'bad', recording: true });
});

test.each(['', 'bedside-hello/', 'x'.repeat(5_000)])(
  'a checkpoint.txt of %j is no reason not to start',
  (text) => {
    const folder = stoppedKiosk();
    writeFileSync(checkpointFile(folder), text);
    expect(started(folder).health.status.state).toBe('ok');
  },
);

test('a checkpoint.txt that is a folder, or is signed by somebody else, is no reason not to start', () => {
  const folder = stoppedKiosk();
  const other = temporaryFolder();
  openDevice({ folder: other }).close();
  copyFileSync(checkpointFile(other), checkpointFile(folder));
  const device = started(folder);
  expect(device.health.status.state).toBe('ok');
  device.close();
  withoutLogger();
  rmSync(checkpointFile(folder));
  renameSync(temporaryFolder(), checkpointFile(folder));
  expect(started(folder).health.status.state).toBe('ok');
});

test('an entry that nobody can read is no reason not to start', () => {
  const folder = stoppedKiosk();
  meddle(folder, (db) =>
    db.prepare("update entry set bytes = x'7b' where type in ('log-created', 'checked')").run(),
  );
  const device = started(folder);
  expect(device.health.status.recording).toBe(true);
});

test('what a newer version wrote is refused in a sentence, and not touched', () => {
  const folder = stoppedKiosk();
  meddle(folder, (db) =>
    db.prepare("insert into migration values (99, '099-from-the-future.sql', 'unknown')").run(),
  );
  const before = readFileSync(databaseFile(folder));
  const names = readdirSync(folder).sort();
  expect(() => started(folder)).toThrow('A newer version');
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(names);
});
