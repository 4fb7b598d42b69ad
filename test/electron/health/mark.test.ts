import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { databaseFile } from '../../../electron/services/folder.ts';
import { markFile, putMark, readMark } from '../../../electron/services/health/mark.ts';
import { startDevice } from '../../../electron/services/open-device.ts';
import { readHead } from '../../../electron/store/log.ts';
import { bedside, copyOf, demoDevice, temporaryFolder } from '../../support/device.ts';

const start = (folder: string) => {
  const device = startDevice({ folder, host: 'browser', demo: true, space: { reserve: 0, warn: 0 } });
  onTestFinished(() => device.close());
  return device;
};

/** A folder as a kill leaves it after some taps; a bit of the last of them has turned over. */
const withRottenLog = (): { folder: string; log: Buffer } => {
  const device = demoDevice();
  bedside(device).open();
  bedside(device).tap({ type: 'open-round', kind: 'patient' });
  const folder = copyOf(device.folder);
  const log = readFileSync(`${databaseFile(folder)}-wal`);
  const at = log.length - 100;
  log[at] = (log[at] ?? 0) ^ 1;
  writeFileSync(`${databaseFile(folder)}-wal`, log);
  return { folder, log };
};

test('after each tap it is marked beside the database how far the record goes', () => {
  const device = demoDevice();
  const { open, tap } = bedside(device);
  open();
  tap({ type: 'open-round', kind: 'patient' });
  const { size, root } = readHead(device.db) ?? {};
  expect(readMark(markFile(device.folder))).toMatchObject({ size, root });
});

test('taps that cannot be read any more are missed at this start and at every other, and what is left of them is kept', () => {
  const { folder, log } = withRottenLog();
  const first = start(folder);
  expect(first.health.status.state).toBe('bad');
  first.close();
  const rooms = readdirSync(join(folder, 'quarantine')).map((room) => join(folder, 'quarantine', room));
  const kept = rooms.map((room) => join(room, 'unread-wal')).filter((file) => existsSync(file));
  expect(kept.map((file) => readFileSync(file).equals(log))).toEqual([true]);
  expect(start(folder).health.status.state).toBe('bad');
});

test('a mark that is older than the record, half-written, or of another log is no reason for anything', () => {
  const device = demoDevice();
  const { folder } = device;
  const old = join(temporaryFolder(), 'old');
  copyFileSync(markFile(folder), old);
  bedside(device).open();
  device.close();
  const states = [readFileSync(old, 'utf8'), 'half', ''].map((text) => {
    writeFileSync(markFile(folder), text);
    const again = start(folder);
    const { state } = again.health.status;
    again.close();
    return state;
  });
  const other = {
    log_id: crypto.randomUUID(),
    size: 9999,
    frontier: Buffer.alloc(0),
    root: Buffer.alloc(32),
  };
  putMark(folder, other);
  expect([...states, start(folder).health.status.state]).toEqual(['ok', 'ok', 'ok', 'ok']);
});
