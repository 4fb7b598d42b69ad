import { existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { Problem } from '../../problem.ts';
import { openCopy } from '../../store/backup.ts';
import { type Fault, fault, faultOf } from './fault.ts';
import { isOnDisk } from './on-disk.ts';
import { digestOf } from './verify.ts';

/** How long to go on asking for a moment at which the log is signed to its end, and between two looks, in milliseconds. */
const longest = 10_000;
const between = 1;
const looksPerSignature = 100;

/**
 * Writes a copy of the record, all of one moment at which its log is signed to its end, to a file that must not be there
 * yet. `sign` asks whoever has the key to sign the log; it may be signed a moment later, and the log may have gone on by
 * then, so looks are taken quickly and it is asked again. Gives whether the file is known to be on the disk, and the SHA-256
 * of what was written; nothing of it is left where it could not be made, and it is not begun where so many bytes would not
 * be left on the disk that the record is on.
 */
export const writeCopy = (
  { record, partial, spare }: { record: string; partial: string; spare: number },
  sign: () => void,
): Result<{ synced: boolean; digest: string }, Fault> => {
  let done = false;
  try {
    makeTarget(dirname(partial));
    if (!hasRoom(record, dirname(partial), spare)) return refuse(fault('disk-full'));
    done = copied(record, partial, sign);
    if (!done) return refuse(fault('not-signed'));
    const digest = digestOf(partial);
    return ok({ synced: isOnDisk(partial), digest });
  } catch (problem) {
    done = false;
    return refuse(faultOf(problem));
  } finally {
    if (!done) discard({ partial });
  }
};

/** A network share may refuse to sync the name of a new folder: that is no reason to have no backup. */
const makeTarget = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new Problem(`The folder ${folder} cannot be made or used.`);
  }
};

/** Whether a copy leaves the record the room to go on; on another disk it may take what there is. */
const hasRoom = (record: string, folder: string, spare: number): boolean => {
  const { dev, size } = statSync(record);
  if (statSync(folder).dev !== dev) return true;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= size + spare;
};

/** Nothing is left of a copy that got no name. Where there is no such folder, there is no such file. */
export const discard = ({ partial }: { partial: string }): void => {
  try {
    if (existsSync(partial)) rmSync(partial);
  } catch {
    // On a disk that fails it may stay: a later backup removes what nobody finished.
  }
};

const copied = (record: string, partial: string, sign: () => void): boolean => {
  const copy = openCopy(partial, record);
  try {
    for (let look = 0; look * between < longest; look += 1) {
      if (copy.takeIfSigned()) return true;
      if (look % looksPerSignature === 0) sign();
      pause(between);
    }
    return false;
  } finally {
    copy.close();
  }
};

const never = new Int32Array(new SharedArrayBuffer(4));

/** Holds up this thread, which has nothing else to do. */
const pause = (milliseconds: number): void => {
  Atomics.wait(never, 0, 0, milliseconds);
};
