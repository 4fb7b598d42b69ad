import { type Mergeable, mergedColumns } from '../../../core/people/merge.ts';
import type { MergeObstacle, MergePreview, MergeSide } from '../../../core/people/view.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import { recordedFor } from '../../log/commit.ts';
import { accessOf } from '../../store/access.ts';
import type { Writer } from '../../store/open.ts';
import { type PersonRow, putBadge } from '../../store/people.ts';
import {
  badgesOf,
  identifiersOf,
  inOpenSession,
  type ManagedRow,
  managedPerson,
  moveIdentifier,
} from '../../store/people-changes.ts';
import { touchRoster } from '../../store/people-list.ts';
import {
  carryOver,
  idsOfPerson,
  mergeInto,
  putMergedColumns,
  putToldApart,
} from '../../store/people-merged.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { personCard, showing } from '../people.ts';
import { isCurrent, writeByHand } from './by-hand.ts';
import type { NotChanged } from './edit.ts';
import { mergeSide } from './file.ts';
import { keepChange } from './keep.ts';
import { fromHex, inHex } from './value.ts';

interface Pair {
  keep: ManagedRow;
  double: ManagedRow;
}

const pairOf = (device: Device, keep: string, double: string): Pair | null => {
  const rows = [keep, double].map((id) => managedPerson.get(device.db, { id }));
  const [one, other] = rows;
  return isCurrent(one) && isCurrent(other) && one.id !== other.id ? { keep: one, double: other } : null;
};

/** Why the double cannot go: the session that is open knows it by its id; who can sign in must be the one who is kept. */
const obstacleTo = (device: Device, { keep, double }: Pair): MergeObstacle | null => {
  const isOpen = [keep, double].some(({ id }) => inOpenSession.get(device.db, { id }) !== undefined);
  if (isOpen) return 'in-session';
  return accessOf.get(device.db, { person: double.id }) === undefined ? null : 'has-access';
};

/** Two people beside each other, before they are made one. */
export const previewMerge = (
  device: Device,
  signedIn: SignedIn,
  { one, other }: { one: string; other: string },
): Result<MergePreview, 'no-such-person'> => {
  const pair = pairOf(device, one, other);
  if (pair === null) return refuse('no-such-person');
  const turned: Pair = { keep: pair.double, double: pair.keep };
  const how = showing(device);
  const result = ({ keep, double }: Pair) => personCard({ ...keep, ...mergedColumns(keep, double) }, how);
  const side = (row: ManagedRow): MergeSide => mergeSide(device, signedIn, row);
  return ok({
    sides: [side(pair.keep), side(pair.double)],
    results: [result(pair), result(turned)],
    obstacles: [obstacleTo(device, pair), obstacleTo(device, turned)],
  });
};

interface Merging {
  /** The id of the tap. */
  id: string;
  keep: { person: string; version: number };
  double: { person: string; version: number };
}

/**
 * Makes two entries of the list one. Who is kept gets the badges and numbers of the double and what they did not say
 * themselves; the double is retired, keeps its history under its id and says whose it is. Throws as `record` does.
 */
export const mergePeople = (
  device: Device,
  signedIn: SignedIn,
  { id, keep, double }: Merging,
): Result<null, NotChanged | MergeObstacle> => {
  if (recordedFor(device, id) !== undefined) return ok(null);
  const pair = pairOf(device, keep.person, double.person);
  if (pair === null) return refuse('no-such-person');
  if (pair.keep.version !== keep.version || pair.double.version !== double.version)
    return refuse('changed-meanwhile');
  const obstacle = obstacleTo(device, pair);
  if (obstacle !== null) return refuse(obstacle);
  const before = mergeableOf(pair.keep);
  const after = mergedColumns(before, mergeableOf(pair.double));
  const badges = badgesOf.all(device.db, { person: double.person }).map(({ hash }) => inHex(hash));
  const numbers = identifiersOf.all(device.db, { person: double.person }).map(({ hash }) => inHex(hash));
  const carried = idsOfPerson
    .all(device.db, { id: double.person })
    .flatMap((one) => (one.id === double.person ? [] : [one.id]));
  const at = wallTime(device.clock.now());
  keepChange(device, signedIn, {
    ...{ id, person: keep.person },
    event: { type: 'people-merged', ids: { person: keep.person, double: double.person }, data: {} },
    value: {
      ...{ kind: 'merged', double: double.person, retired: pair.double.retired_at },
      ...{ before: { ...before }, after: { ...after }, badges, numbers, carried },
    },
    photos: [before.photo, before.masked_photo].filter((hash) => hash !== null),
    put: (db) => {
      for (const badge of badges) putBadge(db, { hash: fromHex(badge), person: keep.person });
      for (const number of numbers) moveIdentifier(db, { hash: fromHex(number), person: keep.person });
      carryOver(db, { from: double.person, kept: keep.person });
      mergeInto(db, { id: double.person, kept: keep.person, at });
      putMerged(db, device, pair.keep, after);
    },
  });
  return ok(null);
};

/** What a merge can fill in, of a row. */
export const mergeableOf = (row: PersonRow): Mergeable => {
  const { preferred, say_it, pronouns, credentials, title, languages, line, names, name_sound, own } = row;
  const { photo, photo_date, masked_photo, masked_photo_date, origin } = row;
  return {
    ...{ preferred, say_it, pronouns, credentials, title, languages, line, names, name_sound, own },
    ...{ photo, photo_date, masked_photo, masked_photo_date, origin },
  };
};

/** Writes what a merge, or taking it apart, makes of who is kept. */
export const putMerged = (db: Writer, device: Device, row: ManagedRow, after: Mergeable): void => {
  const { pronouns, line, name_sound, own, ...byHand } = after;
  writeByHand(db, device, { ...row, own }, byHand);
  putMergedColumns(db, { id: row.id, pronouns, line, name_sound });
};

/** Two people whose names are alike are two: they are not suspected any more. Throws as `record` does. */
export const tellApart = (
  device: Device,
  signedIn: SignedIn,
  { id, one, other }: { id: string; one: string; other: string },
): Result<null, 'no-such-person'> => {
  if (recordedFor(device, id) !== undefined) return ok(null);
  if (pairOf(device, one, other) === null) return refuse('no-such-person');
  const [first, second] = one < other ? [one, other] : [other, one];
  keepChange(device, signedIn, {
    ...{ id, person: one, value: { kind: 'told-apart', other } },
    event: { type: 'people-told-apart', ids: { person: one, other }, data: {} },
    put: (db) => {
      putToldApart(db, { one: first, other: second });
      touchRoster(db, {});
    },
  });
  return ok(null);
};
