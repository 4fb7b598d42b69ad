import type { Days, Step } from './view.ts';

/** Days are YYYY-MM-DD, and compare as text. None of this knows a time zone: a day is one on the wall. */

const dayMs = 86_400_000;

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day so many days after another; before it where they are negative. */
export const dayAfter = (day: string, days: number): string => dayOf(msOf(day) + days * dayMs);

/** How many days there are from one through the other. */
export const lengthOf = ({ from, to }: Days): number => (msOf(to) - msOf(from)) / dayMs + 1;

const firstOf = (year: number, month: number): string => dayOf(Date.UTC(year, month, 1));
const lastOf = (year: number, month: number): string => dayOf(Date.UTC(year, month + 1, 0));

const yearAndMonth = (day: string): [number, number] => {
  const date = new Date(msOf(day));
  return [date.getUTCFullYear(), date.getUTCMonth()];
};

/** How many months these days are, from the first day of one through the last of another; null where they are not. */
export const wholeMonths = ({ from, to }: Days): number | null => {
  const [[year, month], [lastYear, lastMonth]] = [yearAndMonth(from), yearAndMonth(to)];
  if (from !== firstOf(year, month) || to !== lastOf(lastYear, lastMonth)) return null;
  return (lastYear - year) * 12 + lastMonth - month + 1;
};

/** As much just before these: October is compared with September, a quarter with the one before; other days with as many. */
export const daysBefore = (days: Days): Days => {
  const [months, [year, month]] = [wholeMonths(days), yearAndMonth(days.from)];
  if (months !== null) return { from: firstOf(year, month - months), to: lastOf(year, month - 1) };
  return { from: dayAfter(days.from, -lengthOf(days)), to: dayAfter(days.from, -1) };
};

/** Half a year in weeks is what a chart still shows apart. */
const mostInWeeks = 184;

/** How long the points of a chart of these days are, where nobody says so. */
export const stepFor = (days: Days): Step => (lengthOf(days) <= mostInWeeks ? 'week' : 'month');

/** The first day of the week (ISO 8601: Monday) or month that a day is in. */
export const startOf = (day: string, step: Step): string =>
  step === 'month' ? `${day.slice(0, 7)}-01` : dayAfter(day, -((new Date(msOf(day)).getUTCDay() + 6) % 7));

const nextAfter = (start: string, step: Step): string =>
  step === 'week' ? dayAfter(start, 7) : startOf(dayAfter(start, 31), 'month');

/** All weeks or months that these days are in, in order; of the first and the last only what is among them. */
export const stepsOver = ({ from, to }: Days, step: Step): Days[] => {
  const found: Days[] = [];
  for (let start = startOf(from, step); start <= to; ) {
    const next = nextAfter(start, step);
    const last = dayAfter(next, -1);
    found.push({ from: start < from ? from : start, to: last > to ? to : last });
    start = next;
  }
  return found;
};
