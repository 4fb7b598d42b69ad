import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../../core/log/entry.ts';
import { cardIdleMs, cardOpenMs } from '../../../core/own-card.ts';
import type { Device } from '../device.ts';
import type { Undoable } from './undo.ts';

/** How somebody showed whose card it is. */
export type Way = 'badge' | 'pin' | 'demo';

/** One card that is open on this device. It is kept in memory only: a restart closes it. */
export interface Opening {
  readonly person: string;
  readonly way: Way;
  readonly actor: Actor;
  /** What the last change can be taken back by. */
  last: Undoable | null;
  readonly digest: Buffer;
  /** By the clock that never jumps, in ms. */
  readonly began: number;
  used: number;
}

const openings = new WeakMap<Device, Opening>();

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Opens a person's card, and closes whichever was open; gives the token (256 bits) that only the page has. */
export const openFor = (device: Device, person: string, way: Way): string => {
  const token = randomBytes(32).toString('base64url');
  const now = device.clock.mono();
  openings.set(device, {
    ...{ person, way, actor: actorOf(person, way), last: null },
    ...{ digest: digestOf(token), began: now, used: now },
  });
  return token;
};

/** A badge identifies its holder; of a PIN the log says in its ids whose it was. */
export const actorOf = (person: string, way: Way): Actor =>
  way === 'badge' ? { kind: 'badge', person } : { kind: 'bedside' };

/** The opening that a token is for, which is used with that; null where it is another, was closed, or is over. */
export const openingOf = (device: Device, token: string): Opening | null => {
  const opening = standing(device);
  if (opening === null || !timingSafeEqual(opening.digest, digestOf(token))) return null;
  opening.used = device.clock.mono();
  return opening;
};

/** Whether this opening still is the one that stands: somebody else may have come while something took its time. */
export const isStill = (device: Device, opening: Opening): boolean => standing(device) === opening;

/** Whether anybody's card is open: only then does the page get a camera or a microphone. */
export const isCardOpen = (device: Device): boolean => standing(device) !== null;

export const closeCard = (device: Device, token: string): void => {
  if (openingOf(device, token) !== null) openings.delete(device);
};

const standing = (device: Device): Opening | null => {
  const opening = openings.get(device);
  if (opening === undefined) return null;
  const now = device.clock.mono();
  if (now - opening.used < cardIdleMs && now - opening.began < cardOpenMs) return opening;
  openings.delete(device);
  return null;
};
