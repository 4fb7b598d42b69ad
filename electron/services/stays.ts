import { createHmac } from 'node:crypto';
import type { Actor } from '../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Command } from '../../core/session/commands.ts';
import { hasMet } from '../../core/session/state.ts';
import { wallTime } from '../log/clock.ts';
import { commit } from '../log/commit.ts';
import { NotRecorded } from '../problem.ts';
import { personByBadge } from '../store/people.ts';
import {
  dropEmptyStays,
  dropOldMet,
  dropOldStays,
  dropOpenStay,
  metInStay,
  oldStays,
  putOpenStay,
  putStay,
  stayOf,
} from '../store/stays.ts';
import type { Device } from './device.ts';
import { badgeHash } from './people.ts';
import { carryOut, eraseDropped, type Outcome, openSession } from './sessions.ts';
import { readSettings } from './settings.ts';

/**
 * The number on a wristband as it counts: its letters and digits, whichever way a reader or a person writes them. With
 * spaces or hyphens, in small letters, in the digits of another script: it is the same stay.
 */
export const stayNumber = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => String(valueOfDigit(digit)))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** Digits stand in Unicode in tens, from zero to nine. */
const valueOfDigit = (digit: string): number => {
  let value = 0;
  for (let code = (digit.codePointAt(0) ?? 0) - 1; value < 9; code -= 1, value += 1)
    if (!/\p{Nd}/u.test(String.fromCodePoint(code))) break;
  return value;
};

/** What is kept of the number of a stay: HMAC-SHA-256 under the key of this device, apart from badges. */
const stayHash = ({ badgeKey }: Pick<Device, 'badgeKey'>, number: string): Uint8Array =>
  createHmac('sha256', badgeKey).update(`stay\0${number}`).digest();

/** Whether the stay of the patient in the open session is known. */
export const hasStay = (device: Device): boolean => {
  const session = openSession(device);
  return session !== null && stayOf.get(device.db, { session: session.id }) !== undefined;
};

export type StayProblem = 'no-such-session' | 'too-short' | 'is-a-badge';

/** What was found of a stay: whom of the open session the patient met earlier in it, as participants. */
export interface FoundStay {
  met: string[];
}

/**
 * Says to which stay the open session belongs, by the number on the wristband, scanned or typed; another number, and it
 * is that one instead. Whoever the patient met earlier in the stay is recognised. Only a keyed hash of the number is
 * kept. Throws NotRecorded where it is not.
 */
export const nameStay = (
  device: Device,
  { session: id, number }: { session: string; number: string },
): Result<FoundStay, StayProblem> => {
  if (openSession(device)?.id !== id) return refuse('no-such-session');
  const code = stayNumber(number);
  if (code.length < 4) return refuse('too-short');
  const isBadge = [number, code].some(
    (one) => personByBadge.get(device.db, { hash: badgeHash(device, one) }) !== undefined,
  );
  if (isBadge) return refuse('is-a-badge');
  const stay = stayHash(device, code);
  const before = stayOf.get(device.db, { session: id })?.stay;
  commit(
    device,
    (db) => {
      putStay(db, { stay, at: wallTime(device.clock.now()) });
      putOpenStay(db, { session: id, stay });
      dropEmptyStays(db, {});
    },
    { wasKept: (db) => isSame(stayOf.get(db, { session: id })?.stay, stay) },
  );
  if (before !== undefined && !isSame(before, stay)) eraseDropped(device);
  recogniseAll(device);
  device.live.changed();
  const met = openSession(device)?.participants.filter((one) => one.metBefore) ?? [];
  return ok({ met: met.map((one) => one.id) });
};

/** It was another patient's wristband: nobody is taken for met before. Throws NotRecorded where that is not kept. */
export const unnameStay = (device: Device, id: string): Result<FoundStay, StayProblem> => {
  if (openSession(device)?.id !== id) return refuse('no-such-session');
  commit(
    device,
    (db) => {
      dropOpenStay(db, {});
      dropEmptyStays(db, {});
    },
    { wasKept: (db) => stayOf.get(db, { session: id }) === undefined },
  );
  eraseDropped(device);
  recogniseAll(device);
  device.live.changed();
  return ok({ met: [] });
};

const isSame = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && Buffer.compare(one, other) === 0;

/**
 * Recognises whoever of the open session the patient met earlier in the stay; whoever was introduced to them in this
 * session needs no recognising.
 */
const recogniseAll = (device: Device): void => {
  const session = openSession(device);
  if (session === null) return;
  const stay = stayOf.get(device.db, { session: session.id })?.stay;
  const known = stay === undefined ? [] : metInStay.all(device.db, { stay });
  const met = new Set(known.map(({ person }) => person));
  const recognised = session.participants.filter(
    (one) => met.has(one.person) && (one.metBefore || !hasMet(session, one.id)),
  );
  if (session.participants.every((one) => recognised.includes(one) === one.metBefore)) return;
  carryOut(
    device,
    {
      ...{ type: 'recognise', id: device.newId(), session: session.id },
      participants: recognised.map((one) => one.id),
    },
    { kind: 'system' },
  );
};

/** What may bring in somebody whom the patient knows, and what comes before they would be introduced again. */
const looksAgain = new Set<Command['type']>(['join', 'return', 'open-round']);

/** As carryOut; somebody who comes in is recognised at once where the patient met them earlier in the stay. */
export const carryOutInStay = (device: Device, command: Command, actor: Actor): Outcome => {
  const done = carryOut(device, command, actor);
  if (looksAgain.has(command.type) && done.outcome === 'recorded') afterwards(() => recogniseAll(device));
  return done;
};

/** What was asked for is recorded already: where this fails, it is made up for with the next one who comes. */
const afterwards = (work: () => void): void => {
  try {
    work();
  } catch (problem) {
    if (!(problem instanceof NotRecorded)) throw problem;
  }
};

/** Forgets stays that are long over, so many days after their last session, by settings; how many those were. */
export const forgetOldStays = (device: Device): number => {
  const { stayDays } = readSettings(device).settings;
  const before = wallTime(new Date(device.clock.now().getTime() - stayDays * 86_400_000));
  if (oldStays.get(device.db, { before }) === undefined) return 0;
  const forgotten = commit(
    device,
    (db) => {
      dropOldMet(db, { before });
      return dropOldStays(db, { before });
    },
    { wasKept: (db) => oldStays.get(db, { before }) === undefined },
  );
  eraseDropped(device);
  return forgotten;
};
