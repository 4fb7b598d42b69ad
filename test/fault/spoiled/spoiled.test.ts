import { expect, test } from 'vitest';
import { betweenRuns } from './between-runs.ts';
import type { CaseFound } from './case.ts';
import { fullDisk } from './full-disk.ts';
import { tryFlips } from './try-flips.ts';
import { whileRunning } from './vanished.ts';

const timeout = 60_000;

const expectKept = (cases: CaseFound[]): void => {
  for (const { name, wrong, lost, unreadable } of cases)
    expect({ name, wrong, lost, unreadable }).toEqual({ name, wrong: [], lost: 0, unreadable: null });
};

test('while the files of its record are taken away or replaced, a kiosk confirms nothing, and goes on when they are back', {
  timeout,
}, async () => {
  expectKept(await whileRunning());
});

test('what was done to a record between two runs is said at the start, or the start is refused and nothing is touched', {
  timeout,
}, async () => {
  expectKept(await betweenRuns());
});

test('a kiosk that fills a disk of one megabyte says that it cannot record, loses nothing, and goes on when there is room', {
  timeout,
}, async ({ skip }) => {
  const cases = await fullDisk([60, 160]);
  if (cases === null) return skip('no file system can be mounted here, not even for one process');
  expectKept(cases);
});

test('a bit that turned over in any page of the database is found, or changes nothing that was recorded', {
  timeout,
}, async () => {
  const { flips, outcomes, troubles } = await tryFlips({ where: 'database', each: 1, seed: 'short' });
  const ofTheLog = troubles.filter((trouble) => !trouble.startsWith('changed-outside-the-log'));
  expect(ofTheLog).toEqual([]);
  expect(flips).toBeGreaterThan(50);
  expect(outcomes.harmless ?? 0).toBeLessThan(flips / 2);
});
