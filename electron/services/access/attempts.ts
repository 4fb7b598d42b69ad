import { afterQuiet, deviceLock, type Lock, personLock, quiet } from '../../../core/access/lockout.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import { NotRecorded } from '../../problem.ts';
import { deviceFailures, forgetDeviceFailure, putDeviceFailures } from '../../store/access.ts';
import type { Writer } from '../../store/open.ts';
import { countPinFailure, forgetPinFailures, pinOf } from '../../store/pins.ts';
import type { Device } from '../device.ts';

/**
 * Whose secret is tried: a person's PIN; what would be the PIN of somebody who is not here or has none, by any key; or
 * nobody's. What nobody has and is tried `again` is no new guess: a reader that is stuck must lock nobody out.
 */
export type Subject =
  | { kind: 'person'; person: string }
  | { kind: 'stranger'; key: string }
  | { kind: 'nobody'; again: string | null };

/** A badge that nobody has, by what would be kept of it. */
export const unknownBadge = (hash: Uint8Array): Subject => ({
  kind: 'nobody',
  again: Buffer.from(hash).toString('hex'),
});

/** Why something is not even looked at, and how often it was tried. `toTell` is whether the log should say so. */
export interface NotLookedAt {
  is: 'waiting' | 'disabled' | 'tried-before';
  /** How long to wait, in ms; 0 where that does not help. */
  wait: number;
  failures: number;
  toTell: boolean;
}

/** An attempt that is counted, on the disk, as one that failed. */
export interface Attempt {
  is: 'counted';
  /** How often in a row, with this one. */
  failures: number;
  /** How long until the next, in ms. */
  wait: number;
  /**
   * It succeeded, and is not one: within the transaction that says so. The person's count begins anew; from the
   * device's goes this one, so that nobody's success wipes what guards somebody else.
   */
  takeBack: (db: Writer) => void;
}

/** What of the waits belongs to this run of the program: a restart begins each of them again. */
interface Run {
  /** When the last failure was, by the clock that never jumps, for each person and stranger who had one. */
  since: Map<string, number>;
  device: number;
  /** The last attempt that was counted, by number. */
  attempt: number;
  /** How often people were tried who are not here: answered like those who are, for as long as this run. */
  strangers: Map<string, number>;
  /** What nobody has and was tried in this run. */
  unknown: Set<string>;
  /** Of which waits the log has been told already, and how many more attempts were turned away in them. */
  told: Set<string>;
  turnedAway: number;
}

const runs = new WeakMap<Device, Run>();

const runOf = (device: Device): Run => {
  const known = runs.get(device);
  if (known !== undefined) return known;
  const run: Run = {
    ...{ since: new Map(), device: device.began, attempt: 0, strangers: new Map() },
    unknown: new Set(),
    ...{ told: new Set(), turnedAway: 0 },
  };
  runs.set(device, run);
  device.beforeClose(() => tellAtLast(device, run));
  return run;
};

/** Whoever was turned away and not told of yet is told when the kiosk stops. */
const tellAtLast = (device: Device, run: Run): void => {
  if (run.turnedAway === 0) return;
  const data = { failures: 0, why: 'waiting', ...tellTurnedAway(device) };
  const event = { type: 'unlock-failed' as const, ids: {}, data };
  try {
    record(device, { id: device.newId(), actor: { kind: 'bedside' }, events: [event] });
  } catch (problem) {
    if (!(problem instanceof NotRecorded)) throw problem;
  }
};

const keyOf = (subject: Subject): string =>
  subject.kind === 'person'
    ? `person ${subject.person}`
    : subject.kind === 'stranger'
      ? `stranger ${subject.key}`
      : '';

/**
 * Counts an attempt before anybody looks whether it is right: on the disk when this returns, so that neither many at
 * once nor pulling the plug give anybody one more. Says instead that it has to wait, or that it is disabled; what is
 * disabled counts on the device all the same. Nothing of this stands in the way of an introduction. Throws NotRecorded
 * where it cannot be counted: then nothing is looked at.
 */
