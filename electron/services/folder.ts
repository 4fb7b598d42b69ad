import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { syncFolder } from '../store/sync-folder.ts';

export const databaseFile = (folder: string): string => join(folder, 'bedside.db');

/** The newest checkpoint outside the database: what was in the record when a damaged or missing one is found. */
export const checkpointFile = (folder: string): string => join(folder, 'checkpoint.txt');

/** Is there while the database was found to be damaged and is to be looked over at the next start, however large. */
export const suspicionFile = (folder: string): string => join(folder, 'damaged');

/**
 * Makes a folder that only its user may look into, where there is none, so that its name is on the disk. Throws a
 * Problem where it cannot be.
 */
export const makeFolder = (folder: string): void => {
  try {
    const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    for (let made = resolve(folder); made.length >= resolve(first).length; made = dirname(made))
      syncFolder(dirname(made));
  } catch {
    throw new Problem(`The folder ${folder} cannot be made or used.`);
  }
};
