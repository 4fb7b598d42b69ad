import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A new name is on the disk only when its folder is; Windows has no such thing and needs none. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
