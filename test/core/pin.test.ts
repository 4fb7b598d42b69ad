import { describe, expect, it } from 'vitest';
import { readPin } from '../../core/pin.ts';

const problem = (typed: string): string | null => {
  const read = readPin(typed);
  return 'problem' in read ? read.problem : null;
};

describe('a PIN', () => {
  it('has six digits or more, and no more than twelve', () => {
    expect([5, 6, 12, 13].map((length) => problem('4839205718264'.slice(0, length)))).toEqual([
      ...['too-short', null, null, 'too-long'],
    ]);
    expect(['', '      ', '12-34'].map(problem)).toEqual(['too-short', 'too-short', 'too-short']);
  });

  it('is made of digits, in whatever script they are typed', () => {
    for (const typed of ['48392O', 'Amara1', '483.920', '４８３９２Ａ', '\u202e483920'])
      expect(problem(typed), typed).toBe('not-digits');
    for (const typed of ['483 920', '483-920', '٤٨٣٩٢٠', '４８３９２０', '४८३९२०'])
      expect(readPin(typed), typed).toEqual({ pin: '483920' });
  });

  it.each([
    ['the same digit again and again', ['000000', '111111', '99999999']],
    ['counted up or down', ['123456', '654321', '12345678', '987654321', '7890123', '135791', '0123456789']],
    ['a part said over and over', ['121212', '123123', '112112', '10101010', '123412341234']],
    ['rows of three, as keys lie', ['123321', '111222', '147258', '789456', '123654', '159753', '000111']],
    ['what people choose first', ['112233', '696969', '102030', '314159', '246810', '520520', '24681012']],
    ['any of these in another script', ['١٢٣٤٥٦', '１２３４５６', '12 34 56']],
  ])('is none that is guessed first: %s', (_, typed) => {
    for (const one of typed) expect(problem(one), one).toBe('too-easy');
  });

  it('may be nearly any other: of a million, fewer than two in a hundred are refused', () => {
    let refused = 0;
    for (let number = 0; number < 1_000_000; number += 1)
      if (problem(String(number).padStart(6, '0')) !== null) refused += 1;
    expect(refused).toBeGreaterThan(1_000);
    expect(refused).toBeLessThan(20_000);
  });
});
