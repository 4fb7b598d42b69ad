import { createHash } from 'node:crypto';
import * as z from 'zod';
import { nameKey, quotedName } from '../../../core/roster/doubles.ts';
import { type Known, type Marks, matchPeople } from '../../../core/roster/match.ts';
import type { RosterPerson } from '../../../core/roster/person.ts';
import { error, type Problem, quoted } from '../../../core/roster/problem.ts';
import { wallTime } from '../../log/clock.ts';
import { readHead } from '../../store/log.ts';
import type { Reader } from '../../store/open.ts';
import type { PersonFields, PersonRow } from '../../store/people.ts';
import { type ImportedRow, importedPeople } from '../../store/roster.ts';
import { leavesNobodyHere } from '../access/holders.ts';
import { badgeHash, identifierHash } from '../people.ts';
import type { Photo } from '../photos.ts';
import { corrected, differs, fieldsOf, keepingOwn, merged } from './merge.ts';
import type { FoundPhoto } from './photo-files.ts';
import type { Planning } from './planning.ts';

const hashes = z.array(z.string());
const numbers = z.array(z.object({ system: z.string(), hash: z.string() }));

/** People as a file of any kind gives them, and all there is to say about how it was read. */
export interface Arrivals {
  people: readonly RosterPerson[];
  problems: readonly Problem[];
  /** SHA-256 of the file, in hex. */
  digest: string;
  /** The photo of one of them, and what there is to say about it. An error keeps the person out. */
  photoOf(person: RosterPerson): Promise<FoundPhoto>;
}

/** What an import says of somebody, by the name that the report gives it. */
type ChangedField =
  | ReturnType<typeof fieldsOf>[number]
  | 'badge'
  | 'staff number'
  | 'on leave'
  | 'here again';

/** One row of a file and what becomes of its person. */
export interface Outcome {
  line: number;
  /** As the file has it. */
  name: string;
}

export interface Write extends Outcome {
  row: PersonFields;
  /** As they were; null for somebody new. */
  before: KnownPerson | null;
  /** What is corrected here by hand of what lists say, as it is to be kept: JSON. */
  byHand: string;
  /** What is other than before; nothing for somebody new. */
  fields: ChangedField[];
  /** Badges and numbers that are not this person's yet, as they are kept. */
  badges: Uint8Array[];
  identifiers: { hash: Uint8Array; system: string }[];
  onLeave: boolean;
}

interface Retired extends Outcome {
  id: string;
}

/** Somebody who is here and in no row of the list. */
interface Missing {
  id: string;
  name: string;
  role: string;
  title: string | null;
}

/** What an import would do; carried out as a whole or not at all. Without errors unless a file is `refused`. */
export interface ImportPlan {
  added: Write[];
  changed: Write[];
  /** Who has left by the file, and was here. */
  retired: Retired[];
  /** Rows of people who are known just so. */
  skipped: number;
  /** Rows of people who have left by the file, and are not here. */
  leftOut: number;
  /** Who came by an import before, is here, and is in no row: they stay unless somebody says that they left. */
  missing: Missing[];
  photos: Photo[];
  problems: Problem[];
  /** The file cannot be read as a list of people at all. */
  refused: boolean;
  /** SHA-256 of the file, in hex. */
  digest: string;
  /** What was known when the plan was made: it is not carried out where that has changed since. */
  basis: string;
}

/** What a person decided of what a file alone does not say. */
export interface Decided {
  /** Lines of which somebody said that the person has a new name. */
  renamed?: ReadonlySet<number> | undefined;
  /** Who is in no row and has left, by id. */
  leave?: ReadonlySet<string> | undefined;
}

/** The plan for a file that cannot be read as a list of people, with the reason: nothing. */
export const refusedPlan = (problem: Problem, digest: string): ImportPlan => ({
  ...{ added: [], changed: [], retired: [], skipped: 0, leftOut: 0, missing: [], photos: [], basis: '' },
  ...{ problems: [problem], refused: true, digest },
});

