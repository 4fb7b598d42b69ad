import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkpointFile, databaseFile } from '../device.ts';
import type { Files } from './files.ts';

/**
 * Puts a database, which needs no file beside it, in the place of the record in a data folder. The present one goes to
 * `room` with what stands beside it. Whenever this ends halfway, also by a power cut, the folder has one of the two
 * records, whole:
 *
 * 1. The present database takes in its write-ahead log, and the file goes: it is whole without, and what patients chose
 *    and was erased may still stand there. One that is damaged cannot, and nothing changes.
 * 2. Every present file gets a second name in the room.
 * 3. What is still beside the database goes: SQLite would apply the log of one database to another, and the kiosk
 *    compare the new record with the checkpoint of the old one.
 * 4. The new database takes the name of the present one, in one step.
 * 5. The new checkpoint is kept beside it.
 *
 * Throws a Problem where another program has the present one open; then nothing was done.
 */
export const takePlace = (
  files: Files,
  { data, database, room, note }: { data: string; database: string; room: string; note: string },
): void => {
  const present = databaseFile(data);
  const beside = [`${present}-wal`, `${present}-shm`, checkpointFile(data)];
  if (existsSync(present)) files.settle(present);
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
