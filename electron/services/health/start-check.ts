import { existsSync, rmSync, statSync } from 'node:fs';
import { checkTail, type Finding } from '../../log/check.ts';
import { headHolds } from '../../log/head.ts';
import { troubleOfDisk } from '../../problem.ts';
import { isQuicklySound } from '../../store/integrity.ts';
import { readHead } from '../../store/log.ts';
import { openReader } from '../../store/open.ts';
import { newestBackup } from '../backups/list.ts';
import type { Device } from '../device.ts';
import { checkpointFile, databaseFile, suspicionFile } from '../folder.ts';
import { hasSigningKey } from '../keys.ts';
import { beganAnew } from './began-anew.ts';
import { checkKept } from './kept-checkpoints.ts';
import { startNotices } from './notices.ts';
import { quarantine } from './quarantine.ts';

/** What was set aside: why, and where it is now. */
export interface Damage {
  why: string;
  room: string | null;
}

/** Whether there was a record in a folder: its key is made before it begins, the checkpoint right after. */
export const hadRecord = (folder: string): boolean =>
  hasSigningKey(folder) || existsSync(checkpointFile(folder));

/**
 * Up to this many bytes a database file is looked over before the kiosk answers: well under a second, or some seconds on
 * a slow disk that has not read it yet. A larger one is looked over right after, by another thread.
 */
const quickAtOnce = 128 * 1024 * 1024;

/** Whether a database is to be looked over by another thread once the kiosk answers, for it is large and not suspected. */
export const isLookedOverLater = (folder: string, atOnce = quickAtOnce): boolean =>
  (statSync(databaseFile(folder), { throwIfNoEntry: false })?.size ?? 0) > atOnce &&
  !existsSync(suspicionFile(folder));

/**
 * Looks over the database file before anything opens it to write, so that what is damaged stays as it is; sets it aside
 * then. Null where it is sound, not there, or a file of whoever pointed to the wrong folder, which is left to be refused.
 * Throws where the disk cannot be read.
 */
export const setAsideDamaged = (folder: string): Damage | null => {
  const file = databaseFile(folder);
  if (!existsSync(file) || !hadRecord(folder) || isLookedOverLater(folder)) return null;
  const damage = isSoundFile(file) ? null : setAside(folder, 'database-damaged');
  rmSync(suspicionFile(folder), { force: true });
  return damage;
};

/** Sets a database that nobody has open aside. */
export const setAside = (folder: string, why: string): Damage => ({
  why,
  room: quarantine(folder, new Date()),
});

/** Whether a database file is one, and SQLite finds it sound, by a connection of its own that only reads. */
export const isSoundFile = (file: string): boolean =>
  unlessDamaged(() => {
    const db = openReader(file);
    try {
      return isQuicklySound(db);
    } finally {
      db.close();
    }
  }) ?? false;

/** What is read of a database; null where SQLite finds on the way that it is damaged. */
const unlessDamaged = <Value>(read: () => Value): Value | null => {
  try {
    return read();
  } catch (problem) {
    if (troubleOfDisk(problem) === 'damaged') return null;
    throw problem;
  }
};

/**
 * Checks the record of a kiosk before it answers: its head, what was recorded since the last checkpoint, that checkpoint,
 * and those that are kept beside it. Where nothing can be added to it, it is set aside and `beginAnew` opens another.
 * Says in the log and in the status what was found, and in `notices` what a person should do. Gives the device to use.
 */
export const checkAtStart = (device: Device, damage: Damage | null, beginAnew: () => Device): Device => {
  const found = unlessDamaged(() => firstFault(device)) ?? damagedBy('database-damaged');
  if (found.result === 'damaged') {
    device.close();
    const setNow = setAside(device.folder, found.why);
    return checkAtStart(beginAnew(), setNow, beginAnew);
  }
  const told = damage === null ? found : damagedBy(damage.why);
  const { result } = told;
  const { entry, why } = told.result === 'ok' ? { entry: null, why: null } : told;
  const size = readHead(device.db)?.size ?? 0;
  const data = { occasion: 'start' as const, result, size, entry, why };
  device.tell({ type: 'checked', ids: {}, data }, { vital: true });
  device.health.find(found.result === 'bad' ? 'bad' : beganAnew(device.db));
  device.health.setBackup(newestBackup(device.folder));
  device.notices.push(...startNotices(device, damage));
  return device;
};

const firstFault = (device: Device): Finding => {
  if (!headHolds(device.db)) return damagedBy('head-disagrees');
  const tail = checkTail(device.db);
  return tail.result === 'ok' ? checkKept(device) : tail;
};

const damagedBy = (why: string): Finding & { result: 'damaged' } => ({ result: 'damaged', entry: null, why });
