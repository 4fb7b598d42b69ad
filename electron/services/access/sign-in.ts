import { personLock } from '../../../core/access/lockout.ts';
import { may, type Permission } from '../../../core/access/permissions.ts';
import { isAskedAgain } from '../../../core/access/sign-in.ts';
import type { Actor } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import type { Device } from '../device.ts';
import { tellTurnedAway } from './attempts.ts';
import { type NotProven, prove, type Who } from './prove.ts';
import { actorOf, begin, end, isStill, roleOf, type SignedIn, signedInBy, use } from './session.ts';

/** Why nobody signed in, as it is told; `wait` is for how long nothing is looked at, in ms. */
export type NotSignedIn = NotProven['said'] | { problem: 'no-access'; wait: number };

const bedside: Actor = { kind: 'bedside' };

const tell = (device: Device, actor: Actor, { why, person, failures, toTell }: NotProven): void => {
  if (toTell) tellFailure(device, actor, { why, person, failures });
};

/** Says in the log that somebody could not get in. */
export const tellFailure = (
  device: Device,
  actor: Actor,
  { why, person, failures }: { why: string; person: string | null; failures: number },
): void => {
  const ids = person === null ? {} : { person };
  const event = {
    ...{ type: 'unlock-failed' as const, ids },
    data: { failures, why, ...tellTurnedAway(device) },
  };
  record(device, { id: device.newId(), actor, events: [event] });
};

/**
 * Signs somebody in who has access and proves with their PIN who they are, and ends whoever was signed in; says so in
 * the log before the token is given out, or that it was not done and why. Throws as `record` does.
 */
export const signIn = async (
  device: Device,
  who: Who,
  pin: string,
): Promise<Result<{ token: string }, NotSignedIn>> => {
  const proven = await prove(device, who, pin);
  if (!proven.ok) {
    tell(device, bedside, proven.problem);
    return refuse(proven.problem.said);
  }
  const { person, takeBack } = proven.value;
  const role = roleOf(device, person);
  if (role === null) {
    const ids = { person };
    const event = { type: 'unlock-failed' as const, ids, data: { failures: 0, why: 'no-access' } };
    record(device, { id: device.newId(), actor: bedside, events: [event] }, takeBack);
    return refuse({ problem: 'no-access', wait: 0 });
  }
  end(device, 'another');
  const actor: Actor = { kind: 'signed-in', person, role };
  const way = who.by === 'badge' ? ('badge-and-pin' as const) : ('pin' as const);
  const event = {
    ...{ type: 'unlocked' as const, ids: { person } },
    data: { way, ...tellTurnedAway(device) },
  };
  record(device, { id: device.newId(), actor, events: [event] }, takeBack);
  return ok({ token: begin(device, person, role) });
};

/**
 * The PIN, given once more for something that it is asked again for. Wrong ones count like any other; at the third the
 * sign-in is over. Throws as `record` does.
 */
export const confirm = async (
  device: Device,
  token: string,
  { what, pin }: { what: Permission; pin: string },
): Promise<Result<null, NotProven['said'] | { problem: 'not-signed-in'; wait: number }>> => {
  const signedIn = signedInBy(device, token);
  if (signedIn === null) return refuse({ problem: 'not-signed-in', wait: 0 });
  const { person } = signedIn;
  const proven = await prove(device, { by: 'person', person }, pin);
  if (!proven.ok) {
    tell(device, actorOf(signedIn), proven.problem);
    const { said, failures } = proven.problem;
    // That the device has to wait may be somebody else's doing.
    const tooOften = personLock(failures, 0).is !== 'open';
    if (tooOften && isStill(device, signedIn)) end(device, 'wrong-pin');
    return refuse(said);
  }
  const { takeBack } = proven.value;
  if (!isStill(device, signedIn)) {
    commit(device, takeBack);
    return refuse({ problem: 'not-signed-in', wait: 0 });
  }
  const event = { type: 'confirmed' as const, ids: { person }, data: { for: what } };
  record(device, { id: device.newId(), actor: actorOf(signedIn), events: [event] }, takeBack);
  signedIn.confirmed = { what, at: device.clock.mono() };
  use(device, signedIn);
  return ok(null);
};

/** Whoever signed in is done. */
export const signOut = (device: Device, token: string): void => {
  if (signedInBy(device, token) !== null) end(device, 'left');
};

/** Somebody is still there: their two minutes begin again. False where nobody is signed in by this token. */
export const stay = (device: Device, token: string): boolean => {
  const signedIn = signedInBy(device, token);
  if (signedIn !== null) use(device, signedIn);
  return signedIn !== null;
};

/** Whether whoever is signed in may do this now, which uses the sign-in; or why not. */
export const authorise = (
  device: Device,
  signedIn: SignedIn,
  what: Permission,
): Result<null, 'not-allowed' | 'confirm'> => {
  use(device, signedIn);
  if (!may(signedIn.role, what)) {
    tellNotAllowed(device, signedIn, what);
    return refuse('not-allowed');
  }
  return isAskedAgain(signedIn, what, device.clock.mono()) ? refuse('confirm') : ok(null);
};

const tellNotAllowed = (device: Device, signedIn: SignedIn, what: Permission): void => {
  if (signedIn.refused.has(what)) return;
  const ids = { person: signedIn.person };
  const event = { type: 'not-allowed' as const, ids, data: { for: what } };
  record(device, { id: device.newId(), actor: actorOf(signedIn), events: [event] });
  signedIn.refused.add(what);
};
