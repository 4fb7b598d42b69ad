import { expect, test } from 'vitest';
import { decideSpace } from '../../../electron/services/health/space.ts';

const mb = 1_000_000;

test.each([
  [900, 0, false, 'ok', true],
  [900, 64, false, 'ok', false],
  [400, 64, false, 'low', false],
  [60, 64, false, 'full', false],
  [70, 64, false, 'low', false],
  [100, 0, true, 'full', false],
  [70, 64, true, 'full', false],
  [150, 0, true, 'low', true],
  [150, 30, true, 'low', true],
  [900, 64, true, 'ok', false],
] as const)(
  'with %i MB free, %i of the reserve held and “was full” %s the disk is %s, and the reserve is made: %s',
  (free, held, isFull, state, fill) => {
    const limits = { reserve: 64 * mb, warn: 500 * mb };
    const seen = { free: free * mb, held: held * mb, isFull };
    expect(decideSpace(seen, limits)).toEqual({ state, fill });
  },
);
