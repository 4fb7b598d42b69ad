import * as z from 'zod';
import type { Actor } from '../../../core/log/entry.ts';
import { daysAfter } from '../../../core/people/photo-age.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import {
  dropOldImportChanges,
  dropOldImports,
  oldImportChanges,
  putImport,
  putImportChange,
} from '../../store/imports.ts';
import type { Writer } from '../../store/open.ts';
import { dropUnusedPhotos } from '../../store/own-card.ts';
import type { PersonFields, PersonRow } from '../../store/people.ts';
import type { Device } from '../device.ts';
import { eraseDropped } from '../sessions.ts';
import type { ImportPlan, Write } from './plan.ts';

/** For so many days an import can be put back; then what was before is forgotten. */
const undoDays = 30;

/** What an import can write of somebody, and what it is put back by. */
const columns = [
  ...(['given', 'family', 'preferred', 'say_it', 'pronouns', 'credentials', 'title', 'role'] as const),
  ...(['languages', 'photo', 'photo_date'] as const),
] as const satisfies readonly (keyof PersonFields)[];
export type WrittenColumn = (typeof columns)[number];

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const value = z.string().nullable();

/** Somebody before or after an import: the columns that it changed, and how they stood. */
export const personThen = z.object({
  columns: z.partialRecord(z.enum(columns), value),
  onLeave: z.boolean(),
  left: z.boolean(),
  /** Badges that they got, with whose each was; numbers that they got. */
  badges: z.array(z.object({ hash: hex, from: z.string().nullable() })).optional(),
  numbers: z.array(hex).optional(),
  byHand: z.string().optional(),
});
export type PersonThen = z.infer<typeof personThen>;

const inHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

interface Remembered {
  /** That of the event. */
  id: string;
  at: string;
  actor: Actor;
  files: readonly string[];
}

/** Keeps what an import of people changes, by which it can be put back; `holderOf` is whose a badge was before. */
export const rememberPeople = (
  db: Writer,
  { added, changed, retired, skipped, leftOut }: ImportPlan,
  { id, at, actor, files }: Remembered,
  holderOf: (badge: Uint8Array) => string | null,
): void => {
  const counts = { added: added.length, changed: changed.length, retired: retired.length, skipped, leftOut };
  putImport(db, {
    ...{ id, what: 'people', at, files: JSON.stringify(files), counts: JSON.stringify(counts) },
    by_person: actor.kind === 'signed-in' ? actor.person : null,
  });
  for (const write of [...added, ...changed])
    putImportChange(db, { ...{ import: id, item: write.row.id }, ...thenOf(write, holderOf) });
  const here = { columns: {}, onLeave: false, left: false };
  for (const person of retired)
    putImportChange(db, {
      ...{ import: id, item: person.id, photo: null },
      ...{ before: JSON.stringify(here), after: JSON.stringify({ ...here, left: true }) },
    });
};

const thenOf = (
  { row, before, badges, identifiers, onLeave }: Write,
  holderOf: (badge: Uint8Array) => string | null,
) => {
  const changed = before === null ? columns : columns.filter((column) => row[column] !== before[column]);
  const of = (one: PersonFields | PersonRow): PersonThen['columns'] =>
    Object.fromEntries(changed.map((column) => [column, one[column]]));
  const after: PersonThen = {
    ...{ columns: of(row), onLeave, left: false },
    badges: badges.map((hash) => ({ hash: inHex(hash), from: holderOf(hash) })),
    numbers: identifiers.map(({ hash }) => inHex(hash)),
  };
  const was: PersonThen | null =
    before === null
      ? null
      : { columns: of(before), onLeave: before.onLeave, left: before.left, byHand: before.by_hand };
  return {
    before: was === null ? null : JSON.stringify(was),
    after: JSON.stringify(after),
    photo: before !== null && before.photo !== row.photo ? before.photo : null,
  };
};

/** The day from which imports can be put back: YYYY-MM-DD. */
export const undoFrom = (device: Pick<Device, 'clock'>): string =>
  daysAfter(wallTime(device.clock.now()).slice(0, 10), -undoDays);

/** Forgets what is too old to be put back, within a transaction. */
export const forgetOldChanges = (db: Writer, from: string): void => {
  dropOldImportChanges(db, { before: from });
  dropOldImports(db, {});
};

/** Forgets it also while nothing comes in; photos that were kept for it go with it. Throws as `commit` does. */
export const forgetOldImports = (device: Device): void => {
  const before = undoFrom(device);
  if (oldImportChanges.get(device.db, { before }) === undefined) return;
  commit(
    device,
    (db) => {
      forgetOldChanges(db, before);
      dropUnusedPhotos(db, {});
    },
    { wasKept: (db) => oldImportChanges.get(db, { before }) === undefined },
  );
  eraseDropped(device);
};
