import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecoveryCode, writeRecoveryCode } from '../../../core/access/recovery-code.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('a code is seven groups of four that nobody misreads, and each 128 bits have their own', () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const code = writeRecoveryCode(one);
      expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/u);
      expect(code === writeRecoveryCode(other)).toBe(Buffer.from(one).equals(other));
    }),
  );
});

test('it is read however it was copied: in small letters, without dashes, with O for 0 and l for 1', () => {
  fc.assert(
    fc.property(bytes, (one) => {
      const code = writeRecoveryCode(one);
      const copied = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
      expect(readRecoveryCode(copied)).toBe(code);
      expect(readRecoveryCode(code.replaceAll('-', ''))).toBe(code);
    }),
  );
});

test('a slip of the pen is found, and is no attempt', () => {
  const code = writeRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 13));
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let [slips, found] = [0, 0];
  for (let place = 0; place < code.length; place += 1)
    for (const sign of signs) {
      if (code[place] === '-' || code[place] === sign) continue;
      slips += 1;
      if (readRecoveryCode(code.slice(0, place) + sign + code.slice(place + 1)) === null) found += 1;
    }
  expect(slips - found).toBeLessThanOrEqual(slips / 400);
  for (const typed of ['', 'ABCD', `${code}X`, code.slice(1), code.replace(/.$/u, 'U'), '0'.repeat(5_000)])
    expect(readRecoveryCode(typed), typed.slice(0, 40)).toBeNull();
});

test('it is made of 16 bytes and of nothing else', () => {
  expect(() => writeRecoveryCode(new Uint8Array(15))).toThrow('16 bytes');
});
