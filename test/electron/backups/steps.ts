import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { Steps } from '../../../electron/services/backups/backup.ts';
import { jobs } from '../../../electron/services/backups/jobs.ts';

/** The steps of a backup done in this thread, which is quicker for a small record. */
export const inThisThread: Steps = async (job, input, { sign = () => {} } = {}) =>
  Reflect.apply(jobs[job], undefined, [input, sign]);

type Job = Parameters<Steps>[0];

/** The same steps, with something that happens before one of them. `partial` is the copy that is being made. */
export const before =
  (wanted: Job, happens: (partial: string) => void): Steps =>
  async (job, input, how) => {
    if (job === wanted) happens(input.partial);
    return inThisThread(job, input, how);
  };

/** Turns over one bit of a file. */
export const flipBit = (file: string, at: number, bit = 0): void => {
  const byte = Buffer.alloc(1);
  const handle = openSync(file, 'r+');
  readSync(handle, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ (1 << bit);
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
};
