import { expect, test } from 'vitest';
import { isText, linesOf } from '../../../../core/log/bundle/lines.ts';

const text = 'one\n\ntwo é 😀\nlast';
const bytes = Buffer.from(text);

/** The same bytes in two pieces, cut anywhere. */
const cuts = Array.from({ length: bytes.length + 1 }, (_, at) => [bytes.subarray(0, at), bytes.subarray(at)]);

test('lines are the same wherever the pieces that they come in are cut', () => {
  for (const pieces of cuts)
    expect([...linesOf(pieces)].map((line) => `${Buffer.from(line)}`)).toEqual([
      'one',
      '',
      'two é 😀',
      'last',
    ]);
  expect([...linesOf([...bytes].map((byte) => Uint8Array.of(byte)))]).toHaveLength(4);
  expect([...linesOf([])]).toEqual([]);
  expect([...linesOf([Buffer.from('\n')])]).toHaveLength(1);
});

test('a line stays what it is where its source writes the next piece into the same memory', () => {
  const memory = Buffer.from('ab\ncd');
  function* pieces() {
    yield memory;
    memory.write('ef\ngh');
    yield memory;
  }
  expect([...linesOf(pieces())].map((line) => `${Buffer.from(line)}`)).toEqual(['ab', 'cdef', 'gh']);
});

test('text is well-formed UTF-8 that ends with a line feed, or nothing', () => {
  expect(isText([])).toBe(true);
  for (const pieces of cuts) expect(isText([...pieces, Buffer.from('\n')])).toBe(true);
  for (const pieces of cuts) expect(isText(pieces)).toBe(false);
  for (const wrong of ['ff', 'c080', 'eda080', 'f4908080', 'e282'])
    expect(isText([Buffer.from(`${wrong}0a`, 'hex')]), wrong).toBe(false);
});
