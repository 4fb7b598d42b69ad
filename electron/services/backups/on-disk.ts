import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';

/** What a file system says that has no such thing as a sync of this; a network share may be one. */
const refusals = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EBADF']);

export type Sync = (handle: number) => void;

/**
 * Waits until a file, or the names in a folder, are on the disk. False where the file system refuses to say so, as some
 * network shares do: what was written is there all the same. Throws where the disk fails.
 */
export const isOnDisk = (path: string, sync: Sync = fsyncSync): boolean => {
  const isFolder = statSync(path).isDirectory();
  // Windows has no sync of a folder and needs none; of a file only for whoever may write it.
  if (isFolder && process.platform === 'win32') return true;
  const handle = openSync(path, isFolder ? 'r' : 'r+');
  try {
    sync(handle);
    return true;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && refusals.has(String(problem.code))) return false;
    throw problem;
  } finally {
    closeSync(handle);
  }
};
