import { expect, test } from 'vitest';
import type { Operation } from './operation.ts';
import { callsIn } from './strace.ts';
import { operationsIn } from './trace.ts';

const hex = (text: string): string =>
  `"${[...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"`;

/** What a trace says of the folder /d; `'…'` in it stands for text, which strace writes as hexadecimal. */
const read = (...lines: string[]): Operation[] =>
  operationsIn(callsIn(lines.map((line) => line.replaceAll(/'([^']*)'/g, (_, text) => hex(text)))), '/d');

const opened = "7 openat(AT_FDCWD, '/d/a', O_WRONLY|O_CREAT|O_CLOEXEC, 0600) = 20";
const named: Operation = { change: 'name', path: 'a', named: 0 };
const written = (at: number, text: string): Operation => ({
  ...{ change: 'write', file: 0, at },
  bytes: Buffer.from(text),
});

test('writes go where the descriptor stands, which one made by dup shares, or where they say', () => {
  const operations = read(
    ...[opened, "7 write(20, 'abc', 3) = 3", '7 dup(20) = 21', "7 write(21, 'def', 3) = 2"],
    ...["7 write(20, 'g', 1) = 1", "7 pwrite64(21, 'hi', 2, 9) = 2", '7 close(20) = 0'],
    ...[
      "7 write(20, 'jk', 2) = 2",
      "7 writev(21, [{iov_base='l', iov_len=1}, {iov_base='m', iov_len=1}], 2) = 2",
    ],
  );
  const places = [written(0, 'abc'), written(3, 'de'), written(5, 'g'), written(9, 'hi'), written(6, 'lm')];
  expect(operations).toEqual([named, ...places]);
});

test('a descriptor that appends writes at the end, wherever it stands', () => {
  const appending = opened.replace('O_CREAT', 'O_CREAT|O_APPEND').replace('= 20', '= 21');
  const operations = read(opened, "7 pwrite64(20, 'abc', 3, 4) = 3", appending, "7 write(21, 'd', 1) = 1");
  expect(operations).toEqual([named, written(4, 'abc'), written(7, 'd')]);
});

test('a sync by one thread covers what had returned when it began, and not what another did meanwhile', () => {
  const operations = read(
    ...[opened, "7 pwrite64(20, 'a', 1, 0) = 1", '7 fdatasync(20 <unfinished ...>'],
    ...["8 pwrite64(20, 'b', 1, 1 <unfinished ...>", '8 <... pwrite64 resumed>) = 1'],
    '7 <... fdatasync resumed>)               = 0',
  );
  expect(operations.at(-1)).toEqual({ change: 'sync', of: 0, covers: 2 });
});

test('a file stays the same under another name, and a folder is synced by its own descriptor', () => {
  const operations = read(
    ...[opened, "7 rename('/d/a', '/d/b') = 0", "7 openat(AT_FDCWD, '/d', O_RDONLY|O_CLOEXEC) = 22"],
    ...['7 fsync(22) = 0', '7 ftruncate(20, 5) = 0', "7 unlink('/d/b') = 0"],
  );
  expect(operations).toEqual([
    named,
    { change: 'rename', path: 'b', from: 'a', named: 0 },
    { change: 'sync', of: '', covers: 2 },
    { change: 'resize', file: 0, size: 5 },
    { change: 'unname', path: 'b' },
  ]);
});

test('only what is in the folder counts, and not the shared memory, locks and reserve in it', () => {
  const elsewhere = ['/e/a', '/d/x.db-shm', '/d/kiosk.lock', '/d/kiosk.lock-journal', '/d/reserve.bin'];
  for (const path of elsewhere)
    expect(read(opened.replace('/d/a', path), "7 write(20, 'abc', 3) = 3")).toEqual([]);
});

test('a call that failed changed nothing', () => {
  expect(read(opened, "7 write(20, 'abc', 3) = -1 ENOSPC (No space left on device)")).toEqual([named]);
});

test('an acknowledgement is told from other words on standard output', () => {
  const ack = hex('ack 5f\n');
  expect(read(`7 write(1, ${ack}, 7) = 7`, "7 write(1, 'ack', 3) = 3")).toEqual([
    { change: 'acknowledged', id: '5f' },
  ]);
});

test('a file that is longer or shorter than the trace says shows that something escaped it', () => {
  const said = (size: number): string => `7 write(1, ${hex(`size ${size} /d/a\n`)}, 9) = 9`;
  expect(read(opened, '7 ftruncate(20, 7) = 0', said(7))).toHaveLength(2);
  expect(() => read(opened, '7 ftruncate(20, 7) = 0', said(8))).toThrow('a has 8 bytes, and by the trace 7');
  expect(() => read(said(0))).toThrow('a has 0 bytes, and by the trace no');
});

test('a trace with something of the folder that is not modelled is refused', () => {
  const lines = [
    "7 openat(AT_FDCWD, '/d/a', O_WRONLY|O_CREAT|O_DSYNC, 0600) = 20",
    "7 openat(AT_FDCWD, '/d/a', O_RDWR) = 20",
    `${opened}\n7 mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED, 20, 0) = 0x7f0000000000`,
    `${opened}\n7 copy_file_range(5, NULL, 20, NULL, 10, 0) = 10`,
    `${opened}\n7 write(20, 'abc'..., 2000000) = 2000000`,
    "7 symlink('a', '/d/b') = 0",
    '7 sync() = 0',
    "7 execve('/bin/a', [], 0x7f) = 0\n8 execve('/bin/b', [], 0x7f) = 0",
  ];
  for (const line of lines) expect(() => read(...line.split('\n'))).toThrow('The trace has');
});
