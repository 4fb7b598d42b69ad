import { expect } from 'vitest';
import { noFilters } from '../../core/figures/filters.ts';
import type { Days, Filters } from '../../core/figures/view.ts';
import { type Dimension, dimensions } from '../../core/rates/breakdown.ts';
import { reasoned, shares, timings } from '../../core/rates/case.ts';
import type { Counted } from '../../core/rates/total.ts';
import { tallied } from '../../electron/services/figures/tallied.ts';
import type { Reader } from '../../electron/store/open.ts';
import { countedAfresh } from './counted-afresh.ts';

const told = (counted: Counted) => ({
  shares: shares.map((name) => counted.share(name)),
  timings: timings.map((name) => counted.timing(name)),
  reasons: reasoned.map((name) => counted.reasons(name)),
});

/** Over time nobody asks for more. */
const tellShares = (counted: Counted) => shares.map((name) => counted.share(name));

const groupsOf = (broken: { groups(): { key: string; total: Counted }[] }) =>
  broken.groups().map(({ key, total }) => ({ key, ...told(total) }));

const always: Days = { from: '2000-01-01', to: '2099-12-31' };
const usual = { shifts: ['07:00', '15:00', '23:00'], today: '2026-11-22' };

interface Compared {
  filters?: Filters;
  by?: Dimension | null;
  days?: Days;
  over?: readonly Days[];
  site?: typeof usual;
}

/** What is kept for each day and what is counted from the tables, which must be the same. */
export const bothCounts = (db: Reader, compared: Compared = {}, invented = false) => {
  const { filters = noFilters, by = null, days = always, over = [], site = usual } = compared;
  const kept = tallied(db, days, { by, filters, over, invented, ...site });
  const afresh = countedAfresh(db, { ...days, by, filters, over, invented }, site);
  return {
    kept: {
      ...{ sessions: kept.sessions, leftOut: kept.leftOut, ...told(kept.total) },
      ...{ groups: groupsOf(kept), each: kept.each.map(tellShares) },
    },
    afresh: {
      ...{ sessions: afresh.sessions, leftOut: afresh.leftOut, ...told(afresh.broken.total) },
      ...{ groups: groupsOf(afresh.broken), each: afresh.each.map(tellShares) },
    },
  };
};

/** Nothing is due, and what is kept is what is counted from the tables, in all and by everything. */
export const expectKept = (db: Reader): void => {
  expect(db.prepare('select day, part, id from figures_due').all({}), 'due').toEqual([]);
  for (const by of [null, ...dimensions])
    for (const invented of [false, true]) {
      const { kept, afresh } = bothCounts(db, { by }, invented);
      expect(kept, `by ${by}, ${invented ? 'invented' : 'real'}`).toEqual(afresh);
    }
};
