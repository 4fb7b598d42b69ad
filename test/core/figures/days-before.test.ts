import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBefore, lengthOf, wholeMonths } from '../../../core/figures/days.ts';

describe('What these days are compared with', () => {
  it('is as many whole months before whole months', () => {
    expect(daysBefore({ from: '2026-10-01', to: '2026-10-31' })).toEqual({
      from: '2026-09-01',
      to: '2026-09-30',
    });
    expect(daysBefore({ from: '2026-01-01', to: '2026-03-31' })).toEqual({
      from: '2025-10-01',
      to: '2025-12-31',
    });
    expect(daysBefore({ from: '2028-03-01', to: '2028-03-31' })).toEqual({
      from: '2028-02-01',
      to: '2028-02-29',
    });
  });

  it('is as many days before others, and never reaches into them', () => {
    expect(daysBefore({ from: '2026-11-01', to: '2026-11-22' })).toEqual({
      from: '2026-10-10',
      to: '2026-10-31',
    });
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const days = fc
      .tuple(day, day)
      .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));
    fc.assert(
      fc.property(days, (these) => {
        const before = daysBefore(these);
        expect(lengthOf({ from: before.to, to: these.from })).toBe(2);
        const months = wholeMonths(these);
        if (months === null) expect(lengthOf(before)).toBe(lengthOf(these));
        else expect(wholeMonths(before)).toBe(months);
      }),
    );
  });

  it('knows whole months by their first and last day', () => {
    expect(wholeMonths({ from: '2026-10-01', to: '2026-10-31' })).toBe(1);
    expect(wholeMonths({ from: '2025-11-01', to: '2026-10-31' })).toBe(12);
    expect(wholeMonths({ from: '2028-02-01', to: '2028-02-28' })).toBeNull();
    expect(wholeMonths({ from: '2026-10-02', to: '2026-10-31' })).toBeNull();
  });
});
