import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../../electron/services/backups/backup.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import { checkpointFile, databaseFile } from '../../../electron/services/folder.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { deviceView } from '../../../electron/services/view.ts';
import { temporaryFolder } from '../../support/device.ts';
import { checkedIn, entriesOf, meddle, roomsIn, started, stoppedKiosk } from './kiosk-folders.ts';

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
