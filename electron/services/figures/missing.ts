import { isWhere } from '../../../core/figures/filters.ts';
import type { Days, Filters, MissingPage, MissingSession } from '../../../core/figures/view.ts';
import { shiftAt } from '../../../core/rates/shift.ts';
import { wallTime } from '../../log/clock.ts';
import { missedSessions } from '../../store/figures.ts';
import type { Reader } from '../../store/open.ts';
import { isAllInvented } from '../../store/reports.ts';
import type { Device } from '../device.ts';
import { shiftsOf } from '../reports/document.ts';

export interface AskedMissing extends Days {
  filters: Filters;
  /** What the page before gave as `next`; null for the first. */
  after: string | null;
  limit: number;
}

/** A page of the scheduled sessions that nobody opened, as far as the day is over, the newest first. */
export const missingPage = (
  device: Device,
  db: Reader,
  { from, to, filters, after, limit }: AskedMissing,
): MissingPage => {
  const today = wallTime(device.clock.now()).slice(0, 10);
  const shifts = shiftsOf(device);
  const invented = isAllInvented(db);
  const sessions: MissingSession[] = [];
  for (const row of missedSessions.iterate(db, { from, to, today, after: after ?? '~' })) {
    const { invented: isInvented, ...one } = row;
    const where = { ...one, day: one.date, shift: shiftAt(one.time, shifts) };
    if ((isInvented === 1) !== invented || !isWhere(where, filters)) continue;
    const last = sessions.at(-1);
    if (sessions.length === limit && last !== undefined) return { sessions, next: keyOf(last) };
    sessions.push(one);
  }
  return { sessions, next: null };
};

const keyOf = ({ date, time, id }: MissingSession): string => `${date} ${time} ${id}`;
