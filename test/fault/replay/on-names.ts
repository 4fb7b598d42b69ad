import { type Operation, refuse } from './operation.ts';
import type { Effect, Watched } from './watched.ts';

/** What calls do to names and descriptors. */

const unmodelled = ['O_SYNC', 'O_DSYNC', 'O_DIRECT', 'O_TMPFILE'];

const openat: Effect = (watched, [directory = '', quoted = '', words = ''], result) => {
  const path = watched.path(directory, quoted);
  watched.open(result, null);
  if (path === null) return [];
  const flags = new Set(words.split('|'));
  if (unmodelled.some((flag) => flags.has(flag))) return refuse(words);
  const before = watched.names.get(path);
  if (before === undefined && !flags.has('O_CREAT')) return refuse(`${path}, which was there at the start`);
  const of = before === 'folder' ? path : (before ?? watched.newFile(path));
  watched.open(result, { of, at: 0, append: flags.has('O_APPEND'), reads: !flags.has('O_WRONLY') });
  if (typeof of === 'string') return [];
  if (before === undefined) return [{ change: 'name', path, named: of }];
  return flags.has('O_TRUNC') ? watched.resize(of, 0) : [];
};

const duplicate: Effect = (watched, [descriptor], result) => {
  watched.open(result, watched.opened(descriptor));
  return [];
};

const renameat2: Effect = (watched, [fromFolder = '', from = '', toFolder = '', to = '', flags = '0']) => {
  const [old, path] = [watched.path(fromFolder, from), watched.path(toFolder, to)];
  if (old === null && path === null) return [];
  if (old === null || !['0', 'RENAME_NOREPLACE'].includes(flags))
    return refuse(`a rename to ${path}, ${flags}`);
  const named = watched.names.get(old);
  if (typeof named !== 'number') return refuse(`a rename of ${old}`);
  watched.names.delete(old);
  if (path === null) return [{ change: 'unname', path: old }];
  watched.names.set(path, named);
  return [{ change: 'rename', path, from: old, named }];
};

const linkat: Effect = (watched, [fromFolder = '', from = '', toFolder = '', to = '']) => {
  const [old, path] = [watched.path(fromFolder, from), watched.path(toFolder, to)];
  if (path === null) return [];
  const named = old === null ? undefined : watched.names.get(old);
  return named === undefined ? refuse(`a link to what is elsewhere, ${path}`) : name(watched, path, named);
};

const name = (watched: Watched, path: string, named: number | 'folder'): Operation[] => {
  watched.names.set(path, named);
  return [{ change: 'name', path, named }];
};

const unlinkat: Effect = (watched, [directory = '', quoted = '']) => {
  const path = watched.path(directory, quoted);
  return path !== null && watched.names.delete(path) ? [{ change: 'unname', path }] : [];
};

const mkdirat: Effect = (watched, [directory = '', quoted = '']) => {
  const path = watched.path(directory, quoted);
  return path === null ? [] : name(watched, path, 'folder');
};

/** `covers` is filled in by whoever knows when the call began. */
const sync: Effect = (watched, [descriptor]) => {
  const opened = watched.opened(descriptor);
  return opened === null ? [] : [{ change: 'sync', of: opened.of, covers: 0 }];
};

export const onNames: Record<string, Effect> = {
  openat,
  close: (watched, [descriptor]) => {
    watched.open(Number(descriptor), null);
    return [];
  },
  dup: duplicate,
  dup2: duplicate,
  dup3: duplicate,
  fcntl: (watched, args, result) => (args[1]?.startsWith('F_DUPFD') ? duplicate(watched, args, result) : []),
  lseek: (watched, [descriptor], result) => {
    const opened = watched.opened(descriptor);
    if (opened !== null) opened.at = result;
    return [];
  },
  renameat: renameat2,
  renameat2,
  linkat,
  unlinkat,
  mkdirat,
  fsync: sync,
  fdatasync: sync,
  symlinkat: (watched, [, directory = '', quoted = '']) =>
    watched.path(directory, quoted) === null ? [] : refuse('a symbolic link'),
  sync: () => refuse('sync'),
  syncfs: () => refuse('syncfs'),
  openat2: () => refuse('openat2'),
};
