import * as z from 'zod';
import { searchText } from '../../../core/names.ts';
import type { RosterPerson } from '../../../core/roster/person.ts';
import type { PersonFields, PersonRow } from '../../store/people.ts';
import type { Photo } from '../photos.ts';

const columns = z.array(z.string());

/** The person as they stand after the import: what the file does not say stays as it was. */
export const merged = (
  said: RosterPerson,
  before: PersonRow | null,
  photo: Photo | null,
  newId: () => string,
): PersonFields => {
  const given = spelled(said.given, before?.given);
  const family = spelled(said.family, before?.family);
  const preferred = said.preferred ?? before?.preferred ?? null;
  return {
    ...{ id: before?.id ?? newId(), given, family, preferred },
    say_it: said.sayIt ?? before?.say_it ?? null,
    pronouns: said.pronouns ?? before?.pronouns ?? null,
    credentials: said.credentials ?? before?.credentials ?? null,
    title: said.title ?? before?.title ?? null,
    role: said.role ?? before?.role ?? 'care-team-member',
    languages: said.languages.length > 0 ? JSON.stringify(said.languages) : (before?.languages ?? '[]'),
    line: before?.line ?? null,
    photo: photo?.hash ?? before?.photo ?? null,
    masked_photo: before?.masked_photo ?? null,
    photo_date: dayOfPhoto(said, before, photo),
    origin: 'import',
    search: searchText([given, family, preferred]),
  };
};

/** A name in capitals says nothing of how it is spelled, where that is known: “MCDONALD” is McDonald. */
const spelled = <Name extends string | null>(
  said: Name,
  before: string | null | undefined,
): Name | string => {
  if (said === null || before === null || before === undefined || said !== said.toUpperCase()) return said;
  return said.toLowerCase() === before.toLowerCase() ? before : said;
};

/** The day that the list gives; else that of the photo that is there already. */
const dayOfPhoto = (
  { photoTaken }: RosterPerson,
  before: PersonRow | null,
  photo: Photo | null,
): string | null => {
  if (photo !== null && photoTaken !== undefined) return photoTaken;
  return photo === null || photo.hash === before?.photo ? (before?.photo_date ?? null) : null;
};

/** What somebody said on their own card stands, whatever a list says of them. */
export const keepingOwn = (row: PersonFields, before: PersonRow | null): PersonFields => {
  if (before === null) return row;
  const own = new Set(columns.parse(JSON.parse(before.own)));
  const kept = <Column extends keyof PersonFields>(column: Column): PersonFields[Column] =>
    own.has(column) ? before[column] : row[column];
  const preferred = kept('preferred');
  return {
    ...row,
    preferred,
    say_it: kept('say_it'),
    pronouns: kept('pronouns'),
    languages: kept('languages'),
    photo: kept('photo'),
    photo_date: own.has('photo') ? before.photo_date : row.photo_date,
    search: searchText([row.given, row.family, preferred]),
  };
};

const said = z.record(z.string(), z.union([z.string(), z.null()]));

/**
 * What was corrected here by hand stands while a list says what it said before; once it says something else, that is
 * taken. `byHand` is what is still corrected, as it is kept.
 */
export const corrected = (
  row: PersonFields,
  before: (PersonRow & { by_hand: string }) | null,
): { row: PersonFields; byHand: string } => {
  if (before === null || before.by_hand === '{}') return { row, byHand: before?.by_hand ?? '{}' };
  const known = said.parse(JSON.parse(before.by_hand));
  const stands = new Set(Object.keys(known).filter((column) => known[column] === standing(row, column)));
  const still = Object.entries(known).filter(
    ([column]) => stands.has(column) || standing(row, column) === standing(before, column),
  );
  const kept = <Column extends keyof PersonFields>(column: Column): PersonFields[Column] =>
    stands.has(column) ? before[column] : row[column];
  const names = { given: kept('given'), family: kept('family'), preferred: kept('preferred') };
  return {
    row: {
      ...{ ...row, ...names, say_it: kept('say_it'), credentials: kept('credentials') },
      ...{ title: kept('title'), role: kept('role'), languages: kept('languages'), photo: kept('photo') },
      photo_date: stands.has('photo') ? before.photo_date : row.photo_date,
      search: searchText([names.given, names.family, names.preferred]),
    },
    byHand: JSON.stringify(Object.fromEntries(still)),
  };
};

const standing = (row: PersonFields, column: string): unknown =>
  new Map<string, unknown>(Object.entries(row)).get(column);

/** What the report calls the columns that a list can change. */
const columnsShown = [
  ['given', 'given name'],
  ['family', 'family name'],
  ['preferred', 'preferred name'],
  ['say_it', 'how to say it'],
  ['pronouns', 'pronouns'],
  ['credentials', 'credentials'],
  ['title', 'title'],
  ['role', 'role'],
  ['languages', 'languages'],
  ['photo', 'photo'],
  ['photo_date', 'day of the photo'],
] as const satisfies readonly (readonly [keyof PersonFields, string])[];

type ShownField = (typeof columnsShown)[number][1];

/** Which of the columns that a list can change are other than before. */
export const fieldsOf = (row: PersonFields, before: PersonRow): ShownField[] =>
  columnsShown.flatMap(([column, shown]) => (row[column] === before[column] ? [] : [shown]));

export const differs = (row: PersonFields, before: PersonRow): boolean =>
  Object.entries(row).some(([column, value]) => before[column as keyof PersonRow] !== value);
