import { existsSync } from 'node:fs';
import { checkTail, type Finding } from '../../log/check.ts';
import { headHolds } from '../../log/head.ts';
import { troubleOfDisk } from '../../problem.ts';
import { isQuicklySound } from '../../store/integrity.ts';
import { readHead } from '../../store/log.ts';
import { openReader } from '../../store/open.ts';
import { newestBackup } from '../backups/list.ts';
import type { Device } from '../device.ts';
import { checkpointFile, databaseFile } from '../folder.ts';
import { hasSigningKey } from '../keys.ts';
import { beganAnew } from './began-anew.ts';
import { checkKept } from './kept-checkpoints.ts';
import { quarantine } from './quarantine.ts';

/** What was set aside: why, and where it is now. */
export interface Damage {
  why: 'database-damaged' | 'head-disagrees';
  room: string | null;
}

/** Whether there was a record in a folder: its key is made before it begins, the checkpoint right after. */
export const hadRecord = (folder: string): boolean =>
  hasSigningKey(folder) || existsSync(checkpointFile(folder));

/**
 * Looks over the database file before anything opens it to write, so that what is damaged stays as it is; sets it aside
 * then. Null where it is sound, not there, or a file of whoever pointed to the wrong folder, which is left to be refused.
 * Throws where the disk cannot be read.
 */
export const setAsideDamaged = (folder: string): Damage | null => {
  const file = databaseFile(folder);
  if (!existsSync(file) || !hadRecord(folder) || isSoundFile(file)) return null;
  return { why: 'database-damaged', room: quarantine(folder, new Date()) };
};

const isSoundFile = (file: string): boolean => {
  try {
    const db = openReader(file);
    try {
      return isQuicklySound(db);
    } finally {
      db.close();
    }
  } catch (problem) {
    if (troubleOfDisk(problem) === 'damaged') return false;
    throw problem;
  }
};

/**
 * Checks the record of a kiosk before it answers: its head, what was recorded since the last checkpoint, that checkpoint,
 * and those that are kept beside it. Where nothing can be added to it, it is set aside and `beginAnew` opens another.
 * Says in the log and in the status what was found, and in `notices` what a person should do. Gives the device to use.
 */
export const checkAtStart = (device: Device, damage: Damage | null, beginAnew: () => Device): Device => {
  if (!headHolds(device.db)) {
    device.close();
    const room = quarantine(device.folder, new Date());
    return checkAtStart(beginAnew(), { why: 'head-disagrees', room }, beginAnew);
  }
  const finding: Finding =
    damage === null ? firstFault(device) : { result: 'damaged', entry: null, why: damage.why };
  const size = readHead(device.db)?.size ?? 0;
  const { result } = finding;
  const { entry, why } = finding.result === 'ok' ? { entry: null, why: null } : finding;
  const data = { occasion: 'start' as const, result, size, entry, why };
  device.tell({ type: 'checked', ids: {}, data }, { vital: true });
  device.health.find(result === 'bad' ? 'bad' : beganAnew(device));
  device.health.setBackup(newestBackup(device.folder));
  device.notices.push(...noticesOf(device, damage));
  return device;
};

const firstFault = (device: Device): Finding => {
  const tail = checkTail(device.db);
  return tail.result === 'ok' ? checkKept(device) : tail;
};

const noticesOf = ({ folder, health, db }: Device, damage: Damage | null): string[] => {
  const { state } = health.status;
  if (state === 'bad')
    return [
      `The record in ${folder} is not what was written: an old copy was put back, or it was changed. The kiosk goes on; “verify” says more.`,
    ];
  const because = damage === null ? beganAnew({ db }) : 'damaged';
  if (because === null) return [];
  const found =
    because === 'missing'
      ? `The database in ${folder} is missing`
      : `The database in ${folder} was damaged${damage?.room == null ? '' : ` and is now in ${damage.room}`}`;
  const backup = newestBackup(folder);
  const offer =
    backup === null
      ? 'There is no backup in its folder.'
      : `The newest backup is ${backup.file}, of ${backup.at}: “restore” puts it back.`;
  return [`${found}: a new record began. ${offer}`];
};
