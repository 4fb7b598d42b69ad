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
import { expect, test } from 'vitest';
import { type Files, realFiles } from '../../../electron/services/backups/files.ts';
import { restore } from '../../../electron/services/backups/restore.ts';
import { takePlace } from '../../../electron/services/backups/take-place.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { verifyFolder } from '../../../electron/services/verify/folder.ts';
import { readHead } from '../../../electron/store/log.ts';
import { bedside, copyOf, demoDevice, temporaryFolder } from '../../support/device.ts';
import { backedUp } from './made.ts';

class PowerCut extends Error {}

/** Files that do so many things and then nothing any more. `done` says what they did. */
const cutAfter = (steps: number): { files: Files; done: string[] } => {
  const done: string[] = [];
  const files = new Proxy(realFiles, {
    get: (all, name: keyof Files) => {
      if (done.length >= steps) throw new PowerCut();
      done.push(name);
      return all[name];
    },
  });
  return { files, done };
};

/** A kiosk with a backup, whose power was cut while a session was open: part of its record is in the write-ahead log. */
const cutOffKiosk = async () => {
  const device = demoDevice();
  const { file, size } = await backedUp(device);
  bedside(device).open();
  const present = readHead(device.db);
  if (present === null || !existsSync(join(device.folder, 'bedside.db-wal')))
    throw new Error('no such kiosk');
  return { folder: device.folder, backup: file, held: size, present };
};

const trust = { key: null, anchors: [], witnesses: [] };

/** Which of the two records a kiosk finds when it starts: all of the one that was there, or of the one that was put back. */
const recordIn = (folder: string, { present, held }: Awaited<ReturnType<typeof cutOffKiosk>>): string => {
  const { answer } = verifyFolder(folder, trust);
  const device = openDevice({ folder });
  const head = readHead(device.db);
  device.close();
  if (answer.result !== 'ok' || head?.size !== answer.size) return 'neither';
  const isOld = head.log_id === present.log_id && head.size === present.size;
  return isOld ? 'old' : head.log_id !== present.log_id && head.size === held + 1 ? 'new' : 'neither';
};

/** What a kiosk that starts on a folder has to say of its record. */
const stateOf = (folder: string): string => {
  const device = startDevice({ folder, host: 'browser', demo: false });
  device.close();
  return device.health.status.state;
};

test('cut off after whatever step, a restore leaves the old record or the new one, whole, and can be done again', async () => {
  const kiosk = await cutOffKiosk();
  const found: string[] = [];
  for (let steps = 0; found.at(-1) !== 'done'; steps += 1) {
    const folder = copyOf(kiosk.folder);
    const { files, done } = cutAfter(steps);
    try {
      restore({ data: folder, from: kiosk.backup, yes: true }, files);
      found.push('done');
    } catch (problem) {
      if (!(problem instanceof PowerCut)) throw problem;
      const after = copyOf(folder);
      const record = recordIn(after, kiosk);
      const expected = done.includes('rename') ? 'new' : 'old';
      expect({ done, record, state: stateOf(after) }).toEqual({ done, record: expected, state: 'ok' });
      expect(restore({ data: folder, from: kiosk.backup, yes: true }).ok).toBe(true);
      found.push(record);
    }
  }
  expect(new Set(found)).toEqual(new Set(['old', 'new', 'done']));
  expect(found.length).toBeGreaterThan(9);
});

test('what a restore that was cut off left of its copy is gone after the next', async () => {
  const { folder, backup } = await cutOffKiosk();
  const data = copyOf(folder);
  mkdirSync(join(data, 'restoring-abcdef'));
  writeFileSync(join(data, 'restoring-abcdef', 'bedside.db'), 'half of it');
  expect(restore({ data, from: backup, yes: true })).toMatchObject({ ok: true });
  expect(readdirSync(data).filter((name) => name.startsWith('restoring-'))).toEqual([]);
});

test('the write-ahead log of a record that cannot be read is never applied to the one that takes its place', async () => {
  const { folder, backup, held } = await cutOffKiosk();
  const data = copyOf(folder);
  const database = join(temporaryFolder(), 'bedside.db');
  copyFileSync(backup, database);
  const log = readFileSync(join(data, 'bedside.db-wal'));
  const room = join(data, 'quarantine', 'then');
  takePlace(realFiles, { data, database, room, note: 'none', readable: false });
  expect(readFileSync(join(room, 'bedside.db-wal')).equals(log)).toBe(true);
  rmSync(join(data, 'checkpoint.txt'));
  expect(verifyFolder(data, trust).answer).toMatchObject({ result: 'ok', size: held });
});
