import type { Actor } from '../../../core/log/entry.ts';
import { contentsOf, endBefore, purgedThrough, type Range } from '../../store/purge.ts';
import type { Device } from '../device.ts';
import { type Obstacle, obstaclesInBackup, obstaclesInProof, obstaclesInRecord } from './obstacles.ts';

/** What a purge would delete, and what stands in its way. */
export interface PurgePlan {
  /** All that would go is from before this day, YYYY-MM-DD. */
  before: string;
  /** The entries that would go: those after the one number, through the other; none where both are the same. */
  range: Range;
  entries: number;
  sessions: number;
  introductions: number;
  /** The days of the first and the last of them; null where there are none. */
  days: { first: string; last: string } | null;
  obstacles: Obstacle[];
}

/**
 * Finds out what a purge of everything before a day (YYYY-MM-DD) would delete: as far from the beginning as all is
 * from before the day and no session is cut. Where nothing else stands in the way, reads the whole backup and the whole
 * record to check them, which takes its time; the log says that it was checked, and nothing else is written.
 */
export const planPurge = (
  device: Device,
  { before, actor = { kind: 'system' } }: { before: string; actor?: Actor },
): PurgePlan => {
  const { db } = device;
  const after = purgedThrough(db);
  const range = { after, through: endBefore(db, { after, before }) };
  const { sessions = 0, introductions = 0, first = null, last = null } = contentsOf.get(db, range) ?? {};
  const days = first === null || last === null ? null : { first, last };
  const entries = range.through - after;
  const quick = obstaclesInRecord(device, range, before);
  const ask = entries > 0 && quick.length === 0;
  const obstacles = ask ? [...obstaclesInBackup(device), ...obstaclesInProof(device, actor)] : quick;
  return { before, range, entries, sessions, introductions, days, obstacles };
};
