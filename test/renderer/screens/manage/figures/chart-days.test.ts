import { describe, expect, it } from 'vitest';
import { chartDays } from '../../../../../renderer/screens/manage/figures/chart-days.ts';

describe('The days', () => {
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
