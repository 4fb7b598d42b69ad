import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withheld } from '../../../core/rates/suppression.ts';

test('what has fewer than five behind it is withheld', () => {
  expect(withheld([4, 3, 5, 40])).toEqual([true, true, false, false]);
  expect(withheld([0, 5, 6])).toEqual([true, false, false]);
});

test('where it could be told from the total and the others, the smallest of those is withheld too', () => {
  expect(withheld([40, 4, 9, 6])).toEqual([false, true, false, true]);
  expect(withheld([1, 2, 8, 8])).toEqual([true, true, true, false]);
  expect(withheld([3])).toEqual([true]);
});

test('nobody can find out less than five from a total by subtracting what is shown', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 12 }), (cells) => {
      const hidden = withheld(cells);
      const rest = cells.reduce((sum, one, index) => sum + (hidden[index] ? one : 0), 0);
      const all = cells.reduce((sum, one) => sum + one, 0);
      for (const [index, one] of cells.entries()) if (one < 5) expect(hidden[index]).toBe(true);
      if (all >= 5) expect(rest === 0 || rest >= 5).toBe(true);
    }),
  );
});
