import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { logIdOf } from '../../core/log/checkpoint.ts';
import { setBack } from '../log/clock.ts';
import { commit } from '../log/commit.ts';
import { completeRecord } from '../log/complete.ts';
import { areOfToday, beginFiguresAnew } from '../log/figures.ts';
import { beginLog } from '../log/record.ts';
import { Problem, troubleOfDisk } from '../problem.ts';
import { lastCheckpoint } from '../store/checkpoints.ts';
import { lastEntry, lastOfDevice, readHead, timeOf } from '../store/log.ts';
import { refusingOtherTables } from '../store/migrate.ts';
import { claim } from '../store/open.ts';
import { readCheckpoint } from './checkpoint-file.ts';
import { Device, type DeviceOptions } from './device.ts';
import { checkpointFile, databaseFile, makeFolder } from './folder.ts';
import { saveContradicted } from './health/kept-checkpoints.ts';
import { quarantine } from './health/quarantine.ts';
import { usualSpace } from './health/space.ts';
import { checkAtStart, type Damage, hadRecord, setAside, setAsideDamaged } from './health/start-check.ts';
import { saveUnreadLog } from './health/unread-log.ts';
import { type DailyJob, keepUp } from './health/upkeep.ts';
import { makeRoomToStart } from './health/watch-space.ts';
import { forgetUnfinished } from './imports/remembered.ts';

export type HostKind = 'electron' | 'browser';

/** Why a log begins in a database that has none. */
type Because = 'first' | 'missing' | 'damaged';

/**
 * Opens the data folder for an administrator's command, creating what is not there yet: database, log, keys.
 * A running kiosk may have it open too. Looks at nothing that takes long.
 * Throws a Problem that says in a sentence why the folder cannot be used.
 */
export const openDevice = (options: DeviceOptions): Device => {
  const { folder } = options;
  makeFolder(folder);
  if (!isMissing(folder)) return opened(options, 'first');
  // What was beside a database that is gone is not that of a new one, which would swallow it.
  quarantine(folder, new Date());
  return opened(options, 'missing');
};

/** Whether there was a record in the folder, and its database is gone. */
const isMissing = (folder: string): boolean => !existsSync(databaseFile(folder)) && hadRecord(folder);

const opened = (options: DeviceOptions, because: Because): Device => {
  saveUnreadLog(options.folder, new Date());
  const device = new Device(options);
  try {
    if (readHead(device.db) === null) begin(device, because);
    else {
      saveContradicted(device);
      commit(device, () => completeRecord(device), { vital: true });
    }
    if (!areOfToday(device.db)) commit(device, beginFiguresAnew, { vital: true, wasKept: areOfToday });
    return device;
  } catch (problem) {
    device.close();
    throw problem;
  }
};

const begin = (device: Device, reason: Because): void => {
  const kept = readCheckpoint(checkpointFile(device.folder), device.signer.publicKey);
  const log = kept === null ? null : logIdOf(kept.origin);
  const before =
    kept === null || log === null
      ? null
      : { log, size: kept.size, root: Buffer.from(kept.root).toString('hex') };
  // An empty database beside a checkpoint is not the first one either.
  const because = kept !== null && reason === 'first' ? 'missing' : reason;
  commit(device, () => {
    beginLog(device, device.newId());
    device.say({ type: 'log-created', ids: {}, data: { because, before } }, { sign: true });
  });
  const first = lastCheckpoint.get(device.db, {});
  if (first !== undefined) device.keep(first.note);
};

/**
 * Opens the data folder as the kiosk that runs on it, of which there is one at a time: checks the record first, sets a
 * damaged one aside and begins a new one, logs start and stop, and keeps watch from then on. `daily` is what is done once
 * a day besides. Throws as openDevice does, and where another kiosk runs on the folder.
 */
export const startDevice = (
  options: DeviceOptions & { host: HostKind; demo: boolean; daily?: readonly DailyJob[] },
): Device => {
  const { host, demo, daily = [], folder } = options;
  makeFolder(folder);
  makeRoomToStart(folder, options.space ?? usualSpace);
  let behind: number | null = null;
  const device = alone(folder, () =>
    refusingOtherTables(() => {
      const { device, damage } = openSound(options);
      // Seen before this run records anything itself.
      behind = clockSetBack(device);
      return checkAtStart(device, damage, () => opened(options, 'damaged'));
    }),
  );
  forgetUnfinished(device);
  if (behind !== null) device.tell({ type: 'clock-jumped', ids: {}, data: { ms: behind } }, { vital: true });
  if (hasCrashed(device)) device.tell({ type: 'kiosk-crashed', ids: {}, data: {} }, { vital: true });
  device.tell({ type: 'kiosk-started', ids: {}, data: { host, demo } }, { vital: true });
  device.beforeClose(() =>
    device.tell({ type: 'kiosk-stopped', ids: {}, data: {} }, { sign: true, vital: true }),
  );
  device.beforeClose(keepUp(device, daily).stop);
  return device;
};

/** Opens the folder; a database that cannot be opened or read for damage is set aside first. */
const openSound = (options: DeviceOptions): { device: Device; damage: Damage | null } => {
  const { folder } = options;
  const damage = setAsideDamaged(folder);
  if (damage !== null) return { device: opened(options, 'damaged'), damage };
  try {
    return { device: openDevice(options), damage };
  } catch (problem) {
    if (troubleOfDisk(problem) !== 'damaged' || !hadRecord(folder)) throw problem;
    const found = setAside(folder, 'database-damaged');
    return { device: opened(options, 'damaged'), damage: found };
  }
};

/** Whether the last run of the kiosk began and did not end. */
const hasCrashed = ({ db }: Device): boolean => {
  const started = lastOfDevice.get(db, { type: 'kiosk-started' });
  const stopped = lastOfDevice.get(db, { type: 'kiosk-stopped' });
  return started !== undefined && started.seq > (stopped?.seq ?? 0);
};

/** How far the wall clock is behind the newest entry, in milliseconds, negative; null if it is not. */
const clockSetBack = ({ db, clock }: Device): number | null => {
  const last = timeOf.get(db, { seq: lastEntry.get(db, {})?.seq ?? 0 });
  return last === undefined ? null : setBack(clock.now(), last.at);
};

/** Opens the data folder for a program that must have it for itself. Throws as openDevice and startDevice do. */
export const openAlone = (options: DeviceOptions): Device => alone(options.folder, () => openDevice(options));

const alone = (folder: string, open: () => Device): Device => {
  makeFolder(folder);
  const claimed = claim(join(folder, 'kiosk.lock'));
  if (claimed === null) throw new Problem(`Another Bedside Hello runs on the folder ${folder}.`);
  try {
    const device = open();
    device.afterClose(claimed.release);
    return device;
  } catch (problem) {
    claimed.release();
    throw problem;
  }
};
