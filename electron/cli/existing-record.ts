import { existsSync } from 'node:fs';
import { Problem } from '../problem.ts';
import { type Device, databaseFile } from '../services/device.ts';
import { openDevice } from '../services/open-device.ts';

/** Does something on the record in a folder, and closes it. Throws a Problem where there is none, and makes none. */
export const onRecord = async <Done>(
  folder: string,
  work: (device: Device) => Done | Promise<Done>,
): Promise<Done> => {
  if (!existsSync(databaseFile(folder)))
    throw new Problem(`The folder ${folder} holds no record of this program.`);
  const device = openDevice({ folder });
  try {
    return await work(device);
  } finally {
    device.close();
  }
};
