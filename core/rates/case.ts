import type { RoleId } from '../roles.ts';
import type { Outcome, Reason, SessionKind, Status, Urgency } from '../session/words.ts';

/** Why something is not in a figure at all. A status or an outcome, or one of these. */
export type Exclusion =
  | Exclude<Status, 'introduced'>
  | Exclude<Outcome, 'completed' | 'stopped'>
  /** It is not over. */
  | 'still-open'
  /** They were gone when the round ended. */
  | 'left'
  /** They arrived after the patient round, and were introduced in a round of their own. */
  | 'joined-later'
  /** The patient had met them earlier in the same stay. */
  | 'met-before'
  | 'not-asked'
  | 'in-no-round'
  | 'nobody-required'
  | 'nobody-introduced'
  | 'no-status'
  | 'shift-change'
  | 'unscheduled'
  /** The day that it is scheduled for is not over. */
  | 'day-not-over';

/** The figures that are shares, in the order in which they are shown. */
export const shares = [
  'teamCompleteness',
  'teamAlreadyKnown',
  'patientIntroduction',
  'coverage',
  'beforeSedation',
  'recall',
  'attestedOnly',
] as const;
export type Share = (typeof shares)[number];

/** The figures that are medians of seconds. */
export const timings = [
  'secondsPerIntroduction',
  'secondsPerPatientRound',
  'secondsPerTeamRound',
  'secondsPerJoinRound',
] as const;
export type Timing = (typeof timings)[number];

/** The statuses that say why. */
export const reasoned = ['absent', 'skipped', 'unable'] as const;
export type Reasoned = (typeof reasoned)[number];

/** What one unit, such as a round, is in a share. */
export type Counting = { excluded: Exclusion } | { done: boolean; missing: boolean };

/** Where and when it was; the day (YYYY-MM-DD) and the shift by the clock on the wall there. */
export interface Where {
  day: string;
  shift: string;
  place: string;
  unit: string;
  kind: SessionKind;
  urgency: Urgency;
}

/**
 * One unit in one figure. Cases of whatever days and places add up: all figures follow from counting them, and a
 * timing from its values, which are tenths of a second.
 */
export type Case = {
  where: Where;
  /** Of the participant that it is about; null where it is about a round or a session. */
  role: RoleId | null;
  learner: boolean | null;
} & (
  | { figure: Share; counting: Counting }
  | { figure: Timing; seconds: number | null }
  | { figure: 'reasons'; status: Reasoned; reason: Reason }
);
