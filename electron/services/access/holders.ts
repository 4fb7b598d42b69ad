import { type Holder, leavesNobody, type OpeningReason, wouldBeLast } from '../../../core/access/holders.ts';
import { disabledAt } from '../../../core/access/lockout.ts';
import { canGrant, type GrantedRole, isGrantedRole } from '../../../core/access/permissions.ts';
import type { Actor, LogEvent } from '../../../core/log/entry.ts';
import type { PinProblem } from '../../../core/pin.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { PersonCard } from '../../../core/view.ts';
import { wallTime } from '../../log/clock.ts';
import { recordedFor } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import { accessHolders, accessOfLeft, dropAccess, isHere, putAccess } from '../../store/access.ts';
import type { Reader, Writer } from '../../store/open.ts';
import { forgetPinFailures, pinOf, putPin } from '../../store/pins.ts';
import type { Device } from '../device.ts';
import { cardsOf } from '../people.ts';
import { pinHash } from './pins.ts';
import { roleOf } from './session.ts';

/** Who gives access, or takes it. Nobody gives it to themselves. */
export interface By {
  actor: Actor;
  /** Whether they still may, asked again after a PIN was made into its hash. */
  stillMay: () => boolean;
}

export type NotGranted =
  | PinProblem
  | 'no-such-person'
  | 'not-yourself'
  | 'pin-needed'
  | 'last-one'
  | 'not-signed-in';

/** Everybody who has access, as the rules see them. */
const holdersOf = (device: { readonly db: Reader }): Holder[] =>
  accessHolders
    .all(device.db, {})
    .flatMap(({ person_id, role, failures }) =>
      isGrantedRole(role)
        ? [{ person: person_id, role, hasPin: failures !== null, failures: failures ?? 0 }]
        : [],
    );

/** Whether anybody can give access here. Until somebody can, whoever sets the kiosk up says who does. */
export const hasManager = (device: Device): boolean => holdersOf(device).some(({ role }) => canGrant(role));

export interface HolderCard {
  person: PersonCard;
  role: GrantedRole;
  /** Whether their PIN was wrong so often that somebody has to open it again. */
  disabled: boolean;
}

/** Everybody who has access, as others see them. */
export const holderCards = (device: Device): HolderCard[] =>
  holdersOf(device).flatMap(({ person, role, failures }) =>
    cardsOf(device, [person]).map((card) => ({ person: card, role, disabled: failures >= disabledAt })),
  );

interface Grant {
  /** The id of the tap. */
  id: string;
  person: string;
  role: GrantedRole;
  /** As the person typed it; null for the one they have, which is not enough for somebody new to access. */
  pin: string | null;
}

/**
 * Gives somebody a role, and the PIN that they typed for it. Who had none sets one now: the PIN of a card can have been
 * set by whoever found a badge. The same tap counts once. Throws as `record` does.
 */
export const grantAccess = async (
  device: Device,
  by: By,
  grant: Grant,
  alongside?: { events: readonly LogEvent[]; put: (db: Writer) => void },
): Promise<Result<null, NotGranted>> => {
  const { id, person, role, pin } = grant;
  const hashed = pin === null ? null : await pinHash(pin);
  if (recordedFor(device, id) !== undefined) return ok(null);
  if (!by.stillMay()) return refuse('not-signed-in');
  const problem = problemOf(device, by.actor, grant);
  if (problem !== null) return refuse(problem);
  if (hashed !== null && !hashed.ok) return hashed;
  const ids = { person };
  const events: LogEvent[] = [
    ...(alongside?.events ?? []),
    ...(roleOf(device, person) === role ? [] : [{ type: 'access-granted' as const, ids, data: { role } }]),
    ...(hashed === null ? [] : [{ type: 'pin-set' as const, ids, data: {} }]),
  ];
  if (events.length === 0) return ok(null);
  record(device, { id, actor: by.actor, events }, (db) => {
    alongside?.put(db);
    putAccess(db, { person, role, at: wallTime(device.clock.now()) });
    if (hashed !== null) {
      putPin(db, { person, hash: hashed.value, disabledAt });
      forgetPinFailures(db, { person });
    }
  });
  return ok(null);
};

const isSelf = (actor: Actor, person: string): boolean =>
  actor.kind === 'signed-in' && actor.person === person;

const problemOf = (device: Device, actor: Actor, { person, role, pin }: Grant): NotGranted | null => {
  if (isHere.get(device.db, { person }) === undefined) return 'no-such-person';
  if (isSelf(actor, person)) return 'not-yourself';
  if (pin === null && (roleOf(device, person) === null || pinOf.get(device.db, { person }) === undefined))
    return 'pin-needed';
  return wouldBeLast(holdersOf(device), person, role) ? 'last-one' : null;
};

/** Takes somebody's access away, one's own too; never the last one's who can give it. Throws as `record` does. */
export const withdrawAccess = (
  device: Device,
  { actor }: By,
  { id, person }: { id: string; person: string },
): Result<null, 'no-such-person' | 'last-one'> => {
  if (recordedFor(device, id) !== undefined) return ok(null);
  const role = roleOf(device, person);
  if (role === null) return refuse('no-such-person');
  if (wouldBeLast(holdersOf(device), person)) return refuse('last-one');
  const event = { type: 'access-withdrawn' as const, ids: { person }, data: { role } };
  record(device, { id, actor, events: [event] }, (db) => dropAccess(db, { person }));
  return ok(null);
};

/** Whether nobody could give access any more if these people left. */
export const leavesNobodyHere = (device: { readonly db: Reader }, leaving: ReadonlySet<string>): boolean =>
  leavesNobody(holdersOf(device), leaving);

/**
 * Takes the access away of whoever has left, within the transaction in which they did, or after: who comes back one day
 * does not have it again. Throws as `record` does.
 */
export const withdrawFromLeft = (device: Device, actor: Actor): void => {
  const events = accessOfLeft
    .all(device.db, {})
    .flatMap(({ person_id: person, role }) =>
      isGrantedRole(role) ? [{ type: 'access-withdrawn' as const, ids: { person }, data: { role } }] : [],
    );
  if (events.length === 0) return;
  record(device, { id: device.newId(), actor, events }, (db) => {
    for (const { ids } of events) dropAccess(db, ids);
  });
};

export interface OpeningAgain {
  id: string;
  person: string;
  because: OpeningReason;
}

/** Opens a PIN again that was wrong too often, anybody's but one's own, for a reason. Throws as `record` does. */
export const openAgain = (
  device: Device,
  { actor, stillMay }: By,
  { id, person, because }: OpeningAgain,
  alongside?: { events: readonly LogEvent[]; put: (db: Writer) => void },
): Result<null, 'no-such-person' | 'not-yourself' | 'not-needed' | 'not-signed-in'> => {
  if (recordedFor(device, id) !== undefined) return ok(null);
  if (!stillMay()) return refuse('not-signed-in');
  if (isSelf(actor, person)) return refuse('not-yourself');
  const pin = pinOf.get(device.db, { person });
  if (pin === undefined) return refuse('no-such-person');
  if (pin.failures === 0) return refuse('not-needed');
  const event = { type: 'opened-again' as const, ids: { person }, data: { because } };
  record(device, { id, actor, events: [...(alongside?.events ?? []), event] }, (db) => {
    alongside?.put(db);
    forgetPinFailures(db, { person });
  });
  return ok(null);
};
