import { ok, type Result, refuse } from '../../../core/result.ts';
import type { PersonCard } from '../../../core/view.ts';
import { recordedFor } from '../../log/commit.ts';
import { putBadge } from '../../store/people.ts';
import { badgeHolder, badgesOf, managedPerson, removeBadges } from '../../store/people-changes.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { badgeHash } from '../people.ts';
import { isCurrent } from './by-hand.ts';
import { rosterCard } from './file.ts';
import { keepChange } from './keep.ts';
import { inHex } from './value.ts';

/** What became of a badge: where it is somebody else’s, `holder` says whose, and they give it up only with `move`. */
export interface Assigned {
  badge: 'assigned' | 'theirs-already' | 'somebody-elses';
  holder: PersonCard | null;
}

interface Assigning {
  /** The id of the tap. */
  id: string;
  person: string;
  /** As the reader gave it; only its keyed hash is kept. */
  code: string;
  /** Whether it is theirs from now on even where it is somebody else's. */
  move: boolean;
}

/** Gives the badge that was held to the reader to somebody. That of who has left may be given on. Throws as `record` does. */
export const assignBadge = (
  device: Device,
  signedIn: SignedIn,
  { id, person, code, move }: Assigning,
): Result<Assigned, 'no-such-person'> => {
  const row = managedPerson.get(device.db, { id: person });
  if (!isCurrent(row) || row.retired_at !== null) return refuse('no-such-person');
  if (recordedFor(device, id) !== undefined) return ok({ badge: 'assigned', holder: null });
  const hash = badgeHash(device, code);
  const holder = badgeHolder.get(device.db, { hash });
  if (holder?.person === person) return ok({ badge: 'theirs-already', holder: null });
  const other = holder === undefined ? undefined : managedPerson.get(device.db, { id: holder.person });
  if (holder?.retired === 0 && !move && other !== undefined)
    return ok({ badge: 'somebody-elses', holder: rosterCard(other) });
  const from = holder === undefined ? {} : { from: holder.person };
  keepChange(device, signedIn, {
    ...{ id, person, value: { kind: 'badge', badge: inHex(hash), from: holder?.person ?? null } },
    event: { type: 'badge-assigned', ids: { person, ...from }, data: {} },
    put: (db) => putBadge(db, { hash, person }),
  });
  return ok({ badge: 'assigned', holder: null });
};

/** Takes all badges of somebody away: a lost one opens their card. Throws as `record` does. */
export const takeBadges = (
  device: Device,
  signedIn: SignedIn,
  { id, person }: { id: string; person: string },
): Result<null, 'no-such-person'> => {
  if (!isCurrent(managedPerson.get(device.db, { id: person }))) return refuse('no-such-person');
  const badges = badgesOf.all(device.db, { person }).map(({ hash }) => inHex(hash));
  if (recordedFor(device, id) !== undefined || badges.length === 0) return ok(null);
  keepChange(device, signedIn, {
    ...{ id, person, value: { kind: 'badges-taken', badges } },
    event: { type: 'badges-taken', ids: { person }, data: { count: badges.length } },
    put: (db) => removeBadges(db, { person }),
  });
  return ok(null);
};
