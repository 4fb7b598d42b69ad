import { type Share, shares } from '../rates/case.ts';
import { chartOf, rateOf } from '../rates/chart.ts';
import { ofPeople, toldTogether } from '../rates/report.ts';
import type { Counted } from '../rates/total.ts';
import type { Charts, Days, PChart, Step } from './view.ts';

interface OverTime {
  step: Step;
  over: Days[];
  /** What was counted in each of them, and in all together. */
  each: readonly Counted[];
  total: Counted;
}

/**
 * The p-chart of each share that has anything, around the share in all; unless they stay within the unit, with gaps for
 * what must not leave it.
 */
export const chartsOf = (
  { step, over, each, total }: OverTime,
  { withinUnit, peopleOnly }: { withinUnit: boolean; peopleOnly: boolean },
): Charts => {
  const charts: Charts = { step, over, shares: {} };
  for (const name of peopleOnly ? ofPeople.shares : shares) {
    const chart = pChart(name, { each, total }, withinUnit);
    if (chart !== null) charts.shares[name] = chart;
  }
  return charts;
};

const pChart = (
  name: Share,
  { each, total }: Pick<OverTime, 'each' | 'total'>,
  withinUnit: boolean,
): PChart | null => {
  const told = toldTogether(
    total.share(name),
    each.map((one) => one.share(name)),
    withinUnit,
  );
  if ('suppressed' in told.total) return null;
  const cells = told.cells.map((one) => ('suppressed' in one ? null : one));
  const chart = chartOf(told.total, cells);
  if (chart === null) return null;
  const points = chart.points.map((point, index): PChart['points'][number] => {
    const cell = cells[index] ?? null;
    if (point === null || cell === null) return null;
    const { numerator, denominator, missing } = cell;
    return { numerator, denominator, missing, rate: rateOf(cell) ?? 0, ...point };
  });
  return { centre: chart.centre, points };
};
