/**
 * How long somebody who guesses has to wait. A failure is counted before anything is looked at and taken back only by
 * success, so the count is what was tried, not what was seen to fail. A wait begins with the last failure and runs on
 * the clock that never jumps; after a restart it runs in full again. The clock on the wall plays no part.
 *
 * | failures in a row | of one person’s PIN | of the recovery code | on one device, whoever it was for |
 * |---|---|---|---|
 * | 0–2   | open     | open   | open   |
 * | 3     | 30 s     | 30 s   | open   |
 * | 4     | 1 min    | 1 min  | open   |
 * | 5     | 2 min    | 2 min  | open   |
 * | 6     | 4 min    | 4 min  | open   |
 * | 7     | 8 min    | 8 min  | open   |
 * | 8     | 16 min   | 16 min | open   |
 * | 9     | 32 min   | 32 min | open   |
 * | 10    | disabled | 1 h    | 30 s   |
 * | 11    | disabled | 1 h    | 1 min  |
 * | …     | disabled | 1 h    | doubles |
 * | 17 on | disabled | 1 h    | 1 h    |
 *
 * So nobody gets more than 10 guesses at one PIN, the last of them after more than an hour; and on one device, however
 * they are spread over people, at most 16 in any hour and in the long run 2. A person’s success wipes their own count
 * and takes nothing but its own attempt from the device’s, which goes down by one for each half hour without a
 * failure (of this run: a restart begins the half hour anew): else the slips of a year would lock a ward out.
 */
export type Lock = { is: 'open' } | { is: 'waiting'; ms: number } | { is: 'disabled' };

/** After so many failures in a row a PIN opens nothing any more, until somebody else opens it again. */
export const disabledAt = 10;

/** From so many on each further one has to wait: of one person’s PIN, and on a device. */
const personWaitsFrom = 3;
const deviceWaitsFrom = 10;

const shortest = 30_000;
const longest = 60 * 60_000;

/** The device’s count goes down by one for each such time without a failure. */
export const quiet = 30 * 60_000;

const waitAfter = (failures: number, from: number): number =>
  failures < from ? 0 : Math.min(longest, shortest * 2 ** Math.min(failures - from, 20));

const lockAfter = (wait: number, since: number): Lock =>
  since >= wait ? { is: 'open' } : { is: 'waiting', ms: wait - since };

/** Whether a PIN with so many failures may be tried, so many ms after the last one or the start of the program. */
export const personLock = (failures: number, since: number): Lock =>
  failures >= disabledAt ? { is: 'disabled' } : lockAfter(waitAfter(failures, personWaitsFrom), since);

/** The recovery code has 128 bits: it is not to be guessed, so it never ends; the waits keep the log small. */
export const recoveryLock = (failures: number, since: number): Lock =>
  lockAfter(waitAfter(failures, personWaitsFrom), since);

/** Whether anybody may try anything on a device with so many failures. Introductions do not ask. */
export const deviceLock = (failures: number, since: number): Lock =>
  lockAfter(waitAfter(failures, deviceWaitsFrom), since);

/** What is left of a device’s count, so many ms after the last failure or the start of the program. */
export const afterQuiet = (failures: number, since: number): number =>
  Math.max(0, failures - Math.floor(since / quiet));
