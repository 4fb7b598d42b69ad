import type { GrantedRole } from '../access/permissions.ts';
import type { NamePolicy } from '../names.ts';
import type { RoleId } from '../roles.ts';
import type { PersonCard } from '../view.ts';
import type { DoubleReason } from './doubles.ts';
import type { HandField, Leave, TheirField } from './edit.ts';
import type { PhotoAge } from './photo-age.ts';

/** What the device tells those who manage the roster. */

const standings = ['here', 'on-leave', 'visitor', 'retired'] as const;
export type PersonStanding = (typeof standings)[number];

/** What a list can be of; `everybody` is whoever works here, on leave or not. */
export const listFilters = [
  ...(['everybody', 'here', 'on-leave', 'no-photo', 'photo-old', 'photo-soon', 'no-badge'] as const),
  ...(['doubles', 'visitors', 'retired'] as const),
] as const;
export type ListFilter = (typeof listFilters)[number];

/** Somebody in a list, under the whole name that the roster has. Photos are shown however old they are. */
export interface ListedPerson {
  card: PersonCard;
  title: string | null;
  standing: PersonStanding;
  photoAge: PhotoAge;
  /** The last day on which the photo is shown, YYYY-MM-DD. */
  photoUntil: string | null;
  hasBadge: boolean;
  /** Whether somebody else may be the same person. */
  maybeTwice: boolean;
}

export interface PeoplePage {
  people: ListedPerson[];
  /** How many there are of this filter, and where in them this page begins. */
  total: number;
  from: number;
  /** How many each filter has, whatever is searched for. */
  counts: Record<ListFilter, number>;
}

export interface ManagedPhoto {
  path: string;
  date: string | null;
  age: PhotoAge;
  /** The last day on which it is shown. */
  until: string | null;
}

/** Somebody whose history belongs to another. */
export interface MergedPerson {
  id: string;
  name: { first: string; rest: string };
  sessions: number;
  /** The change that can be put back; null where it is part of another merge. */
  change: string | null;
}

/** All that those who manage the roster see of a person. */
export interface PersonFile {
  id: string;
  version: number;
  /** As patients and colleagues see them. */
  card: PersonCard;
  names: { given: string; family: string | null; preferred: string | null };
  title: string | null;
  sayIt: string | null;
  credentials: string | null;
  role: RoleId;
  languages: string[];
  /** How much of the name is shown, where it is less than the rule; and the rule. */
  policy: NamePolicy | null;
  rule: NamePolicy;
  /** What they said themselves on their own card, and is theirs. */
  theirs: TheirField[];
  photo: ManagedPhoto | null;
  maskedPhoto: ManagedPhoto | null;
  photoYears: number;
  badges: number;
  standing: PersonStanding;
  /** A leave that was entered here; `byList` where a list said that they are away. */
  leave: Leave | null;
  leaveByList: boolean;
  sessions: { count: number; first: string | null; last: string | null };
  access: GrantedRole | null;
  /** Whoever it is that is signed in. */
  isYou: boolean;
  demo: boolean;
  removable: boolean;
  /** They are in the session that is open now. */
  inSession: boolean;
  merged: MergedPerson[];
  suspects: { card: PersonCard; why: DoubleReason; sameRole: boolean }[];
  /** The day at the place. */
  today: string;
}

/** One side of two who may be one. */
export interface MergeSide {
  card: PersonCard;
  version: number;
  title: string | null;
  standing: PersonStanding;
  photoAge: PhotoAge;
  photoDate: string | null;
  badges: number;
  /** Whether a list knows them by a number. */
  numbered: boolean;
  sessions: { count: number; first: string | null; last: string | null };
  access: GrantedRole | null;
  isYou: boolean;
  /** When they came to the roster, YYYY-MM-DD. */
  added: string;
}

export interface Suspects {
  total: number;
  from: number;
  pairs: { one: MergeSide; other: MergeSide; why: DoubleReason; sameRole: boolean }[];
}

/** Two people beside each other, and what each would be if the other were its double. */
export interface MergePreview {
  sides: [MergeSide, MergeSide];
  /** As patients would see them, in the order of the sides: whichever is kept. */
  results: [PersonCard, PersonCard];
  /** Why it cannot be done, for whichever is kept. */
  obstacles: [MergeObstacle | null, MergeObstacle | null];
}

/** Why two cannot be made one: one of them stands in the open session; the one to go can sign in here. */
export type MergeObstacle = 'in-session' | 'has-access';

type ChangeKind =
  | 'changed'
  | 'added'
  | 'removed'
  | 'retired'
  | 'returned'
  | 'badge'
  | 'badges-taken'
  | 'merged'
  | 'told-apart';

/** One of the last changes; `fields` where something was changed. */
export interface LastChange {
  id: string;
  /** RFC 3339 with the offset of the place. */
  at: string;
  kind: ChangeKind;
  fields: HandField[];
  person: { id: string; first: string; rest: string; isHere: boolean };
  other: { first: string; rest: string } | null;
  by: { first: string; rest: string } | null;
}
