import type { Days } from '../../../../core/figures/view.ts';

/** What days the figures are of. `own`: as they were typed. */
export const periods = ['last-month', 'this-month', 'quarter', 'year', 'own'] as const;
export type Period = (typeof periods)[number];

const yearAndMonth = (day: string): [number, number] => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return [year, month - 1];
};

const firstOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
const lastOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);

/**
 * The days of a period as seen on `today`: the last whole month, this month until today, the last whole quarter of the
 * calendar, or the last twelve whole months.
 */
export const daysOf = (period: Exclude<Period, 'own'>, today: string): Days => {
  const [year, month] = yearAndMonth(today);
  switch (period) {
    case 'this-month':
      return { from: firstOf(year, month), to: today };
    case 'last-month':
      return { from: firstOf(year, month - 1), to: lastOf(year, month - 1) };
    case 'quarter': {
      const begin = month - (month % 3) - 3;
      return { from: firstOf(year, begin), to: lastOf(year, begin + 2) };
    }
    case 'year':
      return { from: firstOf(year, month - 12), to: lastOf(year, month - 1) };
  }
};
