import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf, rateOf } from '../../../core/rates/chart.ts';
import type { Figure } from '../../../core/rates/total.ts';

const figure = (numerator: number, denominator: number): Figure => ({
  ...{ numerator, denominator, excluded: {}, missing: 0 },
});

const sum = (figures: readonly Figure[]): Figure =>
  figures.reduce(
    (all, one) => figure(all.numerator + one.numerator, all.denominator + one.denominator),
    figure(0, 0),
  );

const signals = (figures: readonly (Figure | null)[], all = sum(figures.filter((one) => one !== null))) =>
  chartOf(all, figures)?.points.map((point) => point?.signal ?? null);

describe('A p-chart', () => {
  it('has its centre and the limits of each point by p̄ ± 3·√(p̄(1−p̄)/n)', () => {
    // p̄ = 0.5: with n = 100 the limits are 0.5 ± 0.15, with n = 900 ± 0.05.
    expect(chartOf(figure(500, 1000), [figure(52, 100), figure(448, 900)])).toEqual({
      centre: 0.5,
      points: [
        { lower: 0.35, upper: 0.65, signal: null },
        { lower: 0.45, upper: 0.55, signal: null },
      ],
    });
  });

  it('keeps its limits within 0 and 1', () => {
    expect(chartOf(figure(9, 10), [figure(5, 5)])?.points).toEqual([
      { lower: 0.4975, upper: 1, signal: null },
    ]);
  });

  it('marks a point outside its limits, and none that lies on one', () => {
    const all = figure(500, 1000);
    expect(signals([figure(65, 100), figure(66, 100), figure(35, 100), figure(34, 100)], all)).toEqual([
      ...[null, 'above', null, 'below'],
    ]);
  });

  it('marks eight in a row on one side; a point on the centre is passed over, one that is not shown ends it', () => {
    const all = figure(500, 1000);
    const [high, low, on] = [figure(51, 100), figure(49, 100), figure(50, 100)];
    const seven = Array.from({ length: 7 }, () => high);
    expect(signals([...seven, low], all)?.every((one) => one === null)).toBe(true);
    expect(signals([...seven, on, high, low], all)).toEqual([
      ...Array.from({ length: 7 }, () => 'run-above'),
      ...[null, 'run-above', null],
    ]);
    expect(signals([...seven, null, high], all)?.every((one) => one === null)).toBe(true);
    expect(
      signals(
        Array.from({ length: 9 }, () => low),
        all,
      ),
    ).toEqual(Array.from({ length: 9 }, () => 'run-below'));
  });

  it('is none where nothing is behind it, and has no point for a month without anything', () => {
    expect(chartOf(figure(0, 0), [figure(0, 0)])).toBeNull();
    expect(chartOf(figure(3, 5), [figure(3, 5), figure(0, 0)])?.points[1]).toBeNull();
  });

  it('never marks a point that lies within its limits, whatever the figures are', () => {
    const any = fc
      .nat({ max: 400 })
      .chain((denominator) =>
        fc.nat({ max: denominator }).map((numerator) => figure(numerator, denominator)),
      );
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 30 }), (figures) => {
        const chart = chartOf(sum(figures), figures);
        for (const [index, point] of (chart?.points ?? []).entries()) {
          const rate = rateOf(figures[index] ?? figure(0, 0)) ?? 0;
          if (point?.signal === 'above') expect(rate).toBeGreaterThanOrEqual(point.upper);
          if (point?.signal === 'below') expect(rate).toBeLessThanOrEqual(point.lower);
          if (point?.signal === null) {
            expect(rate).toBeLessThanOrEqual(point.upper + 0.0001);
            expect(rate).toBeGreaterThanOrEqual(point.lower - 0.0001);
          }
        }
      }),
    );
  });
});

describe('A rate', () => {
  it('has four decimals, a half up, and is none of nothing', () => {
    expect(rateOf(figure(2, 3))).toBe(0.6667);
    expect(rateOf(figure(1, 8))).toBe(0.125);
    expect(rateOf(figure(1, 20_000))).toBe(0.0001);
    expect(rateOf(figure(0, 0))).toBeNull();
  });
});
