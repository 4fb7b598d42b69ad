import { describe, expect, it } from 'vitest';
import { chartDays, daysOf } from '../../../../../renderer/screens/manage/figures/days.ts';

describe('The days of a period', () => {
  it('on the first of the month are those of the month that is over', () => {
    expect(daysOf('last-month', '2026-11-01')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(daysOf('last-month', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(daysOf('last-month', '2028-03-15')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('of this month end today', () => {
    expect(daysOf('this-month', '2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-22' });
  });

  it('of a quarter and of a year are whole months that are over', () => {
    expect(daysOf('quarter', '2026-11-22')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(daysOf('quarter', '2026-01-01')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(daysOf('quarter', '2026-04-01')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(daysOf('year', '2026-11-22')).toEqual({ from: '2025-11-01', to: '2026-10-31' });
  });

  it('of a chart are thirteen months or half a year of weeks, or all of theirs where they are more', () => {
    const october = { from: '2026-10-01', to: '2026-10-31' };
    expect(chartDays(october, 'month')).toEqual({ from: '2025-10-01', to: '2026-10-31' });
    expect(chartDays({ from: '2024-02-10', to: '2026-10-31' }, 'month')).toEqual({
      from: '2024-02-01',
      to: '2026-10-31',
    });
    const { from, to } = chartDays(october, 'week');
    expect([from, to]).toEqual(['2026-05-04', '2026-10-31']);
    expect(new Date(`${from}T00:00:00Z`).getUTCDay()).toBe(1);
  });
});
