import type { Display } from 'electron';

/** What is asked of a display: which it is, and where it stands. */
export type Standing = Pick<Display, 'id' | 'bounds'>;

const areaOf = ({ bounds }: Standing): number => bounds.width * bounds.height;

/** Whether one shows what the other shows: then there is no second display to look at. */
const isMirror = (one: Standing, other: Standing): boolean =>
  one.bounds.x === other.bounds.x && one.bounds.y === other.bounds.y;

/**
 * The display for the wall view, or null where there is only the kiosk's own.
 *
 * | displays besides the kiosk’s | wall is on | goes to |
 * |---|---|---|
 * | none, or one that mirrors it | any | nowhere |
 * | A | nowhere | A |
 * | A and B, B larger | nowhere | B |
 * | A and B, B larger | A | A: what hangs there stays there |
 * | B | A, which is gone | B |
 */
export const whereTheWallGoes = (
  displays: readonly Standing[],
  { kiosk, wall }: { kiosk: Standing; wall: number | null },
): Standing | null => {
  const free = displays.filter((one) => one.id !== kiosk.id && !isMirror(one, kiosk) && areaOf(one) > 0);
  const largest = free.toSorted((one, other) => areaOf(other) - areaOf(one) || one.id - other.id)[0];
  return free.find((one) => one.id === wall) ?? largest ?? null;
};

/** Whether two standings of one display leave a window on it as it is. */
export const isUnmoved = (one: Standing | null, other: Standing | null): boolean =>
  one?.id === other?.id &&
  (['x', 'y', 'width', 'height'] as const).every((edge) => one?.bounds[edge] === other?.bounds[edge]);

const minute = 60_000;
const mostInAMinute = 3;

/**
 * Whether the wall's page, which crashed at `now` and was brought back at these moments (ms), is brought back again: three
 * times in any minute, then the display stays dark until displays change. The kiosk is not touched by any of it.
 */
export const isBroughtBack = (before: readonly number[], now: number): boolean =>
  before.filter((moment) => now - moment < minute).length < mostInAMinute;
