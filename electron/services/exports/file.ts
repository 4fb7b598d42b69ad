import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../../problem.ts';
import { syncFolder } from '../../store/sync-folder.ts';

export interface NewFile {
  /** Writes everything, so that it is on the disk, and gives it its name. */
  write(pieces: Iterable<Uint8Array>): Promise<void>;
  /** Leaves nothing behind of what has no name yet. */
  discard(): void;
}

/**
 * A file that appears under its name whole or not at all: written beside it, synced, renamed. Throws where it
 * cannot be, as in the folder of the record, whose own files it might replace: Problem, or what the file system says.
 */
export const newFile = (name: string, record: string): NewFile => {
  const target = resolved(name);
  if (realpathSync(dirname(target)) === realpathSync(record))
    throw new Problem(
      `The folder ${record} holds the record and takes nothing else: write to another folder.`,
    );
  const partial = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
  closeSync(openSync(partial, 'wx', 0o600));
  return {
    write: async (pieces) => {
      const file = await open(partial, 'w');
      try {
        for (const piece of pieces) await file.writeFile(piece);
        await file.sync();
      } finally {
        await file.close();
      }
      renameSync(partial, target);
      syncFolder(dirname(target));
    },
    discard: () => rmSync(partial, { force: true }),
  };
};

/** Where the file really lies; renaming over a device, a pipe or a link would replace it. */
const resolved = (name: string): string => {
  const found = statSync(name, { throwIfNoEntry: false });
  if (found === undefined) return resolve(name);
  if (!found.isFile()) throw new Problem(`${name} is there already and is not a file.`);
  return realpathSync(name);
};
