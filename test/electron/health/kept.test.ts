import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkpointFile, databaseFile } from '../../../electron/services/folder.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { readHead } from '../../../electron/store/log.ts';
import { bedside, copyOf, temporaryFolder } from '../../support/device.ts';
import { withoutLogger } from '../../support/disk.ts';
import { checkedIn, meddle, roomsIn, started, stoppedKiosk } from './kiosk-folders.ts';

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
  administrator.say({ type: 'checkpoint-shared', ids: {}, data: { size: 1, way: 'shown' } }, { sign: true });
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
