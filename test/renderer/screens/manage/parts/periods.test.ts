import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../../../renderer/screens/manage/parts/periods.ts';

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
});
