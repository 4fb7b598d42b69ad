import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Actor } from '../../../core/log/entry.ts';
import { searchText } from '../../../core/names.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { type Known, matchPeople } from '../../../core/roster/match.ts';
import type { RosterPerson } from '../../../core/roster/person.ts';
import type { Problem } from '../../../core/roster/problem.ts';
import { readRoster } from '../../../core/roster/roster.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import { dropUnusedPhotos } from '../../store/own-card.ts';
import { type PersonFields, type PersonRow, putBadge, putPerson, putPhoto } from '../../store/people.ts';
import { importedPeople } from '../../store/roster.ts';
import { leaveDemo } from '../demo.ts';
import type { Device } from '../device.ts';
import { badgeHash } from '../people.ts';
import type { Photo } from '../photos.ts';
import { eraseDropped } from '../sessions.ts';
import { readPhoto } from './photo-files.ts';

interface Write {
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

const hashes = z.array(z.string());
const columns = z.array(z.string());

/** Reads a file of people, and from `folder` the photos it names, and finds out what would change. Writes nothing. */
export const planImport = async (
  device: Device,
  { bytes, folder }: { bytes: Uint8Array; folder: string },
): Promise<ImportPlan> => {
  const plan: ImportPlan = {
    ...{ added: [], changed: [], skipped: 0, photos: [], problems: [], refused: false },
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
  const roster = readRoster(bytes);
  if (!roster.ok) return { ...plan, problems: [roster.problem], refused: true };
  const known = importedPeople
    .all(device.db, {})
    .map((row) => ({ ...row, badges: hashes.parse(JSON.parse(row.badges)) }));
  const badgesOf = ({ badges }: RosterPerson): string[] =>
    badges.map((badge) => Buffer.from(badgeHash(device, badge)).toString('hex'));
  const { matches, problems } = matchPeople(roster.value.people, known, badgesOf);
  plan.problems.push(...roster.value.problems, ...problems);
  const photos = new Map<string, Photo>();
  for (const { person, known: before } of matches) {
    const { photo, problems } = await photoOf(folder, person);
    plan.problems.push(...problems);
    if (problems.some(({ severity }) => severity === 'error')) continue;
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

const photoOf = async (folder: string, { photo, line }: RosterPerson) =>
  photo === null ? { photo: null, problems: [] } : readPhoto(folder, photo, line);

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

/** Whether errors stand in the way of a plan; those of single rows can be passed over, which leaves these rows out. */
export const isBlocked = ({ problems, refused }: ImportPlan, skipProblems: boolean): boolean =>
  refused || (!skipProblems && problems.some(({ severity }) => severity === 'error'));

/** Carries a plan out in one transaction with its log entry. Refuses one with errors, unless they are to be passed over. */
export const carryOutImport = (
  device: Device,
  plan: ImportPlan,
  { actor, skipProblems }: { actor: Actor; skipProblems: boolean },
): Result<null, 'has-errors'> => {
  if (isBlocked(plan, skipProblems)) return refuse('has-errors');
  const { added, changed, skipped, photos, digest } = plan;
  const data = { added: added.length, changed: changed.length, skipped, digest };
  const event = { type: 'people-imported' as const, ids: {}, data };
  const at = wallTime(device.clock.now());
  let gone = false;
  commit(device, () => {
    if (added.length > 0) leaveDemo(device, actor);
    record(device, { id: device.newId(), actor, events: [event] }, (db) => {
      for (const { hash, bytes } of photos) putPhoto(db, { hash, bytes });
      for (const { row, badges } of [...added, ...changed]) {
        putPerson(db, { ...row, at });
        for (const hash of badges) putBadge(db, { hash, person: row.id });
      }
      gone = dropUnusedPhotos(db, {}) > 0;
    });
  });
  if (gone) eraseDropped(device);
  return ok(null);
};
