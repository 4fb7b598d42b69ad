import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readTar } from '../../../../core/log/bundle/read-tar.ts';
import { tarEnd, tarHeader, tarPadding } from '../../../../core/log/bundle/tar.ts';

const source = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: (at: number, length: number) => bytes.subarray(at, at + length),
});

const tarOf = (files: Record<string, string>): Buffer =>
  Buffer.concat([
    ...Object.entries(files).flatMap(([name, text]) => {
      const bytes = Buffer.from(text);
      return [tarHeader(name, bytes.length), bytes, tarPadding(bytes.length)];
    }),
    tarEnd,
  ]);

const files = {
  'empty.txt': '',
  'short.txt': 'short',
  'block.txt': 'b'.repeat(512),
  'longer.txt': 'l'.repeat(1025),
};

test('what is written is read again: names, and where the bytes lie', () => {
  const bytes = tarOf(files);
  const read = readTar(source(bytes))?.map(({ name, at, size }) => [
    name,
    `${bytes.subarray(at, at + size)}`,
  ]);
  expect(read).toEqual(Object.entries(files));
});

const system = spawnSync('tar', ['--version']).status === 0;

test.skipIf(!system)('the tar of the system reads it too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'x.tar');
  writeFileSync(file, tarOf(files));
  const tar = (...words: string[]) => spawnSync('tar', words, { encoding: 'utf8' });
  expect(tar('tf', file).stdout.split('\n').slice(0, -1)).toEqual(Object.keys(files));
  for (const [name, text] of Object.entries(files)) expect(tar('xOf', file, name).stdout).toBe(text);
});

test('a name with a path or a space in it is not written, nor more bytes than eleven octal digits can say', () => {
  for (const name of ['', 'a name', 'é', 'x'.repeat(101)])
    expect(() => tarHeader(name, 1)).toThrow(RangeError);
  for (const size of [-1, 1.5, 8 ** 11]) expect(() => tarHeader('x', size)).toThrow(RangeError);
  expect(tarHeader('x', 8 ** 11 - 1)).toHaveLength(512);
});

test('a file that is cut, has more at its end, or a header that is not as it should be, is none', () => {
  const bytes = tarOf(files);
  for (const cut of [0, 1, 511, 512, 513, bytes.length - 1, bytes.length - 512, bytes.length - 1024])
    expect(readTar(source(bytes.subarray(0, cut))), `cut at ${cut}`).toBeNull();
  expect(readTar(source(Buffer.concat([bytes, new Uint8Array(512)])))).toBeNull();
  for (const at of [0, 124, 148, 156, 257, 500]) {
    const forged = Uint8Array.from(bytes);
    forged[at] = (forged[at] ?? 0) ^ 1;
    expect(readTar(source(forged)), `byte ${at}`).toBeNull();
  }
});

test('a file without an end is not read for ever', () => {
  const member = Buffer.concat([tarHeader('x', 0)]);
  expect(readTar({ size: Number.MAX_SAFE_INTEGER, read: () => member })).toBeNull();
});
