import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type GrantedRole, isGrantedRole, may, type Permission } from '../../../core/access/permissions.ts';
import { overBecause, type SignInTimes } from '../../../core/access/sign-in.ts';
import type { Actor } from '../../../core/log/entry.ts';
import { logger } from '../../operations.ts';
import { accessOf } from '../../store/access.ts';
import type { Device } from '../device.ts';

/** Who is signed in on this device: one at a time, in memory only, so a restart ends it. */
export interface SignedIn extends SignInTimes {
  readonly person: string;
  readonly role: GrantedRole;
  readonly digest: Buffer;
  /** What they asked for and may not, which the log was told. */
  readonly refused: Set<string>;
  /** Is aborted as it ends: what was begun for it is not to outlive it. */
  readonly over: AbortController;
}

export type WhyLocked = 'left' | 'idle' | 'time-up' | 'another' | 'wrong-pin' | 'withdrawn';

const signedIns = new WeakMap<Device, SignedIn>();
const watched = new WeakMap<Device, NodeJS.Timeout>();

/** How often it is looked whether a sign-in is over, so that the log says it when it is so. In ms. */
const lookEvery = 5_000;

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The role of a person who has access now; null for none. */
export const roleOf = (device: Device, person: string): GrantedRole | null => {
  const role = accessOf.get(device.db, { person })?.role ?? '';
  return isGrantedRole(role) ? role : null;
};

/** Who acts, as the log has it: never what a request says. */
export const actorOf = ({ person, role }: SignedIn): Actor => ({ kind: 'signed-in', person, role });

/** Begins a sign-in and ends the one there was; gives the token (256 bits) that only the window gets that signed in. */
export const begin = (device: Device, person: string, role: GrantedRole): string => {
  const token = randomBytes(32).toString('base64url');
  const now = device.clock.mono();
  signedIns.set(device, {
    ...{ person, role, digest: digestOf(token), refused: new Set(), over: new AbortController() },
    ...{ began: now, used: now, confirmed: null },
  });
  watch(device);
  return token;
};

/** Ends the sign-in, if there is one, and says so in the log; where that cannot be recorded now, as soon as it can. */
export const end = (device: Device, why: WhyLocked): void => {
  const signedIn = signedIns.get(device);
  if (signedIn === undefined) return;
  signedIns.delete(device);
  clearInterval(watched.get(device));
  signedIn.over.abort();
  device.tell({ type: 'locked', ids: { person: signedIn.person }, data: { why } });
};

/** The sign-in that stands, and no other; ends one that is over, or whose access is no more what it was. */
const standing = (device: Device): SignedIn | null => {
  const signedIn = signedIns.get(device);
  if (signedIn === undefined) return null;
  const over = overBecause(signedIn, device.clock.mono());
  if (over !== null) end(device, over);
  else if (roleOf(device, signedIn.person) !== signedIn.role) end(device, 'withdrawn');
  else return signedIn;
  return null;
};

/** The sign-in that a token is for; null where it is another, or is over. To look is not to use it: see `use`. */
export const signedInBy = (device: Device, token: string): SignedIn | null => {
  const signedIn = standing(device);
  return signedIn !== null && timingSafeEqual(signedIn.digest, digestOf(token)) ? signedIn : null;
};

/** Whether somebody is signed in, in whichever window, who may do this. */
export const isSignedInTo = (device: Device, what: Permission): boolean => {
  const signedIn = standing(device);
  return signedIn !== null && may(signedIn.role, what);
};

/** Somebody did something: the two minutes begin again, the quarter of an hour does not. */
export const use = (device: Device, signedIn: SignedIn): void => {
  signedIn.used = device.clock.mono();
};

/** Whether this sign-in still is the one that stands: it may have ended while something took its time. */
export const isStill = (device: Device, signedIn: SignedIn): boolean => standing(device) === signedIn;

const watch = (device: Device): void => {
  if (!watched.has(device)) device.beforeClose(() => clearInterval(watched.get(device)));
  clearInterval(watched.get(device));
  watched.set(device, setInterval(() => look(device), lookEvery).unref());
};

const look = (device: Device): void => {
  try {
    standing(device);
  } catch (problem) {
    // Nothing can be asked of the record now: the next request, or look, finds out.
    logger.error({ problem }, 'it could not be seen whether the sign-in stands');
  }
};
