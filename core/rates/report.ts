import type { Dimension } from './breakdown.ts';
import { type Reasoned, reasoned, type Share, shares, type Timing, timings } from './case.ts';
import { chartOf, type Point, rateOf } from './chart.ts';
import type { Median } from './median.ts';
import { fewest, withheld } from './suppression.ts';
import type { Counted, Figure, Reasons } from './total.ts';

/** A figure, or that so few are behind it that it does not leave the unit. */
type Told<Value> = Value | { suppressed: true };
type ToldShare = Told<Figure & { rate: number | null }>;

export interface ToldFigures {
  shares: Partial<Record<Share, ToldShare>>;
  timings: Partial<Record<Timing, Told<Median>>>;
  reasons: Partial<Record<Reasoned, Told<Reasons>>>;
}

interface ToldGroup extends ToldFigures {
  /** The unit, place, role, shift, urgency or month (YYYY-MM). */
  key: string;
}

/** A p-chart over the months that are shown; a month that is suppressed, or without anything, is not on it. */
interface ToldChart {
  centre: number;
  points: (Point & { month: string; numerator: number; denominator: number; rate: number })[];
}

export interface RatesReport {
  total: ToldFigures;
  groups: ToldGroup[];
  /** By month only. */
  charts: Partial<Record<Share, ToldChart>> | null;
}

/** By role only what is about a person can be told apart: nothing else has a role. */
export const ofPeople: { shares: readonly Share[]; timings: readonly Timing[] } = {
  shares: ['patientIntroduction', 'attestedOnly'],
  timings: ['secondsPerIntroduction'],
};
const ofAll = { shares, timings };

/** What was counted in all, and by one dimension, in order; null for in all only. */
export interface Broken {
  by: Dimension | null;
  total: Counted;
  groups(): { key: string; total: Counted }[];
}

/**
 * The figures of a breakdown; unless they stay within the unit, without those that must not leave it. With `peopleOnly`
 * only those that are about people, as where it was narrowed to one role.
 */
export const reportOf = (
  broken: Broken,
  { withinUnit, peopleOnly = false }: { withinUnit: boolean; peopleOnly?: boolean },
): RatesReport => {
  const { by, total: all } = broken;
  const told = peopleOnly ? ofPeople : ofAll;
  const found = broken.groups();
  const total = emptyFigures();
  const groups = found.map(({ key }): ToldGroup => ({ key, ...emptyFigures() }));
  const charts: RatesReport['charts'] = by === 'month' ? {} : null;
  const cells = <Value extends Denominated>(take: (of: Counted) => Value) =>
    toldTogether(
      take(all),
      found.map((one) => take(one.total)),
      withinUnit,
    );
  for (const name of told.shares) {
    const { total: inAll, cells: each } = cells((of) => of.share(name));
    total.shares[name] = withRate(inAll);
    if (charts !== null) addChart(charts, name, { total: inAll, cells: each }, found);
    if (isToldBy(by, 'shares', name))
      for (const [index, group] of groups.entries()) group.shares[name] = withRate(each[index]);
  }
  for (const name of told.timings) {
    const { total: inAll, cells: each } = cells((of) => of.timing(name));
    total.timings[name] = inAll;
    if (isToldBy(by, 'timings', name))
      for (const [index, group] of groups.entries()) group.timings[name] = each[index] ?? hidden;
  }
  for (const status of reasoned) {
    const { total: inAll, cells: each } = cells((of) => of.reasons(status));
    total.reasons[status] = inAll;
    for (const [index, group] of groups.entries()) group.reasons[status] = each[index] ?? hidden;
  }
  return { total, groups, charts };
};

const emptyFigures = (): ToldFigures => ({ shares: {}, timings: {}, reasons: {} });

const isToldBy = (by: Dimension | null, kind: 'shares' | 'timings', name: Share | Timing): boolean =>
  (by === 'role' ? ofPeople : ofAll)[kind].some((one) => one === name);

const hidden = { suppressed: true } as const;

interface Denominated {
  denominator: number;
}

export interface Cells<Value> {
  total: Told<Value>;
  cells: Told<Value>[];
}

/** One figure in all and in each group: whether a group can be told depends on the others. */
export const toldTogether = <Value extends Denominated>(
  total: Value,
  groups: readonly Value[],
  withinUnit: boolean,
): Cells<Value> => {
  if (withinUnit) return { total, cells: [...groups] };
  const hide = withheld(groups.map((one) => one.denominator));
  return {
    total: total.denominator < fewest ? hidden : total,
    cells: groups.map((one, index) => (hide[index] ? hidden : one)),
  };
};

const withRate = (told: Told<Figure> | undefined): ToldShare =>
  told === undefined || 'suppressed' in told ? hidden : { ...told, rate: rateOf(told) };

const addChart = (
  charts: NonNullable<RatesReport['charts']>,
  name: Share,
  { total, cells }: Cells<Figure>,
  months: readonly { key: string }[],
): void => {
  if ('suppressed' in total) return;
  const chart = chartOf(
    total,
    cells.map((one) => ('suppressed' in one ? null : one)),
  );
  if (chart === null) return;
  const points = chart.points.flatMap((point, index): ToldChart['points'] => {
    const [cell, month] = [cells[index], months[index]?.key];
    if (point === null || cell === undefined || 'suppressed' in cell || month === undefined) return [];
    const { numerator, denominator } = cell;
    return [{ month, numerator, denominator, rate: rateOf(cell) ?? 0, ...point }];
  });
  charts[name] = { centre: chart.centre, points };
};
