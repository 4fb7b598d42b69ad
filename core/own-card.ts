import { cleanName, type NamePolicy, type NameProblem } from './names.ts';
import type { PersonCard } from './view.ts';

/** What somebody can say on their own card, as the log names it: which of these changed, never to what. */
export const cardFields = [
  'preferred',
  'say-it',
  'pronouns',
  'line',
  'languages',
  'names',
  'photo',
  'masked-photo',
  'sound',
  'pin',
] as const;
export type CardField = (typeof cardFields)[number];

/** The fields that are typed, and how many code points each may have. */
export const longestText = { preferred: 120, sayIt: 120, pronouns: 40, line: 120 } as const;
export type CardText = keyof typeof longestText;
export const cardTexts: readonly CardText[] = ['preferred', 'sayIt', 'pronouns', 'line'];

export type TextProblem = Exclude<NameProblem, 'empty'>;

/** A typed field as it is kept: one line, cleaned as names are; null where nothing is left of it. */
export const cleanText = (
  field: CardText,
  typed: string,
): { text: string | null } | { problem: TextProblem } => {
  const clean = cleanName(typed);
  if ('problem' in clean) return clean.problem === 'empty' ? { text: null } : { problem: clean.problem };
  return [...clean.name].length > longestText[field] ? { problem: 'too-long' } : { text: clean.name };
};

export const mostLanguages = 12;

/** A photo on somebody's own card, where it is shown to them even when it is too old to be shown to others. */
export interface OwnPhoto {
  path: string;
  /** The day it was taken, YYYY-MM-DD; null where nobody said. */
  date: string | null;
  tooOld: boolean;
}

/** Somebody's own card, as only they see it. */
export interface OwnCard {
  /** As everybody else sees it. */
  card: PersonCard;
  name: { given: string; family: string | null; preferred: string | null };
  /** Others who may be taken for them by what they want to be called. */
  alike: PersonCard[];
  /** What they chose to show of their name; null for as much as the rule shows. */
  names: NamePolicy | null;
  /** How much of a name is shown here at the most. */
  rule: NamePolicy;
  photo: OwnPhoto | null;
  maskedPhoto: OwnPhoto | null;
  /** After how many years a photo is no longer shown to others. */
  photoYears: number;
  /** The day at the place, YYYY-MM-DD. */
  today: string;
  hasPin: boolean;
  /** Whether the PIN signs them in here: then it is changed only where the card was opened by it, and not taken away. */
  pinSignsIn: boolean;
}

/** One thing that somebody says anew on their card; what it leaves out stays as it was. */
export interface CardChange {
  preferred?: string | null | undefined;
  sayIt?: string | null | undefined;
  pronouns?: string | null | undefined;
  line?: string | null | undefined;
  /** BCP 47, the best first. */
  languages?: string[] | undefined;
  names?: NamePolicy | null | undefined;
  /** Taken away; a new one comes as a picture. */
  photo?: null | undefined;
  maskedPhoto?: null | undefined;
  /** Erased; a new one comes as a sound. */
  sound?: null | undefined;
}

/** How somebody may open their card, and after how long by itself it closes, in ms. */
export const cardIdleMs = 2 * 60_000;
export const cardOpenMs = 10 * 60_000;
