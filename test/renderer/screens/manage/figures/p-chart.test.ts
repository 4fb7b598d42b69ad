import { describe, expect, it } from 'vitest';
import type { ChartPoint, Days, PChart } from '../../../../../core/figures/view.ts';
import { chartOf, rateOf } from '../../../../../core/rates/chart.ts';
import { drawnOf } from '../../../../../renderer/screens/manage/figures/p-chart.ts';
import { seenOn } from '../../../../../renderer/screens/manage/figures/seen.ts';

/** So many months from January 2025. */
const months = (count: number): Days[] =>
  Array.from({ length: count }, (_, at) => {
    const month = `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { from: `${month}-01`, to: `${month}-28` };
  });

const point = (rate: number, limits: Partial<ChartPoint> = {}): ChartPoint => ({
  ...{ numerator: Math.round(rate * 100), denominator: 100, missing: 0, rate },
  ...{ lower: 0.6, upper: 0.96, signal: null, ...limits },
});

/** Months of 100 each, null for one that is not shown, as the core makes a chart of them. */
const chart = (numerators: readonly (number | null)[]): PChart => {
  const figures = numerators.map((numerator) =>
    numerator === null ? null : { numerator, denominator: 100, excluded: {}, missing: 0 },
  );
  const shown = figures.filter((one) => one !== null);
  const numerator = shown.reduce((all, one) => all + one.numerator, 0);
  const made = chartOf({ numerator, denominator: 100 * shown.length, excluded: {}, missing: 0 }, figures);
  if (made === null) throw new Error('There is no chart');
  return {
    centre: made.centre,
    points: made.points.map((one, at): ChartPoint | null => {
      const figure = figures[at] ?? null;
      return one === null || figure === null ? null : { ...figure, rate: rateOf(figure) ?? 0, ...one };
    }),
  };
};

describe('A p-chart as it is drawn', () => {
  it('has its months where they were, and no line over one that is not shown', () => {
    const drawn = drawnOf(
      { centre: 0.8, points: [null, point(0.8), point(0.82), null, point(0.78)] },
      months(5),
    );
    expect(drawn?.length).toBe(4);
    expect(drawn?.points.map(({ at }) => at)).toEqual([0, 1, 3]);
    expect(drawn?.points.map(({ over }) => over.from)).toEqual(['2025-02-01', '2025-03-01', '2025-05-01']);
    expect(drawn?.lines.map((line) => line.map(({ at }) => at))).toEqual([[0, 1], [3]]);
  });

  it('reaches over all limits and points, in whole steps', () => {
    const drawn = drawnOf({ centre: 0.8, points: [point(0.8), point(0.58, { signal: 'below' })] }, months(2));
    expect(drawn).toMatchObject({ from: 0.5, to: 1, heights: [0.5, 0.6, 0.7, 0.8, 0.9, 1] });
  });

  it('does not make much of little: what hardly moves is drawn five points high, within 0 and 100', () => {
    const flat = point(0.995, { lower: 0.99, upper: 1 });
    const high = drawnOf({ centre: 0.995, points: [flat, flat] }, months(2));
    expect(high?.to).toBe(1);
    expect(high?.from).toBeLessThanOrEqual(0.95);
    const even = point(0.004, { lower: 0, upper: 0.01 });
    const low = drawnOf({ centre: 0.004, points: [even, even] }, months(2));
    expect(low?.from).toBe(0);
    expect(low?.to).toBeGreaterThanOrEqual(0.05);
  });

  it('says the newest month on its axis, and of many as many as there is room for', () => {
    const times =
      drawnOf({ centre: 0.8, points: months(30).map(() => point(0.8)) }, months(30), 7)?.times ?? [];
    expect(times.length).toBeLessThanOrEqual(7);
    expect(times.at(-1)).toEqual({ at: 29, over: { from: '2027-06-01', to: '2027-06-28' } });
  });

  it('is none where every month is suppressed', () =>
    expect(drawnOf({ centre: 0.8, points: [null, null] }, months(2))).toBeNull());
});

describe('What is said of a chart to whoever does not see it', () => {
  it('is where it begins and ends, its lowest and highest month, and each signal', () => {
    const seen = seenOn(chart([null, 80, 82, 79, 81, 60, 80, 83, 82]), months(9));
    expect(seen?.first.from).toBe('2025-02-01');
    expect(seen?.last.from).toBe('2025-09-01');
    expect(seen?.count).toBe(8);
    expect(seen?.lowest.over.from).toBe('2025-06-01');
    expect(seen?.highest.over.from).toBe('2025-08-01');
    expect(
      seen?.signals.map((one) =>
        'points' in one ? [one.is, ...one.points.map(({ over }) => over.from)] : [],
      ),
    ).toEqual([['below', '2025-06-01']]);
  });

  it('tells a run once, with all of its months, also one that is outside its limits itself', () => {
    const low = [70, 72, 71, 73, 72, 71, 72, 70];
    const seen = seenOn(chart([...low, 99, 90, 91, 90, 92, 91, 90, 91]), months(16));
    expect(seen?.signals).toMatchObject([
      { is: 'above', points: [{ over: { from: '2025-09-01' } }] },
      { is: 'run-below', from: { from: '2025-01-01' }, to: { from: '2025-08-01' }, count: 8 },
      { is: 'run-above', from: { from: '2025-09-01' }, to: { from: '2026-04-01' }, count: 8 },
    ]);
  });

  it('ends a run at a gap', () => {
    const low = [70, 72, 71, 73, 72, 71, 72, 70];
    const seen = seenOn(chart([...low, null, 71, 72, 90, 91, 90, 92]), months(15));
    expect(seen?.signals.filter((one) => 'count' in one)).toMatchObject([
      { is: 'run-below', to: { from: '2025-08-01' }, count: 8 },
    ]);
  });

  it('is nothing where nothing is shown, and of a single point', () => {
    expect(seenOn({ centre: 0, points: [] }, [])).toBeNull();
    expect(seenOn(chart([null, 80, null]), months(3))).toBeNull();
    expect(drawnOf(chart([null, 80, null]), months(3))).toBeNull();
    expect(seenOn(chart([null, 80, 81]), months(3))).not.toBeNull();
  });
});
