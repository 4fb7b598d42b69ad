import { timeOf } from '../../../../core/roster/time-of.ts';

/** A time as somebody types it (7:30, 07.30, 7h30, 0730, 1:15 pm), as HH:MM of 24 hours; null where it is none. */
export const typedTime = (typed: string): string | null => {
  const text = typed.normalize('NFKC').trim();
  const apart = /^(?<hour>\d{1,2})\s*[.h]?\s*(?<minute>\d{2})(?<rest>\s*[ap]\.?m\.?)?$/iu.exec(text)?.groups;
  return timeOf(apart === undefined ? text : `${apart.hour}:${apart.minute}${apart.rest ?? ''}`);
};
