import type { ReturnWish } from '../../../core/session/words.ts';
import type { Choices } from '../../../core/view.ts';

/** How many minutes from now somebody wants to be asked again; the other wishes have no hour. */
const minutes: Partial<Record<ReturnWish, number>> = { soon: 10, 'in-an-hour': 60 };

/** What the device keeps of “not now”: the wish, and the moment on this machine's clock where it names one. */
export const laterFrom = (wish: ReturnWish, now: Date): NonNullable<Choices['later']> => {
  const wait = minutes[wish];
  return { wish, at: wait === undefined ? null : withOffset(new Date(now.getTime() + wait * 60_000)) };
};

/** A moment as the clock on the wall says it, with how far that is from UTC: RFC 3339. */
export const withOffset = (moment: Date): string => {
  const offset = -moment.getTimezoneOffset();
  const wall = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
};