export const countAttempt = (device: Device, subject: Subject): Attempt | NotLookedAt => {
  const run = runOf(device);
  const now = device.clock.mono();
  const key = keyOf(subject);
  const since = now - (run.since.get(key) ?? device.began);
  const failed = failuresOf(device, run, subject);
  const whole = deviceLock(deviceFailures(device.db), now - run.device);
  if (whole.is === 'waiting') return turnedAway(run, '', { is: 'waiting', wait: whole.ms, failures: failed });
  const own: Lock = subject.kind === 'nobody' ? { is: 'open' } : personLock(failed, since);
  if (own.is === 'waiting') return turnedAway(run, key, { is: 'waiting', wait: own.ms, failures: failed });

  if (subject.kind === 'nobody' && subject.again !== null) {
    if (run.unknown.has(subject.again)) {
      run.turnedAway += 1;
      return { is: 'tried-before', wait: 0, failures: 0, toTell: false };
    }
    run.unknown.add(subject.again);
  }
  const before = run.device;
  const charges = own.is === 'open';
  const left = commit(device, (db) => {
    if (charges && subject.kind === 'person') countPinFailure(db, { person: subject.person });
    const eased = afterQuiet(deviceFailures(db), now - before);
    putDeviceFailures(db, { failures: eased + 1 });
    return eased;
  });
  run.attempt += 1;
  run.device = now;
  // What the count went down by is not given twice.
  const calm = before + Math.floor((now - before) / quiet) * quiet;
  run.told.delete('');
  run.told.delete(key);
  if (charges && key !== '') run.since.set(key, now);
  if (charges && subject.kind === 'stranger') run.strangers.set(key, failed + 1);
  if (own.is === 'disabled') return { is: 'disabled', wait: 0, failures: failed, toTell: true };
  const { attempt } = run;
  const failures = subject.kind === 'nobody' ? 0 : failed + 1;
  return {
    ...{ is: 'counted', failures, wait: waitOf(personLock(failures, 0), deviceLock(left + 1, 0)) },
    takeBack: (db) => {
      if (subject.kind === 'person') forgetPinFailures(db, { person: subject.person });
      forgetDeviceFailure(db, {});
      // The quiet goes on as if it had not been, unless another one came meanwhile.
      if (run.attempt === attempt) run.device = calm;
    },
  };
};

/** How long the longest of these takes, in ms. */
const waitOf = (...locks: Lock[]): number =>
  Math.max(...locks.map((lock) => (lock.is === 'waiting' ? lock.ms : 0)));

const failuresOf = (device: Device, run: Run, subject: Subject): number => {
  switch (subject.kind) {
    case 'person':
      return pinOf.get(device.db, { person: subject.person })?.failures ?? 0;
    case 'stranger':
      return run.strangers.get(keyOf(subject)) ?? 0;
    case 'nobody':
      return 0;
  }
};

/** An attempt during a wait costs nothing: the log is told of the first, and later how many more there were. */
const turnedAway = (run: Run, key: string, found: Omit<NotLookedAt, 'toTell'>): NotLookedAt => {
  const toTell = !run.told.has(key);
  if (toTell) run.told.add(key);
  else run.turnedAway += 1;
  return { ...found, toTell };
};

/** How many attempts were turned away untold, for the entry that tells it; they are told with that. */
export const tellTurnedAway = (device: Device): { turnedAway?: number } => {
  const run = runOf(device);
  const { turnedAway } = run;
  run.turnedAway = 0;
  return turnedAway === 0 ? {} : { turnedAway };
};

/** How long everybody has to wait on this device, in ms; 0 for not at all. */
export const deviceWait = (device: Device): number =>
  waitOf(deviceLock(deviceFailures(device.db), device.clock.mono() - runOf(device).device));
