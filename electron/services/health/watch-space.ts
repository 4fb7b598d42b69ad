import { statfsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { logger } from '../../operations.ts';
import { NotRecorded, troubleOfDisk } from '../../problem.ts';
import type { Device } from '../device.ts';
import { Reserve } from './reserve.ts';
import { decideSpace, type SpaceLimits } from './space.ts';

/** How many bytes are free for this program where a folder is. Throws what the file system says. */
export const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder, { bigint: true });
  return Number(bavail * bsize);
};

/** In bytes, for the files that SQLite puts beside a database when it is opened, and the first entries. */
const neededToStart = 1_000_000;

/** Gives up the reserve in a data folder where not even a start would fit: the kiosk must come up on a full disk too. */
export const makeRoomToStart = (folder: string, { reserve }: SpaceLimits): void => {
  const { bavail, bsize } = statfsSync(folder, { bigint: true });
  if (bavail * bsize < neededToStart) new Reserve(folder, reserve).giveUp();
};

/**
 * Looks at the room on the disk: says where it is low, stops recording where it is full, makes what is missing of the
 * reserve, and lets recording go on when there is room again and the reserve is whole. Throws what is no fault of a disk.
 */
export const watchSpace = async (device: Device, free = freeBytes): Promise<void> => {
  const { health, reserve, space, folder } = device;
  const isFull = health.stopped?.why === 'full';
  try {
    const decide = async () => decideSpace({ free: await free(folder), held: reserve.held, isFull }, space);
    let decision = await decide();
    // On a small disk, what waits in the write-ahead log can be all the room there is.
    if (decision.state === 'full' && emptiedWriteAheadLog(device)) decision = await decide();
    health.setLow(decision.state === 'low');
    if (decision.state === 'full') return health.stop('full');
    if (decision.fill) await reserve.fill();
    // Not where it was given up meanwhile.
    if (isFull && reserve.isWhole) device.tryAgain();
  } catch (problem) {
    const why = troubleOfDisk(problem);
    if (why === null) throw problem;
    // A reserve that cannot be made is no failure to record: only what SQLite says of the record is.
    if (why === 'full') health.stop('full');
    else logger.error({ problem }, 'the reserve was not made');
  }
};

const emptiedWriteAheadLog = (device: Device): boolean => {
  try {
    return device.eraseWriteAheadLog();
  } catch (problem) {
    if (!(problem instanceof NotRecorded)) throw problem;
    return false;
  }
};
