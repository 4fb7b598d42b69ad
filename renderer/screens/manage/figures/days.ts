/** What days the figures are of. `own`: as they were typed. */
export const periods = ['last-month', 'this-month', 'quarter', 'year', 'own'] as const;
export type Period = (typeof periods)[number];

/** Days of the wall clock, YYYY-MM-DD, both included. */
export interface Days {
  from: string;
  to: string;
}

/** A day as a number that can be counted on: midnights of UTC have no summer time. */
const countOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const dayOf = (count: number): string => new Date(count * 86_400_000).toISOString().slice(0, 10);

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

/** Whether these are whole months, and how many. Null where they are not. */
export const wholeMonths = ({ from, to }: Days): number | null => {
  const [[year, month], [lastYear, lastMonth]] = [yearAndMonth(from), yearAndMonth(to)];
  if (from !== firstOf(year, month) || to !== lastOf(lastYear, lastMonth)) return null;
  return (lastYear - year) * 12 + lastMonth - month + 1;
};

/** As much before it: as many whole months where it is whole months, else as many days. */
export const daysBefore = (days: Days): Days => {
  const months = wholeMonths(days);
  const [year, month] = yearAndMonth(days.from);
  if (months !== null) return { from: firstOf(year, month - months), to: lastOf(year, month - 1) };
  const [from, to] = [countOf(days.from), countOf(days.to)];
  return { from: dayOf(from - (to - from + 1)), to: dayOf(from - 1) };
};

/** The thirteen months through the one in which these days end, or all of theirs where they are more. */
export const chartDays = (days: Days): Days => {
  const [year, month] = yearAndMonth(days.to);
  const begin = firstOf(year, month - 12);
  return { from: begin < days.from ? begin : firstOf(...yearAndMonth(days.from)), to: days.to };
};
