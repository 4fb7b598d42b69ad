import { expect, test } from 'vitest';
import { daysBefore, lengthOf, stepFor, stepsOver } from '../../../core/figures/days.ts';

test('before some days come as many, also over the end of February', () => {
  expect(daysBefore({ from: '2024-03-02', to: '2024-03-31' })).toEqual({
    from: '2024-02-01',
    to: '2024-03-01',
  });
  expect(daysBefore({ from: '2026-01-01', to: '2026-01-01' })).toEqual({
    from: '2025-12-31',
    to: '2025-12-31',
  });
  expect(lengthOf({ from: '2024-01-01', to: '2024-12-31' })).toBe(366);
});

test('weeks begin on Monday; the first and the last are as long as they are among the days', () => {
  expect(stepsOver({ from: '2026-10-01', to: '2026-10-13' }, 'week')).toEqual([
    { from: '2026-10-01', to: '2026-10-04' },
    { from: '2026-10-05', to: '2026-10-11' },
    { from: '2026-10-12', to: '2026-10-13' },
  ]);
});

test('months are those of the calendar, of whatever length', () => {
  expect(stepsOver({ from: '2024-01-31', to: '2024-03-01' }, 'month')).toEqual([
    { from: '2024-01-31', to: '2024-01-31' },
    { from: '2024-02-01', to: '2024-02-29' },
    { from: '2024-03-01', to: '2024-03-01' },
  ]);
});

test('half a year is shown in weeks, more in months', () => {
  expect(stepFor({ from: '2026-01-01', to: '2026-06-30' })).toBe('week');
  expect(stepFor({ from: '2026-01-01', to: '2026-07-31' })).toBe('month');
});
