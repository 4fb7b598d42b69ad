import { createHmac } from 'node:crypto';
import type { Actor } from '../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Command } from '../../core/session/commands.ts';
import type { Session } from '../../core/session/state.ts';
import { wallTime } from '../log/clock.ts';
import { commit } from '../log/commit.ts';
import { personByBadge } from '../store/people.ts';
import { dropOldMet, dropOldStays, metInStay, putOpenStay, putStay, stayOf } from '../store/stays.ts';
import type { Device } from './device.ts';
import { badgeHash } from './people.ts';
import { carryOut, type Outcome, openSession } from './sessions.ts';
import { readSettings } from './settings.ts';

/** What is kept of the number of a stay: HMAC-SHA-256 under the key of this device, apart from badges. */
const stayHash = ({ badgeKey }: Pick<Device, 'badgeKey'>, number: string): Uint8Array =>
  createHmac('sha256', badgeKey).update(`stay\0${number}`).digest();

/** Whether the stay of the patient in the open session is known. */
export const hasStay = (device: Device): boolean => {
  const session = openSession(device);
  return session !== null && stayOf.get(device.db, { session: session.id }) !== undefined;
};

export type StayProblem = 'no-such-session' | 'is-a-badge';

/**
 * Says to which stay the open session belongs, by the number on the wristband (without its spaces; any case). Whoever
 * the patient met earlier in it is recognised; gives how many. Only a keyed hash of the number is kept. Throws as
 * `record` does.
 */
export const nameStay = (
  device: Device,
  { session: id, number }: { session: string; number: string },
): Result<number, StayProblem> => {
  if (openSession(device)?.id !== id) return refuse('no-such-session');
  const code = number.replace(/\s+/gu, '').toUpperCase();
  const isBadge = [number, code].some(
    (one) => personByBadge.get(device.db, { hash: badgeHash(device, one) }) !== undefined,
  );
  if (isBadge) return refuse('is-a-badge');
  const stay = stayHash(device, code);
  commit(
    device,
    (db) => {
      putStay(db, { stay, at: wallTime(device.clock.now()) });
      putOpenStay(db, { session: id, stay });
    },
    { wasKept: (db) => isSame(stayOf.get(db, { session: id })?.stay, stay) },
  );
  const known = recogniseAll(device);
  device.live.changed();
  return ok(known);
};

const isSame = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && Buffer.compare(one, other) === 0;

/** Recognises whoever of the open session the patient met earlier in the stay, and has not been; how many those are. */
export const recogniseAll = (device: Device): number => {
  const session = openSession(device);
  const stay = session === null ? undefined : stayOf.get(device.db, { session: session.id })?.stay;
  if (session === null || stay === undefined) return 0;
  const met = new Set(metInStay.all(device.db, { stay }).map(({ person }) => person));
  const participants = session.participants
    .filter((one) => met.has(one.person) && !one.metBefore && !isIntroduced(session, one.id))
    .map((one) => one.id);
  if (participants.length === 0) return 0;
  const { id } = session;
  carryOut(device, { type: 'recognise', id: device.newId(), session: id, participants }, { kind: 'system' });
  return participants.length;
};

/** As carryOut; somebody who comes in is recognised at once where the patient met them earlier in the stay. */
export const carryOutInStay = (device: Device, command: Command, actor: Actor): Outcome => {
  const done = carryOut(device, command, actor);
  if (command.type === 'join' && done.outcome === 'recorded') recogniseAll(device);
  return done;
};

const isIntroduced = (session: Session, participant: string): boolean =>
  session.rounds.some((round) =>
    round.introductions.some((one) => one.participant === participant && one.status !== null),
  );

/** Forgets stays that are long over; by settings, so many days after their last session. */
export const forgetOldStays = (device: Device): void => {
  const { stayDays } = readSettings(device).settings;
  const before = wallTime(new Date(device.clock.now().getTime() - stayDays * 86_400_000));
  commit(device, (db) => {
    dropOldMet(db, { before });
    dropOldStays(db, { before });
  });
};
