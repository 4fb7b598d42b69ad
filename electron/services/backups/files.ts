import { linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { settle } from '../../store/backup.ts';
import { syncFolder } from '../../store/sync-folder.ts';
import { keepCheckpoint } from '../checkpoint-file.ts';

/** What is done to the files of a data folder when a backup takes the place of its record. */
export interface Files {
  makeFolder(folder: string): void;
  /** Gives a file a second name. */
  link(file: string, name: string): void;
  rename(file: string, name: string): void;
  remove(file: string): void;
  /** Waits until the names in a folder are on the disk. */
  sync(folder: string): void;
  /** Brings into a database what stands beside it, and lets go of that. */
  settle(database: string): void;
  keep(data: string, note: string): void;
}

/** As the file system does it; a test stops it after any of them. */
export const realFiles: Files = {
  makeFolder: (folder) => mkdirSync(folder, { recursive: true, mode: 0o700 }),
  link: linkSync,
  rename: renameSync,
  remove: rmSync,
  sync: syncFolder,
  settle,
  keep: keepCheckpoint,
};
