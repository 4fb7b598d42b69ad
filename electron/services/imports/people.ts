import { createHash } from 'node:crypto';
import type { Result } from '../../../core/result.ts';
import type { Hints } from '../../../core/roster/given.ts';
import type { RosterPerson } from '../../../core/roster/person.ts';
import { type Owners, ownersOf } from '../../../core/roster/photo-owners.ts';
import type { Problem } from '../../../core/roster/problem.ts';
import { type Roster, readRoster, readRosterSheets } from '../../../core/roster/roster.ts';
import { type FoundPhoto, photosIn } from './photo-files.ts';
import { type Decided, type ImportPlan, planPeople, refusedPlan } from './plan.ts';
import type { Planning } from './planning.ts';
import { isArchive, readWorkbook } from './workbook/read-workbook.ts';

/**
 * How people come in, step by step: a file → rows (core/roster/table.ts) → people (core/roster/roster.ts) → a plan of
 * changes (plan.ts) → one transaction or nothing (carry-out.ts). People from another kind of file join at the plan.
 */

export interface ImportFile {
  bytes: Uint8Array;
  /** Where the photos are that the list names. */
  folder: string;
  /** Whether photos are also found by what they are called, for people of whom the list names none. */
  byName?: boolean;
  /** What somebody said of the file that it does not say itself. */
  hints?: Hints;
  /** Lines of which somebody said that the person has a new name. */
  renamed?: ReadonlySet<number>;
}

/** Where photos are that a list names, or that are called after people. */
export interface Photos {
  named: (name: string, line: number) => Promise<FoundPhoto>;
  names: () => Promise<readonly string[]>;
}

/** Reads a file of people, and the photos it names, and finds out what would change. Writes nothing. */
export const planImport = async (
  device: Planning,
  { bytes, folder, byName = false, hints, renamed }: ImportFile,
): Promise<ImportPlan> => {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const roster = await rosterOf(bytes, hints);
  if (!roster.ok) return refusedPlan(roster.problem, digest);
  return planRoster(device, { roster: roster.value, digest, photos: photosIn(folder), byName }, { renamed });
};

interface Read {
  roster: Roster;
  digest: string;
  photos: Photos;
  byName: boolean;
}

/** Finds out what would change by a list that was read, with these photos. */
export const planRoster = async (
  device: Planning,
  { roster: { people, problems }, digest, photos, byName }: Read,
  decided: Decided,
): Promise<ImportPlan> => {
  const owners = byName ? ownersOf(await photos.names(), people, 1) : nobodys;
  const photoOf = async (person: RosterPerson): Promise<FoundPhoto> => {
    const name = person.photo ?? owners.files.get(person) ?? null;
    return name === null ? { photo: null, problems: [] } : photos.named(name, person.line);
  };
  return planPeople(
    device,
    { people, problems: [...problems, ...owners.problems], digest, photoOf },
    decided,
  );
};

/** Reads a list of people as text, or as a workbook. */
export const rosterOf = async (bytes: Uint8Array, hints?: Hints): Promise<Result<Roster, Problem>> => {
  if (!isArchive(bytes)) return readRoster(bytes, hints);
  const sheets = await readWorkbook(bytes);
  return sheets.ok ? readRosterSheets(sheets.value, hints) : sheets;
};

const nobodys: Owners = { files: new Map(), problems: [] };
