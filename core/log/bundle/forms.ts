import * as z from 'zod';

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A wall time after RFC 3339, which has a leap second as :60; the day has to be one of the calendar, which begins with year 1. */
export const wallTime = z.string().refine((text) => {
  const [, year, month, day] = pattern.exec(text) ?? [];
  return Number(year) >= 1 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
});

/** How many days a month has, 1 for January; NaN if it is none. */
const daysOf = (year: number, month: number): number => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? Number.NaN;
};

/** The same with milliseconds, as an entry has it. */
export const wallTimeInMilliseconds = wallTime.regex(/T\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-])/);
