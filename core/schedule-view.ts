import type { RoleId } from './roles.ts';
import type { Part, SessionKind, Urgency } from './session/words.ts';

/** A scheduled session as a manager sees it. */
export interface ScheduledSession {
  id: string;
  place: string;
  date: string;
  time: string;
  kind: SessionKind;
  urgency: Urgency;
  lead: string | null;
  team: { person: string; role: RoleId; part?: Part | null | undefined }[];
  /** `missed`: it should have begun, and was not opened; `late`: it was cancelled only then. */
  is: 'held' | 'to-come' | 'missed' | 'cancelled' | 'cancelled-late';
  why: 'cancelled' | 'by-mistake' | 'not-in-list' | null;
}

interface SchedulePlace {
  id: string;
  name: string;
  unit: string;
}

/** One day of the schedule, and how many were held on those around it. */
export interface ScheduleDay {
  /** YYYY-MM-DD. */
  day: string;
  today: string;
  places: SchedulePlace[];
  sessions: ScheduledSession[];
  /** Everybody who is named: their ids and how they are called. */
  people: Record<string, string>;
  /** Monday to Sunday of the same week: held of what should have begun by now, and all. */
  week: { day: string; scheduled: number; due: number; held: number }[];
}

/** Why something was not done to the schedule. */
export type NotScheduled =
  | 'no-such-session'
  | 'no-such-place'
  | 'no-such-person'
  | 'held'
  | 'taken'
  | 'nothing-new';
