import { backUp } from '../../../electron/services/backups/backup.ts';
import { backupsIn } from '../../../electron/services/backups/list.ts';
import { backupFolder } from '../../../electron/services/backups/names.ts';
import { verifyCopy } from '../../../electron/services/backups/verify.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { tapOnce } from '../tap-once.ts';
import type { Operation } from './operation.ts';
import { kioskAfter } from './tapping.ts';

/** Makes a backup. Throws where it cannot. */
export const backedUp = async (...words: Parameters<typeof backUp>): Promise<string> => {
  const made = await backUp(...words);
  if (!made.ok) throw new Error(made.problem.sentence);
  return made.value.file;
};

export const backingUp: Operation = {
  prepare: async (place) => {
    kioskAfter(place, 40);
    const device = openDevice({ folder: place.data });
    await backedUp(device);
    device.close();
  },
  begin: ({ data }, acknowledge) => {
    const device = openDevice({ folder: data });
    return async () => {
      acknowledge(tapOnce(device));
      const making = backedUp(device);
      acknowledge(tapOnce(device));
      await making;
      device.close();
    };
  },
  besides: ({ data }) => {
    const found = backupsIn(backupFolder(data), new Date());
    const bad = found.flatMap(({ file, name }) => {
      const verified = verifyCopy(file);
      return verified.ok ? [] : [`${name}: ${verified.problem.sentence}`];
    });
    return found.length === 0 ? ['the backup from before is gone'] : bad;
  },
};
