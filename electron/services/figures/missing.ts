import { isWhere, noFilters } from '../../../core/figures/filters.ts';
import type { Days, Filters, MissingPage, MissingSession } from '../../../core/figures/view.ts';
import { shiftAt } from '../../../core/rates/shift.ts';
import { missedSessions } from '../../store/missed.ts';
import type { Reader } from '../../store/open.ts';
import { isAllInvented } from '../../store/reports.ts';
import type { Site } from './site.ts';

export interface AskedMissing extends Days {
  filters: Filters;
  /** What the page before gave as `next`; null for the first. */
  after: string | null;
  limit: number;
}

/** A page of the scheduled sessions that nobody opened, as far as the day is over, the newest first. */
export const missingPage = (
  db: Reader,
  { after, limit, filters, ...days }: AskedMissing,
  site: Site,
): MissingPage => {
  const sessions: MissingSession[] = [];
  for (const one of missing(db, { ...days, filters, after, invented: isAllInvented(db) }, site)) {
    const last = sessions.at(-1);
    if (sessions.length === limit && last !== undefined) return { sessions, next: keyOf(last) };
    sessions.push(one);
  }
  return { sessions, next: null };
};

/** All of these days, the oldest first. */
export const allMissing = (db: Reader, days: Days & { invented: boolean }, site: Site): MissingSession[] =>
  [...missing(db, { ...days, filters: noFilters, after: null }, site)].reverse();

function* missing(
  db: Reader,
  { from, to, filters, after, invented }: Omit<AskedMissing, 'limit'> & { invented: boolean },
  { made, shifts }: Site,
): Generator<MissingSession> {
  const asked = { from, to, today: made.slice(0, 10), after: after ?? endOfTime };
  for (const { invented: isInvented, ...one } of missedSessions.iterate(db, asked)) {
    const where = { ...one, day: one.date, shift: shiftAt(one.time, shifts) };
    if ((isInvented === 1) === invented && isWhere(where, filters)) yield one;
  }
}

/** After every day. */
const endOfTime = '~';

const keyOf = ({ date, time, id }: MissingSession): string => `${date} ${time} ${id}`;
