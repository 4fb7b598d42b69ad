import { type Operation, refuse } from './operation.ts';
import { quotedBytes, vectorBytes } from './strace.ts';
import type { Effect, Watched } from './watched.ts';

/** What calls do to the content of files. */

const written = (watched: Watched, file: number, at: number, bytes: Uint8Array): Operation[] => {
  watched.setSize(file, Math.max(watched.size(file), at + bytes.length));
  return bytes.length === 0 ? [] : [{ change: 'write', file, at, bytes }];
};

/** A write where the descriptor stands. Standard output is not a file here, but where the workload makes its marks. */
const writeHere =
  (bytesOf: (arg: string) => Uint8Array): Effect =>
  (watched, [descriptor = '', data = ''], result) => {
    if (descriptor === '1') return marked(watched, Buffer.from(bytesOf(data)).toString());
    const file = watched.file(descriptor);
    if (file === null) return [];
    if (file.reads && !file.append) refuse('a write where the last read ended');
    const at = file.append ? watched.size(file.of) : file.at;
    file.at = at + result;
    return written(watched, file.of, at, bytesOf(data).subarray(0, result));
  };

const marked = (watched: Watched, text: string): Operation[] => {
  const [, id] = /^ack (\S+)\n$/.exec(text) ?? [];
  if (id !== undefined) return [{ change: 'acknowledged', id }];
  const [, size, absolute = ''] = /^size (\d+) (.+)\n$/.exec(text) ?? [];
  const path = watched.inside(absolute);
  if (size === undefined || path === null) return [];
  const file = watched.names.get(path);
  const expected = typeof file === 'number' ? watched.size(file) : 'no';
  return expected === Number(size) ? [] : refuse(`${path} has ${size} bytes, and by the trace ${expected}`);
};

const writeAt =
  (bytesOf: (arg: string) => Uint8Array): Effect =>
  (watched, [descriptor, data = '', , place], result) => {
    const file = watched.file(descriptor);
    if (file === null) return [];
    const at = file.append ? watched.size(file.of) : Number(place);
    return written(watched, file.of, at, bytesOf(data).subarray(0, result));
  };

const ftruncate: Effect = (watched, [descriptor, size]) => {
  const file = watched.file(descriptor);
  return file === null ? [] : watched.resize(file.of, Number(size));
};

const truncate: Effect = (watched, [quoted = '', size]) => {
  const path = watched.path('AT_FDCWD', quoted);
  const file = path === null ? undefined : watched.names.get(path);
  return typeof file === 'number' ? watched.resize(file, Number(size)) : [];
};

const fallocate: Effect = (watched, [descriptor, mode, at, length]) => {
  const file = watched.file(descriptor);
  if (file === null) return [];
  if (mode !== '0') return refuse(`fallocate, ${mode}`);
  const size = Number(at) + Number(length);
  watched.setSize(file.of, Math.max(watched.size(file.of), size));
  return [{ change: 'grow', file: file.of, size }];
};

/** Refused where the descriptor in this place is a file of the folder, and the call says all these words. */
const refusedOn =
  (place: number, ...words: string[]): Effect =>
  (watched, args) =>
    watched.file(args[place]) !== null && words.every((word) => args.some((arg) => arg.includes(word)))
      ? refuse(args.join(', '))
      : [];

export const onBytes: Record<string, Effect> = {
  write: writeHere(quotedBytes),
  writev: writeHere(vectorBytes),
  pwrite64: writeAt(quotedBytes),
  pwritev: writeAt(vectorBytes),
  pwritev2: writeAt(vectorBytes),
  ftruncate,
  truncate,
  fallocate,
  // What is written through a map is not in the trace.
  mmap: refusedOn(4, 'PROT_WRITE', 'MAP_SHARED'),
  ioctl: refusedOn(0, 'CLONE'),
  sendfile: refusedOn(0),
  copy_file_range: refusedOn(2),
  splice: refusedOn(2),
};
