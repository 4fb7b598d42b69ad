import { newestBackup } from '../backups/list.ts';
import type { Device } from '../device.ts';
import { beganAnew } from './began-anew.ts';
import type { Damage } from './start-check.ts';

/** What a person who starts the kiosk should be told of its record, in sentences. */
export const startNotices = (device: Device, damage: Damage | null): string[] => {
  const { folder, health } = device;
  if (health.status.state === 'bad')
    return [
      `The record in ${folder} is not what was written: an old copy was put back, or it was changed. The kiosk goes on; “verify” says more.`,
    ];
  const because = beganAnew(device.db);
  if (because === null) return [];
  const was = because === 'missing' ? 'is missing' : 'was damaged';
  const where = damage?.room == null ? '' : ` and is now in ${damage.room}`;
  return [`The database in ${folder} ${was}${where}: a new record began. ${offer(folder)}`];
};

const offer = (folder: string): string => {
  const backup = newestBackup(folder);
  return backup === null
    ? 'There is no backup in its folder.'
    : `The newest backup is ${backup.file}, of ${backup.at}: “restore” puts it back.`;
};
