import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import { recordedFor } from '../../log/commit.ts';
import type { Writer } from '../../store/open.ts';
import { putBadge } from '../../store/people.ts';
import {
  badgeHolder,
  bringBack,
  changeById,
  dropBadge,
  dropChange,
  inOpenSession,
  type ManagedRow,
  managedPerson,
  moveIdentifier,
  putRemoved,
  removeBadges,
  removeIdentifiers,
  removePerson,
} from '../../store/people-changes.ts';
import { touchRoster } from '../../store/people-list.ts';
import { carryBack, dropToldApart, takeApart } from '../../store/people-merged.ts';
import { putIdentifier, retirePerson } from '../../store/roster.ts';
import { leavesNobodyHere } from '../access/holders.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { isCurrent, writeByHand } from './by-hand.ts';
import { keepPuttingBack } from './keep.ts';
import { mergeableOf, putMerged } from './merge.ts';
import { isRemovable } from './standing.ts';
import { type ChangeValue, changeValue, fromHex } from './value.ts';

/** `nothing-to-put-back`: it was put back, or is too old; `changed-since`: something else was made of it since. */
export type NotPutBack = 'nothing-to-put-back' | 'changed-since' | 'has-history' | 'last-one' | 'in-session';

/**
 * Puts a change by hand back, in the log as another change that names it. Only where what it made still stands: what was
 * said since is never overwritten. Gives whose change it was. Throws as `record` does.
 */
export const putBack = (
  device: Device,
  signedIn: SignedIn,
  { id, of }: { id: string; of: string },
): Result<null, NotPutBack> => {
  if (recordedFor(device, id) !== undefined) return ok(null);
  const change = changeById.get(device.db, { id: of });
  if (change === undefined) return refuse('nothing-to-put-back');
  const value = changeValue.parse(JSON.parse(change.value));
  const way = back(device, signedIn, { person: change.person, of, value });
  if (!way.ok) return way;
  keepPuttingBack(device, signedIn, {
    ...{ id, person: change.person, of },
    put: (db) => {
      way.value(db);
      dropChange(db, { id: of });
    },
  });
  return ok(null);
};

interface Past<Value> {
  person: string;
  of: string;
  value: Value;
}
type Of<Kind extends ChangeValue['kind']> = Past<Extract<ChangeValue, { kind: Kind }>>;
/** What is written to put something back, or why that cannot be. */
type Back = Result<(db: Writer) => void, NotPutBack>;

const back = (device: Device, signedIn: SignedIn, { value, ...past }: Past<ChangeValue>): Back => {
  const row = managedPerson.get(device.db, { id: past.person });
  if (value.kind === 'removed') return backOnList(device, row, { ...past, value });
  if (!isCurrent(row)) return refuse('changed-since');
  switch (value.kind) {
    case 'changed':
      return unchanged(device, row, value);
    case 'added':
      return isRemovable(device, row)
        ? ok((db) => {
            removeBadges(db, { person: row.id });
            removeIdentifiers(db, { person: row.id });
            removePerson(db, { id: row.id });
          })
        : refuse('has-history');
    case 'retired':
      if (row.retired_at === null) return refuse('changed-since');
      return ok((db) => bringBack(db, { id: row.id, at: wallTime(device.clock.now()) }));
    case 'returned':
      if (row.retired_at !== null) return refuse('changed-since');
      if (row.id === signedIn.person || leavesNobodyHere(device, new Set([row.id])))
        return refuse('last-one');
      return ok((db) => retirePerson(db, { id: row.id, at: wallTime(device.clock.now()) }));
    case 'badge':
      return badgeBack(device, { ...past, value });
    case 'badges-taken': {
      const hashes = value.badges.map(fromHex);
      if (hashes.some((hash) => badgeHolder.get(device.db, { hash }) !== undefined))
        return refuse('changed-since');
      return ok((db) => {
        for (const hash of hashes) putBadge(db, { hash, person: row.id });
      });
    }
    case 'merged':
      return apart(device, row, { ...past, value });
    case 'told-apart': {
      const { other } = value;
      const [first, second] = row.id < other ? [row.id, other] : [other, row.id];
      return ok((db) => {
        dropToldApart(db, { one: first, other: second });
        touchRoster(db, {});
      });
    }
  }
};

const unchanged = (device: Device, row: ManagedRow, { before, after }: Of<'changed'>['value']): Back => {
  const now = new Map<string, unknown>(Object.entries(row));
  if (Object.entries(after).some(([column, value]) => now.get(column) !== value))
    return refuse('changed-since');
  return ok((db) => writeByHand(db, device, row, Object.fromEntries(Object.entries(before))));
};

const backOnList = (
  device: Device,
  there: ManagedRow | undefined,
  { person, value: { row, badges, numbers } }: Of<'removed'>,
): Back => {
  const isTaken = badges.some((badge) => badgeHolder.get(device.db, { hash: fromHex(badge) }) !== undefined);
  if (there !== undefined || isTaken) return refuse('changed-since');
  return ok((db) => {
    putRemoved(db, { ...row, at: wallTime(device.clock.now()) });
    for (const badge of badges) putBadge(db, { hash: fromHex(badge), person });
    for (const { hash, system } of numbers) putIdentifier(db, { hash: fromHex(hash), system, person });
  });
};

const badgeBack = (device: Device, { person, value }: Of<'badge'>): Back => {
  const hash = fromHex(value.badge);
  const { from } = value;
  if (badgeHolder.get(device.db, { hash })?.person !== person) return refuse('changed-since');
  if (from !== null && !isCurrent(managedPerson.get(device.db, { id: from }))) return refuse('changed-since');
  return ok((db) => {
    if (from === null) dropBadge(db, { hash });
    else putBadge(db, { hash, person: from });
  });
};

/** They are two again: each has what was theirs, and whatever else was said of who was kept since stays. */
const apart = (device: Device, row: ManagedRow, { value }: Of<'merged'>): Back => {
  const { double, before, after, badges, numbers, carried } = value;
  if (managedPerson.get(device.db, { id: double })?.merged_into !== row.id) return refuse('changed-since');
  if (inOpenSession.get(device.db, { id: row.id }) !== undefined) return refuse('in-session');
  const now = mergeableOf(row);
  const asBefore = Object.entries(before).filter(([column]) => {
    const name = column as keyof typeof now;
    return now[name] === after[name];
  });
  const at = wallTime(device.clock.now());
  return ok((db) => {
    takeApart(db, { id: double, retired: value.retired, at });
    for (const badge of badges.map(fromHex))
      if (badgeHolder.get(db, { hash: badge })?.person === row.id)
        putBadge(db, { hash: badge, person: double });
    for (const number of numbers) moveIdentifier(db, { hash: fromHex(number), person: double });
    for (const id of carried) carryBack(db, { id, from: row.id, kept: double });
    putMerged(db, device, row, { ...now, ...Object.fromEntries(asBefore) });
  });
};
