import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import {
  badgesOf,
  bringBack,
  historyOf,
  identifiersOf,
  type ManagedRow,
  removeBadges,
  removeIdentifiers,
  removePerson,
} from '../../store/people-changes.ts';
import { retirePerson } from '../../store/roster.ts';
import { leavesNobodyHere } from '../access/holders.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { type NotChanged, type Of, ownColumns, seen } from './edit.ts';
import { keepChange } from './keep.ts';
import { inHex } from './value.ts';

/** `last-one`: nobody could give access here any more. */
export type NotRetired = NotChanged | 'yourself' | 'last-one';

/** Somebody has left: they are not found any more, have no access, and all that they did stays. Throws as `record` does. */
export const retire = (device: Device, signedIn: SignedIn, of: Of): Result<null, NotRetired> => {
  const found = seen(device, of);
  if (!found.ok) return found.problem === 'kept' ? ok(null) : refuse(found.problem);
  if (of.person === signedIn.person) return refuse('yourself');
  if (leavesNobodyHere(device, new Set([of.person]))) return refuse('last-one');
  if (found.value.retired_at !== null) return ok(null);
  keepChange(device, signedIn, {
    ...{ id: of.id, person: of.person, value: { kind: 'retired' } },
    event: { type: 'person-retired', ids: { person: of.person }, data: {} },
    put: (db) => retirePerson(db, { id: of.person, at: wallTime(device.clock.now()) }),
  });
  return ok(null);
};

/** Somebody who had left is here again, with their badges, and without the access they may have had. */
export const takeBackIn = (device: Device, signedIn: SignedIn, of: Of): Result<null, NotChanged> => {
  const found = seen(device, of);
  if (!found.ok) return found.problem === 'kept' ? ok(null) : refuse(found.problem);
  if (found.value.retired_at === null) return ok(null);
  keepChange(device, signedIn, {
    ...{ id: of.id, person: of.person, value: { kind: 'returned' } },
    event: { type: 'person-returned', ids: { person: of.person }, data: {} },
    put: (db) => bringBack(db, { id: of.person, at: wallTime(device.clock.now()) }),
  });
  return ok(null);
};

/**
 * Whether somebody was only added by mistake: they were in no session, are in no schedule, can sign in to nothing, and
 * said nothing on their own card.
 */
export const isRemovable = (device: Device, row: ManagedRow): boolean => {
  const history = historyOf.get(device.db, { id: row.id });
  return history !== undefined && history.sessions + history.kept === 0 && ownColumns(row).size === 0;
};

/** Takes somebody off the list who was added by mistake. Throws as `record` does. */
export const remove = (
  device: Device,
  signedIn: SignedIn,
  of: Of,
): Result<null, NotChanged | 'has-history'> => {
  const found = seen(device, of);
  if (!found.ok) return found.problem === 'kept' ? ok(null) : refuse(found.problem);
  if (!isRemovable(device, found.value)) return refuse('has-history');
  const row = found.value;
  const { person } = of;
  const badges = badgesOf.all(device.db, { person }).map(({ hash }) => inHex(hash));
  const numbers = identifiersOf
    .all(device.db, { person })
    .map(({ hash, system }) => ({ hash: inHex(hash), system }));
  keepChange(device, signedIn, {
    ...{ id: of.id, person, value: { kind: 'removed', row, badges, numbers } },
    event: { type: 'person-removed', ids: { person }, data: {} },
    photos: [row.photo, row.masked_photo].filter((hash) => hash !== null),
    put: (db) => {
      removeBadges(db, { person });
      removeIdentifiers(db, { person });
      removePerson(db, { id: person });
    },
  });
  return ok(null);
};
