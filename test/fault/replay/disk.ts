import { Content, Draft } from './content.ts';
import type { Change } from './operation.ts';

/** The files that are on a disk, and what the folders on it call them. */
export interface Disk {
  files: ReadonlyMap<number, Content>;
  names: ReadonlyMap<string, number | 'folder'>;
}

export const emptyDisk: Disk = { files: new Map(), names: new Map() };

/** The disk after some more changes; the one before stays as it is. */
export const after = (disk: Disk, changes: Iterable<Change>): Disk => {
  const drafts = new Map<number, Draft>();
  const names = new Map(disk.names);
  const draft = (file: number): Draft => {
    const begun = drafts.get(file) ?? new Draft(contentOf(disk, file));
    drafts.set(file, begun);
    return begun;
  };
  for (const change of changes) apply(change, draft, names);
  const files = new Map(disk.files);
  for (const [file, changed] of drafts) files.set(file, changed.done());
  return { files, names };
};

const apply = (
  change: Change,
  draft: (file: number) => Draft,
  names: Map<string, number | 'folder'>,
): void => {
  switch (change.change) {
    case 'write':
      draft(change.file).write(change.at, change.bytes);
      break;
    case 'resize':
      draft(change.file).resize(change.size);
      break;
    case 'grow':
      draft(change.file).grow(change.size);
      break;
    case 'name':
      names.set(change.path, change.named);
      break;
    case 'unname':
      names.delete(change.path);
      break;
    case 'rename':
      names.delete(change.from);
      names.set(change.path, change.named);
      break;
  }
};

const contentOf = (disk: Disk, file: number): Content => disk.files.get(file) ?? Content.empty;

/** What can be found by its name, in folders that can be found themselves. */
export const found = (disk: Disk): Map<string, Content> => {
  const files = new Map<string, Content>();
  for (const [path, named] of disk.names)
    if (named !== 'folder' && foldersAbove(path).every((folder) => disk.names.get(folder) === 'folder'))
      files.set(path, contentOf(disk, named));
  return files;
};

const foldersAbove = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
};
