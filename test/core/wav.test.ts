import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWav, soundRate, writeWav } from '../../core/wav.ts';
import { hum, voice } from '../support/voice.ts';

const problemOf = (bytes: Uint8Array): string | null => {
  const read = readWav(bytes);
  return read.ok ? null : read.problem;
};

/** The file with something else at one place; `size` of the value in bytes. */
const changed = (at: number, value: number, size: 1 | 2 | 4 = 4): Uint8Array => {
  const bytes = voice(1);
  const view = new DataView(bytes.buffer);
  if (size === 1) view.setUint8(at, value);
  else if (size === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return bytes;
};

/** The file with another part in it, before what is said. */
const withPart = (name: string, content: string): Uint8Array => {
  const [head, rest] = [voice(1).subarray(0, 36), voice(1).subarray(36)];
  const padded = content.length % 2 === 0 ? content : `${content}\0`;
  const part = Buffer.alloc(8);
  part.write(name, 0, 'latin1');
  part.writeUInt32LE(content.length, 4);
  const whole = Buffer.concat([head, part, Buffer.from(padded, 'latin1'), rest]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
};

describe('a spoken name', () => {
  test('comes back as it was said, and the same words are the same bytes', () => {
    const samples = hum(2);
    const read = readWav(writeWav(samples));
    expect(read.ok && read.value).toEqual(samples);
    expect(writeWav(samples)).toEqual(writeWav(samples));
  });

  test('keeps nothing of what else a file says: who made it, when and where', () => {
    const told = withPart('LIST', 'INFOIARTZorblax of Nine');
    const read = readWav(told);
    expect(read.ok).toBe(true);
    expect(Buffer.from(read.ok ? writeWav(read.value) : told).toString('latin1')).not.toContain('Zorblax');
    expect(read.ok && writeWav(read.value)).toEqual(voice(1));
  });

  test('is from a fifth of a second to five seconds long, and can be heard', () => {
    expect(problemOf(voice(5))).toBeNull();
    expect(problemOf(writeWav(hum(5).subarray(0, soundRate * 5)))).toBeNull();
    expect(problemOf(writeWav(new Int16Array(soundRate * 5 + 1).fill(9_000)))).toBe('too-long');
    expect(problemOf(voice(0.2))).toBeNull();
    expect(problemOf(voice(0.19))).toBe('too-short');
    expect(problemOf(writeWav(new Int16Array(soundRate)))).toBe('silent');
    expect(problemOf(writeWav(new Int16Array(soundRate).fill(150)))).toBe('silent');
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n'.padEnd(60, '\0'), 'latin1')],
    ['one whose length is not what it says', changed(4, 12)],
    ['one with something after its end', Buffer.concat([voice(1), Buffer.from('more')])],
    ['one that is cut off', voice(1).subarray(0, 20_000)],
    ['one whose words are longer than the file', changed(40, 4_000_000_000)],
    ['one with half a sample', changed(40, 31_999)],
    ['one without a form', withPart('fmt ', 'x'.repeat(16))],
    ['one that says its words twice', withPart('data', 'abcd')],
  ])('%s is no sound', (_, bytes) => {
    expect(problemOf(bytes)).toBe('not-a-sound');
  });

  test.each([
    ['compressed', changed(20, 6, 2)],
    ['in stereo', changed(22, 2, 2)],
    ['at another rate', changed(24, 44_100)],
    ['with another count of bytes', changed(28, 64_000)],
    ['in another frame', changed(32, 4, 2)],
    ['in 8 bit', changed(34, 8, 2)],
    ['in a form with extras', changed(16, 18)],
  ])('one that is %s is not the form that is kept', (_, bytes) => {
    expect(['wrong-form', 'not-a-sound']).toContain(problemOf(bytes));
  });

  test('whatever bytes come, they are read within their bounds or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(60), (noise, at) => {
        const bytes = voice(0.5);
        bytes.set(noise.subarray(0, bytes.length - at), at);
        expect(() => readWav(bytes)).not.toThrow();
        expect(() => readWav(noise)).not.toThrow();
      }),
    );
  });
});
