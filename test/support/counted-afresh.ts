import { isAmong, isWhere, noFilters } from '../../core/figures/filters.ts';
import type { Days, Filters } from '../../core/figures/view.ts';
import { Breakdown, type Dimension } from '../../core/rates/breakdown.ts';
import type { Case } from '../../core/rates/case.ts';
import { casesOf, casesOfScheduled } from '../../core/rates/cases.ts';
import { Total } from '../../core/rates/total.ts';
import { countedSession } from '../../electron/store/counted.ts';
import type { Reader } from '../../electron/store/open.ts';
import { scheduledToCount, sessionsToCount } from '../../electron/store/reports.ts';

interface Asked extends Days {
  by: Dimension | null;
  invented: boolean;
  filters?: Filters;
  over?: readonly Days[];
}

/** Figures counted from the tables, session by session, with nothing of what is kept for each day. */
export const countedAfresh = (
  db: Reader,
  { from, to, by, invented, filters = noFilters, over = [] }: Asked,
  { shifts, today }: { shifts: readonly string[]; today: string },
) => {
  const found = { broken: new Breakdown(by), each: over.map(() => new Total()), sessions: 0, leftOut: 0 };
  const take = (cases: Case[]): void => {
    for (const one of cases.filter((each) => isAmong(each, filters))) {
      found.broken.add(one);
      const { day } = one.where;
      found.each[over.findIndex((step) => step.from <= day && day <= step.to)]?.add(one);
    }
  };
  for (const row of sessionsToCount.iterate(db, { from, to })) {
    const cases = casesOf(countedSession(db, row), { shifts, isScheduled: () => row.known === 1 });
    if (cases[0] === undefined || !isWhere(cases[0].where, filters)) continue;
    if ((row.invented === 1) !== invented) found.leftOut += 1;
    else {
      found.sessions += 1;
      take(cases);
    }
  }
  for (const row of scheduledToCount.iterate(db, { from, to })) {
    const scheduled = { ...row, opened: row.opened === 1, held: row.held === 1 };
    if ((row.invented === 1) === invented) take(casesOfScheduled(scheduled, shifts, today));
  }
  return found;
};
