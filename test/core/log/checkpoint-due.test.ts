import { expect, test } from 'vitest';
import { isCheckpointDue } from '../../../core/log/checkpoint-due.ts';

const minutes = 60_000;

test.each([
  ['the first entry of a record is signed at once', { size: 1, at: 0 }, null, true],
  ['99 entries more are not yet signed', { size: 199, at: 0 }, { size: 100, at: 0 }, false],
  ['the hundredth is', { size: 200, at: 0 }, { size: 100, at: 0 }, true],
  [
    'one entry within a quarter of an hour is not',
    { size: 101, at: 15 * minutes - 1 },
    { size: 100, at: 0 },
    false,
  ],
  ['after a quarter of an hour it is', { size: 101, at: 15 * minutes }, { size: 100, at: 0 }, true],
  ['nothing new is never signed again', { size: 100, at: 99 * minutes }, { size: 100, at: 0 }, false],
  [
    'a clock that was set back is not waited for',
    { size: 101, at: 5 },
    { size: 100, at: 90 * minutes },
    true,
  ],
])('%s', (_, now, last, due) => {
  expect(isCheckpointDue(now, last)).toBe(due);
});
