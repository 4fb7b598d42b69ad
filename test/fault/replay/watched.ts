import { join } from 'node:path';
import type { Operation } from './operation.ts';
import { quotedBytes } from './strace.ts';

/** An open file or folder inside of the watched folder; descriptors made by dup share it, and its position. */
interface Opened {
  /** The number of a file, or the path of a folder. */
  of: number | string;
  at: number;
  append: boolean;
  /** Reading moves the position too, and is not in the trace. */
  reads: boolean;
}

/** What a call that returned this did inside of the watched folder, which it brings up to date. */
export type Effect = (watched: Watched, args: string[], result: number) => Operation[];

/**
 * Not part of any crash state: the shared-memory file, which is mapped and made again after a crash; locks, which
 * have no content; space that is only kept in reserve.
 */
const leftOut = /(^|\/)(reserve[^/]*|[^/]*-shm|[^/]*\.lock(-journal|-wal)?)$/;

export const isLeftOut = (path: string): boolean => leftOut.test(path);

/** What a process has open, and what is called how, inside of one folder, as the calls so far have left it. */
export class Watched {
  readonly names = new Map<string, number | 'folder'>([['', 'folder']]);
  readonly #root: string;
  readonly #open = new Map<number, Opened>();
  readonly #sizes: number[] = [];

  /** The folder is watched from when it was empty. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The path of a call inside of the folder; null where it is elsewhere or left out. */
  path(directory: string, quoted: string): string | null {
    const text = Buffer.from(quotedBytes(quoted)).toString();
    if (text.startsWith('/')) return this.inside(text);
    const base = this.opened(directory)?.of;
    return typeof base === 'string' ? this.inside(join(this.#root, base, text)) : null;
  }

  /** An absolute path as it is inside of the folder; null where it is elsewhere or left out. */
  inside(absolute: string): string | null {
    if (absolute === this.#root || absolute === `${this.#root}/`) return '';
    if (!absolute.startsWith(`${this.#root}/`)) return null;
    const path = absolute.slice(this.#root.length + 1);
    return isLeftOut(path) ? null : path;
  }

  newFile(path: string): number {
    const file = this.#sizes.push(0) - 1;
    this.names.set(path, file);
    return file;
  }

  size(file: number): number {
    return this.#sizes[file] ?? 0;
  }

  setSize(file: number, size: number): void {
    this.#sizes[file] = size;
  }

  resize(file: number, size: number): Operation[] {
    this.setSize(file, size);
    return [{ change: 'resize', file, size }];
  }

  /** What a descriptor stands for from now on; null for nothing in this folder. */
  open(descriptor: number, opened: Opened | null): void {
    if (opened === null) this.#open.delete(descriptor);
    else this.#open.set(descriptor, opened);
  }

  opened(descriptor = ''): Opened | null {
    return this.#open.get(Number(descriptor)) ?? null;
  }

  /** The open file of a call; null where it is a folder or elsewhere. */
  file(descriptor = ''): (Opened & { of: number }) | null {
    const opened = this.opened(descriptor);
    return opened !== null && isFile(opened) ? opened : null;
  }
}

const isFile = (opened: Opened): opened is Opened & { of: number } => typeof opened.of === 'number';
