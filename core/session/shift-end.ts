import type { Session } from './state.ts';

/** Whoever comes within so many minutes before a shift ends comes for the next one. */
const early = 60;
const day = 24 * 60;

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/**
 * When the shift ends for whoever came as the session opened: HH:MM at the place, one of `shifts` (the times at which
 * shifts end there, HH:MM in any order); null where the place has none. A shift change is held around the end of a
 * shift, so one at 18:45 is for those who stay past 19:00.
 */
export const shiftEnd = (session: Pick<Session, 'opened'>, shifts: readonly string[]): string | null => {
  // RFC 3339 with the offset of the place: its hours and minutes are those of the clock on the wall.
  const came = minutesOf(session.opened.at.slice(11, 16)) + early;
  const left = (end: string): number => (minutesOf(end) - came + 2 * day - 1) % day;
  return shifts.reduce<string | null>(
    (first, end) => (first === null || left(end) < left(first) ? end : first),
    null,
  );
};
