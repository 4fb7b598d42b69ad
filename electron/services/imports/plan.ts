import * as z from 'zod';
import { searchText } from '../../../core/names.ts';
import { type Known, matchPeople } from '../../../core/roster/match.ts';
import type { RosterPerson } from '../../../core/roster/person.ts';
import type { Problem } from '../../../core/roster/problem.ts';
import type { PersonFields, PersonRow } from '../../store/people.ts';
import { importedPeople } from '../../store/roster.ts';
import type { Device } from '../device.ts';
import { badgeHash } from '../people.ts';
import type { Photo } from '../photos.ts';

/** People as a file of any kind gives them, and all there is to say about how it was read. */
export interface Arrivals {
  people: readonly RosterPerson[];
  problems: readonly Problem[];
  /** SHA-256 of the file, in hex. */
  digest: string;
  /** The photo of one of them, and what there is to say about it. An error keeps the person out. */
  photoOf(person: RosterPerson): Promise<FoundPhoto>;
}

export interface FoundPhoto {
  photo: Photo | null;
  problems: Problem[];
}

export interface Write {
  row: PersonFields;
  /** Badges that are not this person's yet, as they are kept. */
  badges: Uint8Array[];
}

/** What an import would do; carried out as a whole or not at all. Without errors unless a file is `refused`. */
export interface ImportPlan {
  added: Write[];
  changed: Write[];
  skipped: number;
  photos: Photo[];
  problems: Problem[];
  /** The file cannot be read as a list of people at all. */
  refused: boolean;
  /** SHA-256 of the file, in hex. */
  digest: string;
}

/** The plan for a file that cannot be read as a list of people, with the reason: nothing. */
export const refusedPlan = (problem: Problem, digest: string): ImportPlan => ({
  ...{ added: [], changed: [], skipped: 0, photos: [], problems: [problem], refused: true, digest },
});

const hashes = z.array(z.string());
const columns = z.array(z.string());

/** Finds out what would change if these people came, whatever kind of file they are from. Writes nothing. */
export const planPeople = async (
  device: Device,
  { people, problems, digest, photoOf }: Arrivals,
): Promise<ImportPlan> => {
  const plan: ImportPlan = {
    ...{ added: [], changed: [], skipped: 0, photos: [], problems: [...problems], refused: false, digest },
  };
  const known = importedPeople
    .all(device.db, {})
    .map((row) => ({ ...row, badges: hashes.parse(JSON.parse(row.badges)) }));
  const badgesOf = ({ badges }: RosterPerson): string[] =>
    badges.map((badge) => Buffer.from(badgeHash(device, badge)).toString('hex'));
  const matched = matchPeople(people, known, badgesOf);
  plan.problems.push(...matched.problems);
  const photos = new Map<string, Photo>();
  for (const { person, known: before } of matched.matches) {
    const found = await photoOf(person);
    plan.problems.push(...found.problems);
    if (found.problems.some(({ severity }) => severity === 'error')) continue;
    const { photo } = found;
    const row = keepingOwn(merged(person, before, photo, device.newId), before);
    if (photo !== null && row.photo === photo.hash) photos.set(photo.hash, photo);
    const badges = badgesOf(person).filter((badge) => !before?.badges.includes(badge));
    const write = { row, badges: badges.map((badge) => Buffer.from(badge, 'hex')) };
    if (before === null) plan.added.push(write);
    else if (badges.length > 0 || differs(row, before)) plan.changed.push(write);
    else plan.skipped += 1;
  }
  return { ...plan, photos: [...photos.values()] };
};

/** The person as they stand after the import: what the file does not say stays as it was. */
const merged = (
  said: RosterPerson,
  before: PersonRow | null,
  photo: Photo | null,
  newId: () => string,
): PersonFields => {
  const { given, family } = said;
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
    photo_date: photo === null || photo.hash === before?.photo ? (before?.photo_date ?? null) : null,
    origin: 'import',
    search: searchText([given, family, preferred]),
  };
};

/** What somebody said on their own card stands, whatever a list says of them. */
const keepingOwn = (row: PersonFields, before: PersonRow | null): PersonFields => {
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

const differs = (row: PersonFields, before: PersonRow & Known): boolean =>
  Object.entries(row).some(([column, value]) => before[column as keyof PersonRow] !== value);
