import type { Case, Counting, Exclusion, Reasoned, Share, Timing } from '../rates/case.ts';
import type { Reason, reasons } from '../session/words.ts';

/**
 * What is counted has a number from 0 to 255 by which it is stored. A number that was given is never given to something
 * else: whoever changes what one means, or what is counted under it, raises `countedBy`.
 */

/** By which rules the stored figures were counted. Those of another number are counted again. */
export const countedBy = 1;

/** How many numbers each share has. */
const width = 32;
const shareNumber = {
  teamCompleteness: 0,
  teamAlreadyKnown: 1,
  patientIntroduction: 2,
  coverage: 3,
  beforeSedation: 4,
  recall: 5,
  attestedOnly: 6,
} as const satisfies Record<Share, number>;

const [done, notDone, missing] = [0, 1, 2];
const exclusionNumber = {
  'already-known': 3,
  absent: 4,
  skipped: 5,
  declined: 6,
  unable: 7,
  postponed: 8,
  shown: 9,
  'still-open': 10,
  left: 11,
  'joined-later': 12,
  'met-before': 13,
  'not-asked': 14,
  'in-no-round': 15,
  'nobody-required': 16,
  'nobody-introduced': 17,
  'no-status': 18,
  'shift-change': 19,
  unscheduled: 20,
  'day-not-over': 21,
} as const satisfies Record<Exclusion, number>;

const reasonNumber = {
  absent: { 'not-arrived': 224, 'called-away': 225, scrubbing: 226, 'not-coming': 227 },
  skipped: { 'no-time': 232, emergency: 233, 'interpreter-missing': 234, interrupted: 235 },
  unable: { sedated: 240, intubated: 241, emergency: 242, asleep: 243, away: 244 },
} as const satisfies { [Status in Reasoned]: Record<(typeof reasons)[Status][number], number> };

/** From here on: times that are not known, and after them the times themselves. */
const timingNumber = {
  secondsPerIntroduction: 248,
  secondsPerPatientRound: 249,
  secondsPerTeamRound: 250,
  secondsPerJoinRound: 251,
} as const satisfies Record<Timing, number>;
const timingCount = 4;
/** What is stored under this number or a greater one is no count, but a time in tenths of a second. */
export const firstTime = 252;

export const codeCount = 256;

/** The numbers of a share: of what was done, of what was not, of what is missing, and why some are excluded. */
export const codesOfShare = (share: Share) => {
  const first = shareNumber[share] * width;
  return { done: first + done, notDone: first + notDone, missing: first + missing, first };
};

export const exclusionCodes = Object.entries(exclusionNumber) as [Exclusion, number][];

/** The numbers of the reasons of a status. */
export const codesOfReasons = (status: Reasoned) =>
  Object.entries(reasonNumber[status]) as [Reason, number][];

/** The numbers of a timing: of times that are not known, and of those that are. */
export const codesOfTiming = (timing: Timing) => ({
  unknown: timingNumber[timing],
  known: timingNumber[timing] + timingCount,
});

/** The number and the value under which a case is stored: 1, or how many tenths of a second. */
export const codeOf = (one: Case): { code: number; value: number } => {
  if ('counting' in one) return { code: codeOfCounting(one.figure, one.counting), value: 1 };
  if ('seconds' in one) {
    const { known, unknown } = codesOfTiming(one.figure);
    return one.seconds === null
      ? { code: unknown, value: 1 }
      : { code: known, value: Math.round(one.seconds * 10) };
  }
  const found = codesOfReasons(one.status).find(([reason]) => reason === one.reason);
  if (found === undefined) throw new RangeError(`${one.status} is never because of ${one.reason}`);
  return { code: found[1], value: 1 };
};

const codeOfCounting = (share: Share, one: Counting): number => {
  const codes = codesOfShare(share);
  if ('excluded' in one) return codes.first + exclusionNumber[one.excluded];
  if (one.done) return codes.done;
  return one.missing ? codes.missing : codes.notDone;
};

/** What stands for a scheduled session on a day that is not over, whatever became of it so far. */
export const notOver = codesOfShare('coverage').first + exclusionNumber['day-not-over'];
