import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roleFamilies } from '../../core/roles.ts';

const css = readFileSync(new URL('../../renderer/styles/tokens.css', import.meta.url), 'utf8');

/** The colours by day and by night, as tokens.css has them. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/gu)].map(
    ([, name = '', day = '', night = '']) => [name, { day, night }],
  ),
);

/** WCAG 2.2, relative luminance. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** WCAG 2.2, contrast ratio: 1 to 21. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const tooLow = (pairs: readonly (readonly [string, string])[], least: number): string[] =>
  pairs.flatMap(([text, ground]) =>
    (['day', 'night'] as const).flatMap((time) => {
      const one = tokens.get(text)?.[time];
      const other = tokens.get(ground)?.[time];
      if (one === undefined || other === undefined)
        return [`${text} or ${ground} is no colour of tokens.css`];
      const ratio = contrast(one, other);
      return ratio >= least ? [] : [`${text} on ${ground} by ${time} is ${ratio.toFixed(2)}:1`];
    }),
  );

const grounds = ['paper', 'card', 'accent-soft'] as const;
const inks = ['ink', 'ink-quiet', 'accent', ...roleFamilies] as const;

describe('the colours of the screens', () => {
  it('give every text on every ground it stands on 7:1, by day and by night', () => {
    const pairs = inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const));
    expect(tooLow([...pairs, ['on-accent', 'accent'], ['on-accent', 'accent-pressed']], 7)).toEqual([]);
  });

  it('give the edges of what can be typed into 3:1', () => {
    expect(tooLow([...grounds.map((ground) => ['edge', ground] as const)], 3)).toEqual([]);
  });
});