/** Everything that a plan depends on, in short. */
const basisOf = (db: Reader): string => {
  const all = createHash('sha256');
  for (const row of importedPeople.iterate(db, {})) all.update(JSON.stringify(row));
  return all.digest('hex');
};

/** How long the log is where all that a plan depends on is as it was; null where it is not. */
export const standOf = ({ db }: Pick<Planning, 'db'>, { basis }: ImportPlan): number | null => {
  const size = readHead(db)?.size ?? 0;
  return basisOf(db) === basis ? size : null;
};

/** What a plan comes to, in numbers. */
export interface ImportCounts {
  added: number;
  changed: number;
  retired: number;
  skipped: number;
  leftOut: number;
}

/** How many people a plan changes, and how. */
export const countsOf = ({ added, changed, retired, skipped, leftOut }: ImportPlan) => ({
  people: added.length + changed.length + retired.length,
  counts: { added: added.length, changed: changed.length, retired: retired.length, skipped, leftOut },
});

/**
 * Finds out what would change if these people came, whatever kind of file they are from. Writes nothing.
 */
export const planPeople = async (
  device: Planning,
  { people, problems, digest, photoOf }: Arrivals,
  { renamed = new Set(), leave = new Set() }: Decided = {},
): Promise<ImportPlan> => {
  const basis = basisOf(device.db);
  const known = importedPeople.all(device.db, {}).map(knownPerson);
  const { matches, problems: found } = matchPeople(people, known, { marksOf: marksOn(device), renamed });
  const plan: ImportPlan = {
    ...{
      added: [],
      changed: [],
      retired: [],
      skipped: 0,
      leftOut: 0,
      missing: [],
      photos: [],
      refused: false,
    },
    ...{ problems: [...problems, ...found], digest, basis },
  };
  const leaving = new Set<string>();
  /** Whether somebody can still give access here when they have left as well. */
  const mayLeave = (id: string): boolean => {
    leaving.add(id);
    if (!leavesNobodyHere(device, leaving)) return true;
    leaving.delete(id);
    return false;
  };
  const photos = new Map<string, Photo>();
  const today = wallTime(device.clock.now()).slice(0, 10);
  for (const { person, known: before } of matches) {
    const outcome = { line: person.line, name: quotedName(person) };
    if (person.standing === 'left') {
      if (before === null || before.left) plan.leftOut += 1;
      else if (!mayLeave(before.id))
        plan.problems.push(
          error(
            person.line,
            `${outcome.name} manages this kiosk, and nobody else does.`,
            'Name another manager first.',
          ),
        );
      else plan.retired.push({ ...outcome, id: before.id });
      continue;
    }
    const { photo, problems } = await photoOf(person);
    if (person.photoTaken !== undefined && person.photoTaken > today)
      problems.push(
        error(
          person.line,
          `The day of the photo is still to come: ${quoted(person.photoTaken)}.`,
          'Write the day it was taken.',
        ),
      );
    plan.problems.push(...problems);
    if (problems.some(({ severity }) => severity === 'error')) continue;
    const { row, byHand } = corrected(
      keepingOwn(merged(person, before, photo, device.newId), before),
      before,
    );
    if (photo !== null && row.photo === photo.hash) photos.set(photo.hash, photo);
    const write = { ...outcome, row, before, byHand, ...standingAndMarks(device, person, before) };
    if (before === null) plan.added.push({ ...write, fields: [] });
    else if (write.fields.length > 0 || differs(row, before) || byHand !== before.by_hand)
      plan.changed.push({ ...write, fields: [...fieldsOf(row, before), ...write.fields] });
    else plan.skipped += 1;
  }
  const settled = new Set(matches.map(({ person }) => person));
  const open = people.filter((person) => !settled.has(person));
  const inTheList = new Set([
    ...matches.flatMap(({ known: one }) => one?.id ?? []),
    ...meantBy(device, open, known),
  ]);
  for (const one of known.filter(({ id, left }) => !left && !inTheList.has(id))) {
    const missing = { id: one.id, name: quotedName(one), role: one.role, title: one.title };
    if (!leave.has(one.id)) plan.missing.push(missing);
    else if (!mayLeave(one.id)) {
      plan.missing.push(missing);
      plan.problems.push(
        error(1, `${missing.name} manages this kiosk, and nobody else does.`, 'Name another manager first.'),
      );
    } else plan.retired.push({ line: 0, name: missing.name, id: one.id });
  }
  return { ...plan, photos: [...photos.values()] };
};

