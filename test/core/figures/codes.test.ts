import { expect, test } from 'vitest';
import {
  codesOfReasons,
  codesOfShare,
  codesOfTiming,
  exclusionCodes,
  firstTime,
} from '../../../core/figures/codes.ts';
import { reasoned, shares, timings } from '../../../core/rates/case.ts';

/** All numbers that are stored, each with what it means. */
const stored = (): [number, string][] => [
  ...shares.flatMap((share): [number, string][] => {
    const { done, notDone, missing, first } = codesOfShare(share);
    const excluded = exclusionCodes.map(([why, number]): [number, string] => [
      first + number,
      `${share} ${why}`,
    ]);
    return [[done, `${share} done`], [notDone, `${share} not`], [missing, `${share} missing`], ...excluded];
  }),
  ...reasoned.flatMap((status) =>
    codesOfReasons(status).map(([reason, code]): [number, string] => [code, `${status} ${reason}`]),
  ),
  ...timings.flatMap((timing): [number, string][] => {
    const { known, unknown } = codesOfTiming(timing);
    return [
      [unknown, `${timing} unknown`],
      [known, timing],
    ];
  }),
];

test('nothing is stored under the number of something else', () => {
  const numbers = stored().map(([code]) => code);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const code of numbers) expect(code).toBeLessThan(256);
  for (const timing of timings) expect(codesOfTiming(timing).known).toBeGreaterThanOrEqual(firstTime);
});

test('what databases hold keeps its meaning: these numbers were given', () => {
  const meaning = new Map(stored());
  for (const [code, means] of [
    [0, 'teamCompleteness done'],
    [66, 'patientIntroduction missing'],
    [70, 'patientIntroduction declined'],
    [77, 'patientIntroduction met-before'],
    [96, 'coverage done'],
    [117, 'coverage day-not-over'],
    [192, 'attestedOnly done'],
    [233, 'skipped emergency'],
    [242, 'unable emergency'],
    [252, 'secondsPerIntroduction'],
  ] as const)
    expect(meaning.get(code)).toBe(means);
});
