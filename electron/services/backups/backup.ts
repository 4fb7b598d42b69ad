import { dirname, join } from 'node:path';
import type { Actor, LogEvent } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { signNow } from '../../log/checkpoint.ts';
import { record } from '../../log/record.ts';
import { logger } from '../../operations.ts';
import { logs } from '../../store/log.ts';
import { type Device, databaseFile } from '../device.ts';
import { beside } from './beside.ts';
import { type Fault, fault, faultOf } from './fault.ts';
import { partialIn } from './keep.ts';
import { backupFolder, nameOf } from './names.ts';

export interface BackedUp {
  file: string;
  /** When, RFC 3339 in UTC. */
  at: string;
  /** How many entries the log in it has. */
  size: number;
  /** The SHA-256 of the file, in hex. */
  digest: string;
  /** Whether the file system said that it is on the disk; some network shares never do. */
  synced: boolean;
}

export interface HowToBackUp {
  /** The folder that the backup goes into; made if it is not there. `backups` in the data folder, if it is left out. */
  to?: string;
  actor?: Actor;
  /** Stops it where it is: nothing half-written stays, and nothing is logged. For when the device closes. */
  signal?: AbortSignal;
}

/** What does the steps: another thread, or for a test this one. */
export type Steps = typeof beside;

/**
 * Makes a backup while the kiosk runs: one moment of the record, signed to its end and without what a patient chose,
 * written under another name, verified as it lies there, and only then named. Nobody who taps waits for it. The log
 * says that it was made, or that it was not and why; a fault leaves nothing half-written. Throws where the log cannot
 * be written to.
 */
export const backUp = async (
  device: Device,
  { to = backupFolder(device.folder), actor = { kind: 'system' }, signal }: HowToBackUp = {},
  steps: Steps = beside,
): Promise<Result<BackedUp, Fault>> => {
  const partial = partialIn(to, device.newId());
  const made = await make(device, partial, signal, steps).catch((problem: unknown) =>
    refuse(signal?.aborted === true ? fault('stopped') : faultOf(problem)),
  );
  if (!made.ok) {
    await steps('discard', { partial });
    if (made.problem.why !== 'stopped') tellOfFailure(device, actor, made.problem);
    return made;
  }
  if (signal?.aborted === true) return refuse(fault('stopped'));
  // While the copy was made, what patients chose and was erased since could not be overwritten.
  device.eraseWriteAheadLog();
  const { size, digest } = made.value;
  say(device, actor, { type: 'backed-up', ids: {}, data: { size, digest } });
  return made;
};

const make = async (
  device: Device,
  partial: string,
  signal: AbortSignal | undefined,
  steps: Steps,
): Promise<Result<BackedUp, Fault>> => {
  const record = databaseFile(device.folder);
  const written = await steps(
    'copy',
    { record, partial, spare: device.space.reserve },
    { sign: () => signNow(device), signal },
  );
  if (!written.ok) return written;
  const verified = await steps('verify', { partial }, { signal });
  if (!verified.ok) return verified;
  // People and photos are in no hash of the log: of them only this tells.
  if (verified.value.digest !== written.value.digest) return refuse(fault('copy-changed'));
  // A device that was closed meanwhile must not be asked: it would open its record again.
  signal?.throwIfAborted();
  const { size, digest } = verified.value;
  const now = device.clock.now();
  const file = join(dirname(partial), nameOf(now, size));
  const ours = logs.all(device.db, {}).map(({ id }) => id);
  const named = await steps('keep', { partial, file, logs: ours, now });
  if (!named.ok) return named;
  const synced = written.value.synced && named.value.synced;
  return ok({ file, at: `${now.toISOString().slice(0, 19)}Z`, size, digest, synced });
};

/** Where not even this can be recorded, whoever asked for the backup is told all the same. */
const tellOfFailure = (device: Device, actor: Actor, { why }: Fault): void => {
  try {
    say(device, actor, { type: 'backup-failed', ids: {}, data: { why } });
  } catch (problem) {
    logger.error({ problem, why }, 'A backup failed, and the log could not be written to');
  }
};

const say = (device: Device, actor: Actor, event: LogEvent): void => {
  record(device, { id: device.newId(), actor, events: [event] });
};
