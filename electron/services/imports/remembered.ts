import * as z from 'zod';
import { daysAfter } from '../../../core/people/photo-age.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import { NotRecorded } from '../../problem.ts';
import {
  dropOldImports,
  dropOverChanges,
  type ImportChangeRow,
  overChanges,
  unfinishedImport,
} from '../../store/imports.ts';
import type { Writer } from '../../store/open.ts';
import { dropUnusedPhotos } from '../../store/own-card.ts';
import type { PersonFields, PersonRow } from '../../store/people.ts';
import type { Device } from '../device.ts';
import { eraseDropped } from '../sessions.ts';
import { aMoment } from './moment.ts';
import type { Write } from './plan.ts';

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

/** Whose a badge is, given as it is kept. */
export type HolderOf = (badge: Uint8Array) => string | null;

/** How somebody was who leaves by an import, and is then. */
export const leavingThen = (item: string): ImportChangeRow => {
  const here = { columns: {}, onLeave: false, left: false };
  return { item, before: JSON.stringify(here), after: JSON.stringify({ ...here, left: true }), photo: null };
};

/** How somebody was before an import, and is then. */
export const thenOf = (
  { row, before, badges, identifiers, onLeave }: Write,
  holderOf: HolderOf,
): ImportChangeRow => {
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
    item: row.id,
    before: was === null ? null : JSON.stringify(was),
    after: JSON.stringify(after),
    photo: before !== null && before.photo !== row.photo ? before.photo : null,
  };
};

/** The day from which imports can be put back: YYYY-MM-DD. */
export const undoFrom = (device: Pick<Device, 'clock'>): string =>
  daysAfter(wallTime(device.clock.now()).slice(0, 10), -undoDays);

/** Imports that are being prepared are done within moments; those of a day ago never will be. */
const unfinishedBefore = (device: Pick<Device, 'clock'>): string =>
  daysAfter(wallTime(device.clock.now()).slice(0, 10), -1);

/** So many are forgotten in one go: a tap that comes meanwhile waits for them. */
const atOnce = 500;

/** Forgets what is too old to be put back, within a transaction. */
export const forgetOldChanges = (db: Writer, device: Pick<Device, 'clock'>): void => {
  const unfinished = unfinishedBefore(device);
  dropOverChanges(db, { before: undoFrom(device), unfinished, most: Number.MAX_SAFE_INTEGER });
  dropOldImports(db, { unfinished });
};

/**
 * Forgets what can be put back no more, some at a time, so that no tap waits for all of it; photos that were kept for it
 * go with it. Throws as `commit` does.
 */
export const forgetOldImports = async (
  device: Device,
  { unfinished = unfinishedBefore(device) } = {},
): Promise<void> => {
  const over = { before: undoFrom(device), unfinished };
  if (overChanges.get(device.db, over) === undefined) return;
  const wasKept = (): boolean => false;
  const some = (db: Writer): number => dropOverChanges(db, { ...over, most: atOnce });
  while (commit(device, some, { wasKept }) === atOnce) await aMoment();
  const last = (db: Writer): number => dropOldImports(db, { unfinished }) + dropUnusedPhotos(db, {});
  commit(device, last, { wasKept });
  eraseDropped(device);
};

/** Deletes what a kiosk that ended in the middle of it had prepared of an import; what cannot be now is on a later day. */
export const forgetUnfinished = (device: Device): void => {
  const over = { before: undoFrom(device), unfinished: '9999' };
  try {
    if (unfinishedImport.get(device.db, {}) === undefined) return;
    commit(
      device,
      (db) => {
        dropOverChanges(db, { ...over, most: Number.MAX_SAFE_INTEGER });
        dropOldImports(db, over);
        dropUnusedPhotos(db, {});
      },
      { wasKept: () => false },
    );
    eraseDropped(device);
  } catch (problem) {
    if (!(problem instanceof NotRecorded)) throw problem;
  }
};
