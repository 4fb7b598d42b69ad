import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Exclusion, reasoned, shares, timings } from '../../../core/rates/case.ts';
import type { Signal } from '../../../core/rates/chart.ts';
import { usualShifts } from '../../../core/rates/shift.ts';
import { fewest } from '../../../core/rates/suppression.ts';

const page = readFileSync(new URL('../../../docs/reports.md', import.meta.url), 'utf8');

/** The words in the first column of the tables in a section. */
const rowsIn = (heading: string): string[] => {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gmu)].flatMap(([, words = '']) =>
    [...words.matchAll(/`([^`]+)`/gu)].map(([, word = '']) => word),
  );
};

test('the page for managers has every figure, in the order in which reports have them', () => {
  expect(rowsIn('The figures')).toEqual([...shares, ...timings, ...reasoned]);
});

/** Every reason that there is: the compiler asks for one that is forgotten. */
const exclusions: Record<Exclusion, true> = {
  ...{ 'already-known': true, absent: true, skipped: true, declined: true, unable: true },
  ...{ postponed: true, shown: true, 'still-open': true, left: true },
  ...{ 'joined-later': true, 'met-before': true, 'not-asked': true, 'in-no-round': true },
  ...{ 'nobody-required': true, 'nobody-introduced': true, 'no-status': true, 'shift-change': true },
  ...{ unscheduled: true, 'day-not-over': true },
};

test('it says of every exclusion why', () => {
  expect(rowsIn('Why something is excluded').sort()).toEqual(Object.keys(exclusions).sort());
});

const signals: Record<Signal, true> = { above: true, below: true, 'run-above': true, 'run-below': true };

test('it says of every signal what it means', () => {
  expect(rowsIn('Over time').filter((word) => word !== 'signal')).toEqual(Object.keys(signals));
});

test('it tells the numbers that hold', () => {
  expect(page).toContain(`(N < ${fewest})`);
  expect(page).toContain(usualShifts.join(','));
});
