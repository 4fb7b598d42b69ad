import * as z from 'zod';
import { Misuse, needed } from './command.ts';

/** The value of an option as a day of the calendar, YYYY-MM-DD. */
export const day = (value: string | undefined, name: string): string => {
  const text = needed(value, name);
  if (z.iso.date().safeParse(text).success) return text;
  throw new Misuse(`--${name} takes a day such as 2026-11-01, not “${text}”.`);
};

/** The days from `--from` to `--to`, both included. */
export const days = (asked: {
  from?: string | undefined;
  to?: string | undefined;
}): { from: string; to: string } => {
  const [from, to] = [day(asked.from, 'from'), day(asked.to, 'to')];
  if (from > to) throw new Misuse(`--from ${from} is after --to ${to}.`);
  return { from, to };
};
