import { listed } from '../roster/problem.ts';
import {
  byPlace,
  type FhirProblem,
  type FileName,
  noteAt,
  type Place,
  placeInWords,
  samePlace,
} from './place.ts';

/** Something that is said once for all the places it is true of. */
export interface Remark {
  kind: keyof typeof sayings;
  /** What it is about, ready to be read in a sentence. */
  value: string;
  place: Place;
}

const nothingToDo = 'Nothing needs to be done.';

/** What each remark says and what is to be done. */
const sayings = {
  'unknown-title': (value: string) => [
    `${value} is no role known here: shown as a member of the care team, and kept as the title`,
    'Nothing, if that is right; else give the role a code or words that docs/importing-fhir.md names.',
  ],
  'unknown-code': (value: string) => [
    `The code ${value} is no role known here and has no words: shown as a member of the care team`,
    'Give the code its display text.',
  ],
  'no-role': () => [
    'No role is given: somebody new is shown as a member of the care team',
    'Bring the PractitionerRole resources in the same import.',
  ],
  'several-roles': (value: string) => [
    `Of several roles the first is taken: ${value}`,
    'Nothing; who has which role is said in each session.',
  ],
  divided: () => [
    'Whole names were divided at their comma, or else before their last word',
    'Look through them; names in parts are surer.',
  ],
  'one-name': () => [
    'Only a family name is given: it is shown as the whole name',
    'Add the given name, if any.',
  ],
  'unknown-language': (value: string) => [
    `${value} is no language known here, and is not kept`,
    'Write its code, such as “es”.',
  ],
  unusable: (value: string) => [`${value} cannot be shown, and is left out`, 'Correct it.'],
  'photo-elsewhere': () => [
    'The photo is only a link. Nothing is fetched: the person comes without it',
    'Put the photo into the resource (Attachment.data), or bring it with a list.',
  ],
  private: () => ['National, insurance and other private numbers are not kept', nothingToDo],
  over: () => ['Their roles have ended, or they are no longer active: they are not offered', nothingToDo],
  'to-come': () => ['Their roles have not begun yet: they do not come now', 'Import again when they have.'],
  'nobody-in-it': () => ['The role has nobody in it', nothingToDo],
  'lost-and-over': (value: string) => [`${value} cannot be found, in a role that has ended`, nothingToDo],
  'one-person': () => ['Entries with the same number and name are one person', 'Nothing, if that is right.'],
  deleted: () => ['What was deleted is not taken: an import takes nobody away', nothingToDo],
  'older-version': () => ['Of several versions the newest is taken', nothingToDo],
  'never-staff': (value: string) => [`Patients and relatives are never staff: ${value}`, nothingToDo],
  'not-used': (value: string) => [`Not used: ${value}`, nothingToDo],
} as const satisfies Record<string, (value: string) => readonly [what: string, whatToDo: string]>;

const fewest = 3;

/** One note for all the places of which the same is to be said, at the first of them. */
export const notesOf = (files: readonly FileName[], remarks: readonly Remark[]): FhirProblem[] =>
  [...Map.groupBy(remarks, ({ kind, value }) => `${kind}\n${value}`).values()].map((same) => {
    const places = [...same].map(({ place }) => place).sort(byPlace);
    const different = places.filter((place, at) => at === 0 || !samePlace(place, places[at - 1] ?? place));
    const [first = { file: 0, at: 1 }] = different;
    const { kind, value } = same[0] ?? { kind: 'not-used', value: '' };
    const [what, whatToDo] = sayings[kind](value);
    return noteAt(first, `${what}${alsoAt(files, different, first)}.`, whatToDo);
  });

const alsoAt = (files: readonly FileName[], places: readonly Place[], first: Place): string => {
  if (places.length < 2) return '';
  const few = places.slice(0, fewest).map((place) => placeInWords(files, place, first));
  if (places.length > fewest) few.push(`${places.length - fewest} more`);
  return ` (${listed(few)})`;
};

/** “38 Observation, 7 Immunization and 3 Claim”, the most first. */
export const counted = (types: readonly string[]): string => {
  const counts = [...Map.groupBy(types, (type) => type)].map(([type, all]) => ({ type, count: all.length }));
  counts.sort((one, two) => two.count - one.count || (one.type < two.type ? -1 : 1));
  const few = counts.slice(0, 8).map(({ type, count }) => `${count} ${type}`);
  const rest = counts.slice(8).reduce((sum, { count }) => sum + count, 0);
  return listed(rest > 0 ? [...few, `${rest} others`] : few);
};
