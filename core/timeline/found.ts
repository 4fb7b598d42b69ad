import type { Session } from '../session/state.ts';
import type { Outcome, RoundKind, SessionKind, Status, Urgency } from '../session/words.ts';
import type { PersonCard } from '../view.ts';
import type { Mark } from './marks.ts';
import type { Chapter } from './timeline.ts';

/** How one round of a session that was found went. */
export interface RoundFound {
  kind: RoundKind;
  /** Null while it runs. */
  outcome: Outcome | null;
  /** How many were in it, by their status; those who have none are under `none`. */
  counts: Partial<Record<Status | 'none', number>>;
}

/** A session in a list of those that were found. */
export interface SessionFound {
  id: string;
  kind: SessionKind;
  urgency: Urgency;
  /** Names as they are now; null for a place or unit that is not known any more. */
  place: string | null;
  unit: string | null;
  /** Wall time, RFC 3339 with offset. */
  opened: string;
  closed: string | null;
  /** Whether a simulation made it up. */
  invented: boolean;
  scheduled: boolean;
  people: number;
  rounds: RoundFound[];
  marks: Mark[];
}

/** What was scheduled, and of which no round was held: with the session that was opened for it, if there is one. */
export interface NotHeld {
  id: string;
  /** YYYY-MM-DD and HH:MM at the place. */
  date: string;
  time: string;
  kind: SessionKind;
  urgency: Urgency;
  place: string | null;
  unit: string | null;
  session: string | null;
}

/** What was deleted at the end of retention: entries 1 to `through`, all from before the day. */
export interface Purged {
  through: number;
  before: string;
  at: string;
}

/** One page, and how many there are on all. */
export interface Page<Item> {
  items: Item[];
  total: number;
  /** Where the next page begins; null at the end. */
  next: string | null;
  purged: Purged | null;
}

/** What can be chosen from. */
export interface PlacesToFind {
  places: { id: string; name: string; unit: string }[];
  units: { id: string; name: string }[];
  /** The days of the first and the last session, YYYY-MM-DD; null where there is none. */
  days: { first: string; last: string } | null;
}

/** One session, as it is in the record. */
export interface SessionRead {
  id: string;
  /** As it stood in the end; null where somebody changed its entries so that it cannot be told. */
  session: Session | null;
  place: string | null;
  unit: string | null;
  /** When it was to be, YYYY-MM-DD and HH:MM; null where it was not scheduled. */
  scheduled: { date: string; time: string } | null;
  invented: boolean;
  chapters: Chapter[];
  /** Everybody in it and everybody who acted, by person id, with as much of the name as the site shows. */
  people: Record<string, PersonCard>;
  /** The newest checkpoint: how many entries it stands for, and when it was signed. */
  signed: { size: number; at: string } | null;
}

/** Why there is no such session: none was ever seen, or it was deleted at the end of retention. */
export interface NoSession {
  problem: 'no-such-session' | 'purged';
  purged: Purged | null;
}
