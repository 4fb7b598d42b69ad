import * as z from 'zod';
import { Misuse, needed } from './command.ts';

/** The value of an option as a day of the calendar, YYYY-MM-DD. */
export const day = (value: string | undefined, name: string): string => {
  const text = needed(value, name);
  if (z.iso.date().safeParse(text).success) return text;
  throw new Misuse(`--${name} takes a day such as 2026-11-01, not “${text}”.`);
};
