import { type Actor, decodeEntry } from '../../../core/log/entry.ts';
import type { Bad, Unreadable } from '../../../core/log/verify/answer.ts';
import { wallTime } from '../../log/clock.ts';
import { anchoredSizes } from '../../store/checkpoints.ts';
import { holdsWithin } from '../../store/holds.ts';
import { lastOfDevice } from '../../store/log.ts';
import type { Range } from '../../store/purge.ts';
import { newestBackup } from '../backups/list.ts';
import { digestOf } from '../backups/verify.ts';
import type { Device } from '../device.ts';
import { readSettings } from '../settings.ts';
import { checkFolderAndLog } from '../verify/check-folder.ts';
import { type Hold, holdOf } from './holds.ts';

/** Why entries must not be purged. A size is how many entries, from 1 on, something covers. */
export type Obstacle =
  | { why: 'retention-unreadable' }
  | { why: 'too-young'; years: number; latest: string }
  | { why: 'not-backed-up'; through: number; size: number }
  | { why: 'backup-gone'; size: number }
  | { why: 'not-anchored'; through: number; size: number }
  | { why: 'on-hold'; hold: Hold }
  | { why: 'does-not-verify'; answer: Bad | Unreadable };

/** What in the record stands in the way of purging a range of entries from before a day; quick to ask. */
export const obstaclesInRecord = (device: Device, range: Range, before: string): Obstacle[] => [
  ...youth(device, before),
  ...lackOfBackup(device, range),
  ...lackOfAnchor(device, range),
  ...holdsWithin.all(device.db, range).map((row) => ({ why: 'on-hold' as const, hold: holdOf(row) })),
];

/** Whether the newest backup that the record tells of is there as it was verified. Reads all of it. */
export const obstaclesInBackup = (device: Device): Obstacle[] => {
  const told = newestBackupTold(device);
  if (told === null) return [];
  const found = newestBackup(device.folder, device.clock.now());
  return found !== null && digestOf(found.file) === told.digest
    ? []
    : [{ why: 'backup-gone', size: told.size }];
};

/** Whether the record as it lies there holds. Reads all of it, and says in it that it was checked. */
export const obstaclesInProof = ({ folder }: Device, actor: Actor): Obstacle[] => {
  const { answer } = checkFolderAndLog(folder, { key: null, anchors: [], witnesses: [] }, actor);
  return answer.result === 'ok' ? [] : [{ why: 'does-not-verify', answer }];
};

const youth = (device: Device, before: string): Obstacle[] => {
  const { settings, unreadable } = readSettings(device);
  // The site may have asked for more years than what holds where nothing was said.
  if (unreadable.includes('retentionYears')) return [{ why: 'retention-unreadable' }];
  const { retentionYears: years } = settings;
  const latest = yearsBefore(wallTime(device.clock.now()).slice(0, 10), years);
  return before > latest ? [{ why: 'too-young', years, latest }] : [];
};

/** The same day years ago; the first of March where there is no 29th of February. */
const yearsBefore = (day: string, years: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year - years, month - 1, date)).toISOString().slice(0, 10);
};

const newestBackupTold = ({ db }: Device): { size: number; digest: string } | null => {
  const last = lastOfDevice.get(db, { type: 'backed-up' });
  const entry = last === undefined ? null : decodeEntry(last.bytes);
  return entry?.type === 'backed-up' ? entry.data : null;
};

const lackOfBackup = (device: Device, { through }: Range): Obstacle[] => {
  const size = newestBackupTold(device)?.size ?? 0;
  return size < through ? [{ why: 'not-backed-up', through, size }] : [];
};

const lackOfAnchor = ({ db }: Device, { through }: Range): Obstacle[] => {
  const size = anchoredSizes.all(db, {}).at(-1)?.size ?? 0;
  return size < through ? [{ why: 'not-anchored', through, size }] : [];
};
