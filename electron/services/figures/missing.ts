import { noFilters } from '../../../core/figures/filters.ts';
import type { Days, Filters, MissingPage, MissingSession } from '../../../core/figures/view.ts';
import { shiftAt } from '../../../core/rates/shift.ts';
import { isForDemo, missedSessions } from '../../store/missed.ts';
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
  const { unit, place, kind, urgency, shift } = filters;
  const asked = { from, to, today: made.slice(0, 10), after, unit, place, kind, urgency };
  for (const one of missedSessions.iterate(db, asked)) {
    if (shift !== null && shiftAt(one.time, shifts) !== shift) continue;
    if (isForDemo(db, one.id) === invented) yield one;
  }
}

const keyOf = ({ date, time, id }: MissingSession): string => `${date} ${time} ${id}`;
