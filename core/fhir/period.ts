import * as z from 'zod';

/** A date of FHIR, as exact as it is known: 2012, 2012-03, 2012-03-31, or with a time behind it. */
const date = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T[0-9:.+Z-]+)?)?)?$/);

export const period = z.object({ start: date.optional(), end: date.optional() });
export type Period = z.infer<typeof period>;

/** What holds on a day (YYYY-MM-DD); its last day counts, and so does all of a month or year that is named as the end. */
export const whenIs = (held: Period | undefined, today: string): 'now' | 'over' | 'to-come' => {
  const [start, end] = [held?.start?.slice(0, 10), held?.end?.slice(0, 10)];
  if (end !== undefined && today.slice(0, end.length) > end) return 'over';
  if (start !== undefined && today.slice(0, start.length) < start) return 'to-come';
  return 'now';
};
