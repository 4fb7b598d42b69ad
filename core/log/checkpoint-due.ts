/** How far a log goes, and when that was, in milliseconds since 1970. */
interface Moment {
  size: number;
  at: number;
}

/** At least every so many entries, and every so many milliseconds in which anything is recorded. */
const entries = 100;
const milliseconds = 15 * 60_000;

/** Whether the log, as it stands now, should be signed again; `last` is the last checkpoint, null for none. */
export const isCheckpointDue = (now: Moment, last: Moment | null): boolean =>
  last === null ||
  now.size - last.size >= entries ||
  // A clock that was set back says nothing of how long it has been.
  (now.size > last.size && (now.at - last.at >= milliseconds || now.at < last.at));
