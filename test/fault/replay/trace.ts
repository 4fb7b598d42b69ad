import { onBytes } from './on-bytes.ts';
import { onNames } from './on-names.ts';
import { type Operation, refuse } from './operation.ts';
import type { Call } from './strace.ts';
import { Watched } from './watched.ts';

/** The calls that strace is to write down: all that can change a file; `?` where not every machine has it. */
export const traced = [
  ...['execve', '?open', '?creat', 'openat', '?openat2', 'close', 'dup', '?dup2', 'dup3', 'fcntl', 'mmap'],
  ...['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'lseek', 'ftruncate', 'truncate', 'fallocate'],
  ...['?rename', '?renameat', 'renameat2', '?link', 'linkat', '?symlink', 'symlinkat', '?unlink', 'unlinkat'],
  ...['?mkdir', 'mkdirat', '?rmdir', 'fsync', 'fdatasync', 'sync', 'syncfs'],
  ...['sendfile', 'copy_file_range', 'splice', 'ioctl'],
].join(',');

/**
 * The operations of one process, whose threads share their descriptors, on a folder that was empty at the start.
 * Throws on what is not modelled.
 */
export const operationsIn = (calls: Iterable<Call>, root: string): Operation[] => {
  const watched = new Watched(root);
  const operations: Operation[] = [];
  /** How many operations there were when so many calls had returned. */
  const count: number[] = [];
  let programs = 0;
  for (const { name, args, result, entered } of calls) {
    count.push(operations.length);
    if (result < 0) continue;
    if (name === 'execve') {
      programs += 1;
      if (programs > 1) refuse('a second process, with descriptors of its own');
      continue;
    }
    const [modern, full] = inFull(name, args);
    const effect = onBytes[modern] ?? onNames[modern] ?? (() => refuse(name));
    for (const operation of effect(watched, full, result))
      operations.push(
        operation.change === 'sync' ? { ...operation, covers: count[entered] ?? 0 } : operation,
      );
  }
  return operations;
};

/** An older call as the newer one that says the same, with the folders that its paths are relative to. */
const inFull = (name: string, args: string[]): [string, string[]] => {
  const here = 'AT_FDCWD';
  const [first = '', second = ''] = args;
  switch (name) {
    case 'open':
      return ['openat', [here, ...args]];
    case 'creat':
      return ['openat', [here, first, 'O_WRONLY|O_CREAT|O_TRUNC']];
    case 'mkdir':
    case 'unlink':
      return [`${name}at`, [here, ...args]];
    case 'rmdir':
      return ['unlinkat', [here, first]];
    case 'rename':
    case 'link':
      return [`${name}at`, [here, first, here, second]];
    case 'symlink':
      return ['symlinkat', [first, here, second]];
    default:
      return [name, args];
  }
};
