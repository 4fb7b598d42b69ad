const minute = 60_000;
const hour = 60 * minute;

/** The unsigned tail of the log: when its first entry was recorded, in ms since 1970; null where all is signed. */
export interface Tail {
  now: number;
  firstUnsigned: number | null;
}

/** Whether what was recorded since the last checkpoint is to be signed, though nothing more is: after 15 minutes. */
export const isTailDue = ({ now, firstUnsigned }: Tail): boolean =>
  // A clock that was set back says nothing of how long it has been.
  firstUnsigned !== null && (now - firstUnsigned >= 15 * minute || now < firstUnsigned);

export interface Day {
  /** YYYY-MM-DD, at the device; of the last one that was done null if there is none. */
  today: string;
  lastDone: string | null;
  /** In ms: since anybody asked for anything; since it was last begun, null if it was not in this run. */
  idle: number;
  sinceTried: number | null;
  sessionOpen: boolean;
}

/**
 * Whether a daily job is to be done now. It does not delay a tap, but a disk is slower for two:
 *
 * | last done | session | idle | tried | due | |
 * |---|---|---|---|---|---|
 * | today | none | 2 h | – | no | |
 * | yesterday | none | 9 min | – | no | somebody may be about to begin |
 * | yesterday | none | 10 min | – | yes | |
 * | yesterday | none | 10 min | 20 min ago | no | it did not get done; not again within the hour |
 * | yesterday | open | 10 min | – | no | |
 * | yesterday | open | 2 h | – | yes | a team that stays on a board all day must not keep it from being done |
 * | never | none | 10 min | – | yes | |
 */
export const isDailyDue = ({ today, lastDone, idle, sinceTried, sessionOpen }: Day): boolean =>
  lastDone !== today &&
  idle >= (sessionOpen ? 2 * hour : 10 * minute) &&
  (sinceTried === null || sinceTried >= hour);
