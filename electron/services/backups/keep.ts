import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { type Fault, faultOf } from './fault.ts';
import { backupsIn, glimpseOf } from './list.ts';
import { isOnDisk } from './on-disk.ts';

/** How many backups of a record are kept in a folder. */
const kept = 14;

/** A copy that was being written this long ago, in milliseconds, is not being written any more. */
const abandoned = 24 * 3_600_000;

/**
 * Gives a verified copy its name, so that it is on the disk, and only then removes what is too old: the oldest backups
 * of the same record beyond the last 14, and copies that nobody finished. `logs` are the logs that the record has been:
 * a folder may hold the backups of other kiosks. Gives whether the name is known to be on the disk.
 */
export const keepCopy = ({
  partial,
  file,
  logs,
  now,
}: {
  partial: string;
  file: string;
  logs: readonly string[];
  now: Date;
}): Result<{ synced: boolean }, Fault> => {
  try {
    renameSync(partial, file);
    const synced = isOnDisk(dirname(file));
    removeTooOld(file, new Set(logs), now);
    return ok({ synced });
  } catch (problem) {
    tryTo(() => rmSync(file, { force: true }));
    return refuse(faultOf(problem));
  }
};

const removeTooOld = (file: string, logs: ReadonlySet<string>, now: Date): void =>
  tryTo(() => {
    for (const old of tooOld(file, logs, now)) tryTo(() => rmSync(old));
  });

function* tooOld(file: string, logs: ReadonlySet<string>, now: Date): Generator<string> {
  const folder = dirname(file);
  const others = backupsIn(folder, now).filter((one) => one.file !== file);
  const ours = others.filter((one) => logs.has(glimpseOf(one.file)?.log ?? ''));
  for (const one of ours.slice(kept - 1)) yield one.file;
  for (const name of readdirSync(folder)) {
    if (!partialForm.test(name)) continue;
    const age =
      now.getTime() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (age > abandoned) yield join(folder, name);
  }
}

/** What cannot be removed takes room and does no harm. */
const tryTo = (remove: () => void): void => {
  try {
    remove();
  } catch {}
};

const partialForm = /^bedside-[0-9a-f-]{36}\.partial$/u;

/** A name for a copy that is being written: another one each time, and not that of a backup. */
export const partialIn = (folder: string, id: string): string => join(folder, `bedside-${id}.partial`);
