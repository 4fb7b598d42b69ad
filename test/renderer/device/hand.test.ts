import { expect, it } from 'vitest';
import { sideFor } from '../../../renderer/device/hand.ts';

it('what is pressed stands on the side of the hand, also where all else is mirrored', () => {
  expect(sideFor('right', 'ltr')).toBe('right');
  expect(sideFor('left', 'ltr')).toBe('left');
  // There a layout’s `left` is where its lines begin: on the right.
  expect(sideFor('right', 'rtl')).toBe('left');
  expect(sideFor('left', 'rtl')).toBe('right');
});
