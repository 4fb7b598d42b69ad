import type { Moment, Period } from './types.ts';

/**
 * A period from one wall time (RFC 3339) to another; without its end where a clock that was set back would put that
 * before the start, which FHIR forbids.
 */
export const period = (start: string, end: string | null): Period =>
  end === null || Date.parse(end) < Date.parse(start) ? { start } : { start, end };

/**
 * When something took place: from when it began, where that is known, to when it was over. Of a clock that was set back
 * meanwhile only the time of the end is told, which is that of the record.
 */
export const moment = (start: string | null, end: string): Moment =>
  start === null || Date.parse(end) < Date.parse(start)
    ? { effectiveDateTime: end }
    : { effectivePeriod: { start, end } };

/** As `moment`, of what may still go on. */
export const since = (start: string, end: string | null): Moment =>
  end === null ? { effectivePeriod: { start } } : moment(start, end);