/** Whom rows may mean that wait for somebody to decide: by a badge, a number or a name. */
const meantBy = (
  device: Planning,
  open: readonly RosterPerson[],
  known: readonly KnownPerson[],
): Set<string> => {
  const marksOf = marksOn(device);
  const meant = new Set(
    open.flatMap((person) => {
      const { badges, identifiers } = marksOf(person);
      return [nameKey(person), ...badges, ...identifiers.map(({ hash }) => hash)];
    }),
  );
  const isMeant = (one: KnownPerson): boolean =>
    [nameKey(one), ...one.badges, ...one.identifiers.map(({ hash }) => hash)].some((mark) => meant.has(mark));
  return new Set(known.filter(isMeant).map(({ id }) => id));
};

type KnownPerson = PersonRow & Known & { onLeave: boolean; by_hand: string };

const knownPerson = ({ badges, identifiers, retired, on_leave, ...row }: ImportedRow): KnownPerson => ({
  ...row,
  badges: hashes.parse(JSON.parse(badges)),
  identifiers: numbers.parse(JSON.parse(identifiers)),
  left: retired === 1,
  onLeave: on_leave === 1,
  listed: listedName(row),
});

const corrections = z.object({ given: z.string().optional(), family: z.string().nullable().optional() });

/** What a list calls somebody whose name was corrected here by hand. */
const listedName = ({ by_hand, given, family }: Pick<ImportedRow, 'by_hand' | 'given' | 'family'>) => {
  if (by_hand === '{}') return null;
  const before = corrections.parse(JSON.parse(by_hand));
  return { given: before.given ?? given, family: before.family === undefined ? family : before.family };
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const marksOn =
  (device: Planning) =>
  ({ badges, identifiers }: RosterPerson): Marks => ({
    badges: badges.map((badge) => hex(badgeHash(device, badge))),
    identifiers: identifiers.map((one) => ({ system: one.system, hash: hex(identifierHash(device, one)) })),
  });

/** What a row says of somebody apart from what their card shows. */
const standingAndMarks = (device: Planning, person: RosterPerson, before: KnownPerson | null) => {
  const marks = marksOn(device)(person);
  const badges = [...new Set(marks.badges)].filter((badge) => !before?.badges.includes(badge));
  const numbers = [...new Map(marks.identifiers.map((one) => [one.hash, one])).values()].filter(
    ({ hash }) => !before?.identifiers.some((known) => known.hash === hash),
  );
  const onLeave = person.standing === null ? (before?.onLeave ?? false) : person.standing === 'on-leave';
  const fields: ChangedField[] = [
    ...(badges.length > 0 ? (['badge'] as const) : []),
    ...(numbers.length > 0 ? (['staff number'] as const) : []),
    ...(onLeave === (before?.onLeave ?? false) ? [] : (['on leave'] as const)),
    ...(before?.left ? (['here again'] as const) : []),
  ];
  return {
    badges: badges.map((hash) => Buffer.from(hash, 'hex')),
    identifiers: numbers.map(({ system, hash }) => ({ system, hash: Buffer.from(hash, 'hex') })),
    ...{ onLeave, fields },
  };
};
