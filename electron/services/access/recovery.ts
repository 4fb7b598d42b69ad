import { randomBytes } from 'node:crypto';
import type { OpeningReason } from '../../../core/access/holders.ts';
import { recoveryLock } from '../../../core/access/lockout.ts';
import { readRecoveryCode, recoveryBytes, writeRecoveryCode } from '../../../core/access/recovery-code.ts';
import type { Actor, LogEvent } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import { commit, recordedFor } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import {
  countRecoveryFailure,
  forgetRecoveryFailures,
  putRecoveryCode,
  recoveryCode,
} from '../../store/access.ts';
import type { Writer } from '../../store/open.ts';
import type { Device } from '../device.ts';
import { type By, grantAccess, type NotGranted, openAgain } from './holders.ts';
import { isSecret, secretHash } from './pins.ts';
import { tellFailure } from './sign-in.ts';

/** A new code, as it is shown, once, and as it is kept. */
interface Fresh {
  code: string;
  events: readonly LogEvent[];
  put: (db: Writer) => void;
}

/** Makes a recovery code; it holds when `put` was done, in the transaction that records `events`. */
export const freshCode = async (device: Device): Promise<Fresh> => {
  const code = writeRecoveryCode(randomBytes(recoveryBytes));
  const hash = await secretHash(code);
  return {
    code,
    events: [{ type: 'recovery-code-made', ids: {}, data: {} }],
    put: (db) => putRecoveryCode(db, { hash, at: wallTime(device.clock.now()) }),
  };
};

/** For how long, in ms, an answer that was lost can be asked for again by the tap that it was for. */
const shownAgainFor = 2 * 60_000;

/** The last code that was shown: by what it was for, and when. */
const shown = new WeakMap<Device, { id: string; code: string; at: number }>();

export const showCode = (device: Device, id: string, code: string): string => {
  shown.set(device, { id, code, at: device.clock.mono() });
  setTimeout(() => shown.get(device)?.code === code && shown.delete(device), shownAgainFor).unref();
  return code;
};

/** The code that this tap made just now; null where another one was made since, or none. */
export const codeShownFor = (device: Device, id: string): string | null => {
  const last = shown.get(device);
  if (last === undefined || last.id !== id || recordedFor(device, id) === undefined) return null;
  return device.clock.mono() - last.at < shownAgainFor ? last.code : null;
};

export const hasRecoveryCode = (device: Device): boolean => recoveryCode.get(device.db, {}) !== undefined;

/** Makes a new code in the place of the one there was; gives it, to be shown once. Throws as `record` does. */
export const renewCode = async (
  device: Device,
  { actor, stillMay }: By,
  id: string,
): Promise<string | null> => {
  const fresh = await freshCode(device);
  if (recordedFor(device, id) !== undefined) return codeShownFor(device, id);
  if (!stillMay()) return null;
  record(device, { id, actor, events: fresh.events }, fresh.put);
  return showCode(device, id, fresh.code);
};

/** What the sealed code is for: to open somebody's PIN again, or to say who manages the kiosk, with a PIN typed now. */
export interface Recovering {
  id: string;
  code: string;
  because: OpeningReason;
  person: string;
  /** Of the one who is to manage; null to open their PIN again and nothing more. */
  pin: string | null;
}

export type NotRecovered =
  | { problem: 'not-a-code' | 'wrong-code' | 'waiting'; wait: number }
  | { problem: NotGranted | 'not-needed'; wait: number };

const since = new WeakMap<Device, number>();
const told = new WeakSet<Device>();

/**
 * Uses the recovery code, which is worth nothing from then on; gives the one that takes its place. A slip of the pen
 * costs nobody an attempt; any other counts on the disk before it is looked at. It does not wait for the device: it is
 * the way in where everybody else has to. Throws as `record` does.
 */
export const recover = async (
  device: Device,
  { id, code, because, person, pin }: Recovering,
): Promise<Result<{ code: string }, NotRecovered>> => {
  const again = codeShownFor(device, id);
  if (again !== null) return ok({ code: again });
  const typed = readRecoveryCode(code);
  if (typed === null) return refuse({ problem: 'not-a-code', wait: 0 });
  const now = device.clock.mono();
  const failed = recoveryCode.get(device.db, {})?.failures ?? 0;
  const lock = recoveryLock(failed, now - (since.get(device) ?? device.began));
  if (lock.is !== 'open') {
    const wait = lock.is === 'waiting' ? lock.ms : 0;
    if (!told.has(device)) tellFailure(device, bedside, { why: 'waiting', person: null, failures: failed });
    told.add(device);
    return refuse({ problem: 'waiting', wait });
  }
  commit(device, (db) => countRecoveryFailure(db, {}));
  since.set(device, now);
  told.delete(device);
  const kept = recoveryCode.get(device.db, {})?.hash ?? null;
  if (!(await isSecret(kept, typed)) || recoveryCode.get(device.db, {})?.hash !== kept) {
    const next = recoveryLock(failed + 1, 0);
    tellFailure(device, bedside, { why: 'wrong-code', person: null, failures: failed + 1 });
    return refuse({ problem: 'wrong-code', wait: next.is === 'waiting' ? next.ms : 0 });
  }
  return recovered(device, kept, { id, because, person, pin });
};

const bedside: Actor = { kind: 'bedside' };

/** The code was right: whatever is done with it, it is only used up where that is done. */
const recovered = async (
  device: Device,
  kept: string | null,
  { id, because, person, pin }: Omit<Recovering, 'code'>,
): Promise<Result<{ code: string }, NotRecovered>> => {
  const fresh = await freshCode(device);
  const used = { type: 'recovery-used' as const, ids: { person }, data: { because } };
  const alongside = { put: fresh.put, events: [used, ...fresh.events] };
  const by = { actor: bedside, stillMay: () => recoveryCode.get(device.db, {})?.hash === kept };
  const done =
    pin === null
      ? openAgain(device, by, { id, person, because }, alongside)
      : await grantAccess(device, by, { id, person, role: 'manager', pin }, alongside);
  if (!done.ok) {
    commit(device, (db) => forgetRecoveryFailures(db, {}));
    return refuse({ problem: done.problem, wait: 0 });
  }
  return ok({ code: showCode(device, id, fresh.code) });
};
