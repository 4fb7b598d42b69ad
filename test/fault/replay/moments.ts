import { after, type Disk, emptyDisk } from './disk.ts';
import type { Change, Operation } from './operation.ts';

/** Where the process stood after one of its operations. */
export interface Moment {
  /** How many operations there were until then. */
  operations: number;
  /** What every power cut leaves. */
  durable: Disk;
  /** What may have reached the disk since or not, in order. */
  pending: readonly Change[];
  acknowledged: readonly string[];
}

/** Every moment of a run that began with an empty folder. O(operations · pending). */
export const momentsOf = (operations: readonly Operation[]): Moment[] => {
  let durable = emptyDisk;
  let pending: { change: Change; number: number }[] = [];
  let acknowledged: string[] = [];
  return operations.map((operation, number) => {
    if (operation.change === 'acknowledged') acknowledged = [...acknowledged, operation.id];
    else if (operation.change === 'sync') {
      const { of, covers } = operation;
      const synced = (one: (typeof pending)[number]): boolean => one.number < covers && isOf(one.change, of);
      durable = after(
        durable,
        pending.filter(synced).map(({ change }) => change),
      );
      pending = pending.filter((one) => !synced(one));
    } else pending = [...pending, { change: operation, number }];
    return {
      operations: number + 1,
      durable,
      pending: pending.map(({ change }) => change),
      acknowledged,
    };
  });
};

/** Whether syncing this file, or this folder, makes the change last. A rename lasts with the folder it leads to. */
const isOf = (change: Change, of: number | string): boolean =>
  'file' in change ? change.file === of : folderOf(change.path) === of;

/** The folder that a name stands in. */
const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
