import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, fromHex, toBase64, toHex } from '../../../core/log/base64.ts';

const bytes = fc.uint8Array({ maxLength: 80 });

describe('Bytes in base64', () => {
  // RFC 4648, section 10.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('of “%s” are “%s”', (text, base64) => {
    const encoded = new TextEncoder().encode(text);
    expect(toBase64(encoded)).toBe(base64);
    expect(fromBase64(base64)).toEqual(encoded);
  });

  it('are what the platform writes, and read back as they were', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(toBase64(some)).toBe(Buffer.from(some).toString('base64'));
        expect(fromBase64(toBase64(some))).toEqual(some);
      }),
    );
  });

  it('have one way to be written: any text that is read is what would be written', () => {
    const near = fc.string({
      unit: fc.constantFrom(...'ABZabz059+/=-_ \n'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(near, (text) => {
        const read = fromBase64(text);
        if (read !== null) expect(toBase64(read)).toBe(text);
        expect(read === null).toBe(Buffer.from(text, 'base64').toString('base64') !== text);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'Zg=',
    'Zg',
    'Zg===',
    'Zh==',
    'Zm9=',
    'Zm9v\n',
    ' Zm9v',
    'Z m9v',
    'Zm-v',
    'Zm_v',
    '=',
    '====',
    'A===',
    'Zg==Zg==',
    'Zm9é',
  ])('are not “%s”', (text) => {
    expect(fromBase64(text)).toBeNull();
  });
});

describe('Bytes in hex', () => {
  it('are what the platform writes, and read back as they were', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(toHex(some)).toBe(Buffer.from(some).toString('hex'));
        expect(fromHex(toHex(some))).toEqual(some);
      }),
    );
  });

  it.each(['0', '0g', 'AB', 'aB', '0x', ' 00', '00\n', '00 00', '-1', '1.'])('are not “%s”', (text) => {
    expect(fromHex(text)).toBeNull();
  });
});
