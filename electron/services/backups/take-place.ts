import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkpointFile, databaseFile } from '../device.ts';
import type { Files } from './files.ts';

export interface TakingPlace {
  data: string;
  /** The database that is put there, on the same disk. */
  database: string;
  /** The folder for what was there; made if there was anything. */
  room: string;
  /** The newest checkpoint of what is put there. */
  note: string;
  /** Whether the present record can be read. */
  readable: boolean;
}

/**
 * Puts a database, which needs no file beside it, in the place of the record in a data folder. The present one goes to
 * `room` with what stands beside it. Whenever this ends halfway, also by a power cut, the folder has one of the two
 * records, whole:
 *
 * 1. The present database takes in its write-ahead log, and the file goes: it is whole without, and what patients chose
 *    and was erased may still stand there. One that cannot be read stays as it is: SQLite would throw its log away.
 * 2. Every present file gets a second name in the room.
 * 3. What is still beside the database goes: SQLite would apply the log of one database to another, and the kiosk
 *    compare the new record with the checkpoint of the old one.
 * 4. The new database takes the name of the present one, in one step.
 * 5. The new checkpoint is kept beside it.
 *
 * Throws a Problem where another program has the present one open; then nothing was done.
 */
export const takePlace = (files: Files, { data, database, room, note, readable }: TakingPlace): void => {
  const present = databaseFile(data);
  const beside = [`${present}-wal`, `${present}-shm`, checkpointFile(data)];
  if (readable) files.settle(present);
  const there = [present, ...beside].filter((file) => existsSync(file));
  if (there.length > 0) {
    files.makeFolder(room);
    for (const file of there) files.link(file, join(room, nameInRoom(file, data)));
    for (const folder of [room, dirname(room), data]) files.sync(folder);
    for (const file of beside) if (there.includes(file)) files.remove(file);
    files.sync(data);
  }
  files.rename(database, present);
  files.sync(data);
  files.keep(data, note);
};

/** Not by the name under which a kiosk looks for checkpoints that its record must go on from: this one need not. */
const nameInRoom = (file: string, data: string): string =>
  file === checkpointFile(data) ? 'last-checkpoint.txt' : basename(file);
