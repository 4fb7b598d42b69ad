/** What the disk has, in bytes: free for this program, and held by the reserve; whether it said that it is full. */
export interface SpaceSeen {
  free: number;
  held: number;
  /** Nothing was recorded since, for want of room: by this table, or because the disk said so. */
  isFull: boolean;
}

/** In bytes: what is kept for a full disk, and what must be free for nobody to be told. */
export interface SpaceLimits {
  reserve: number;
  warn: number;
}

export const usualSpace: SpaceLimits = { reserve: 64 * 1024 * 1024, warn: 500 * 1000 * 1000 };

export interface SpaceDecision {
  state: 'ok' | 'low' | 'full';
  /** Whether what is missing of the reserve is to be made now. */
  fill: boolean;
}

/**
 * What follows from the room on the disk. What counts is the room that would be left with the reserve whole, here with a
 * reserve of 64 MB and a warning under 500 MB:
 *
 * | free | held | was full | left | state | fill | |
 * |---|---|---|---|---|---|---|
 * | 900 | 0 | no | 836 | ok | yes | the first start |
 * | 900 | 64 | no | 900 | ok | no | |
 * | 400 | 64 | no | 400 | low | no | recorded as ever; a manager is warned |
 * | 60 | 64 | no | 60 | full | no | shown, not recorded |
 * | 100 | 0 | yes | 36 | full | no | the reserve was given up to end a session |
 * | 70 | 64 | yes | 70 | full | no | not back yet: it would be full again at once |
 * | 150 | 0 | yes | 86 | low | yes | back: the reserve first, then it is recorded again |
 * | 900 | 64 | yes | 900 | ok | no | the disk said that it is full, as where there is a quota: tried again |
 */
export const decideSpace = (
  { free, held, isFull }: SpaceSeen,
  { reserve, warn }: SpaceLimits,
): SpaceDecision => {
  const left = free - Math.max(0, reserve - held);
  // A quarter more before it counts as back.
  if (left < (isFull ? reserve * 1.25 : reserve)) return { state: 'full', fill: false };
  return { state: left < warn ? 'low' : 'ok', fill: held < reserve };
};
