import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { wallTime } from '../../log/clock.ts';
import { syncFolder } from '../../store/sync-folder.ts';
import { checkpointFile, databaseFile } from '../folder.ts';
import { markFile } from './mark.ts';

const quarantineFolder = (folder: string): string => join(folder, 'quarantine');

/** A new folder in quarantine, named by the time. */
const newRoom = (folder: string, now: Date): string => {
  const name = wallTime(now).slice(0, 23).replaceAll(':', '-');
  for (let count = 1; ; count += 1) {
    const room = join(quarantineFolder(folder), count === 1 ? name : `${name}-${count}`);
    if (existsSync(room)) continue;
    mkdirSync(room, { recursive: true, mode: 0o700 });
    return room;
  }
};

const filesOf = (folder: string): string[] =>
  ['', '-wal', '-shm'].map((end) => databaseFile(folder) + end).filter((file) => existsSync(file));

/**
 * Moves the database and the files beside it, as they are, into a folder of their own, with a copy of the newest
 * checkpoint that was kept: what a damaged record was is for people to look into. Nothing is deleted. Gives the folder;
 * null where there was nothing of a record.
 */
export const quarantine = (folder: string, now: Date): string | null => {
  const files = filesOf(folder);
  if (files.length === 0 && !existsSync(checkpointFile(folder))) return null;
  const room = newRoom(folder, now);
  copyCheckpoint(folder, join(room, 'checkpoint.txt'));
  // The database first: where the power is cut on the way, what is left beside it is moved at the next start.
  for (const file of files) renameSync(file, join(room, file.slice(folder.length + 1)));
  sync(folder, room);
  return room;
};

const contradicted = 'contradicted.txt';

const contradictedMark = 'contradicted-newest.txt';

/**
 * Keeps copies of the newest checkpoint and of the mark of how far the record went, one of which the record contradicts,
 * where none that comes later replaces them.
 */
export const keepContradicted = (folder: string, now: Date): void => {
  const room = newRoom(folder, now);
  copyCheckpoint(folder, join(room, contradicted));
  copyIfThere(markFile(folder), join(room, contradictedMark));
  sync(folder, room);
};

/** Keeps a copy of the write-ahead log as it is, of which not all can be read. */
export const keepLog = (folder: string, now: Date): void => {
  const room = newRoom(folder, now);
  copyIfThere(`${databaseFile(folder)}-wal`, join(room, 'unread-wal'));
  sync(folder, room);
};

/** The checkpoints that the record contradicted once, as paths of files. */
export const contradictedIn = (folder: string): string[] => inRooms(folder, contradicted);

/** The marks that were kept with them. */
export const contradictedMarksIn = (folder: string): string[] => inRooms(folder, contradictedMark);

const inRooms = (folder: string, name: string): string[] =>
  existsSync(quarantineFolder(folder))
    ? readdirSync(quarantineFolder(folder))
        .map((room) => join(quarantineFolder(folder), room, name))
        .filter((file) => existsSync(file))
    : [];

const copyCheckpoint = (folder: string, to: string): void => copyIfThere(checkpointFile(folder), to);

const copyIfThere = (file: string, to: string): void => {
  if (existsSync(file)) copyFileSync(file, to);
};

const sync = (folder: string, room: string): void => {
  for (const one of [room, quarantineFolder(folder), folder]) syncFolder(one);
};
