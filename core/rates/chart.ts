import type { Figure } from './total.ts';

/** A share to four decimals, a half up; null of nothing. */
export const rateOf = ({
  numerator,
  denominator,
}: Pick<Figure, 'numerator' | 'denominator'>): number | null =>
  denominator === 0 ? null : rounded(numerator / denominator);

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

/**
 * What a point says. `above`, `below`: it lies outside its limits. `run-above`, `run-below`: it is one of eight or more
 * in a row on the same side of the centre, none of which chance alone would likely give.
 */
export type Signal = 'above' | 'below' | 'run-above' | 'run-below';

export interface Point {
  lower: number;
  upper: number;
  signal: Signal | null;
}

/** A p-chart: shares over time against their centre, with limits for each. */
export interface Chart {
  centre: number;
  /** As many as there are figures; null where there is none to show. */
  points: (Point | null)[];
}

const runLength = 8;

/**
 * The p-chart of figures in the order of time, null for one that is not shown, around the share in all of them:
 * p̄ ± 3·√(p̄(1−p̄)/nᵢ), within 0 and 1. Null where nothing is behind it.
 */
export const chartOf = (all: Figure, figures: readonly (Figure | null)[]): Chart | null => {
  if (all.denominator === 0) return null;
  const centre = all.numerator / all.denominator;
  const sides = figures.map((one) => (one === null || one.denominator === 0 ? null : against(all, one)));
  const runs = runsIn(sides.map((one) => one?.side ?? null));
  const points = figures.map((one, index): Point | null => {
    const at = sides[index] ?? null;
    if (one === null || at === null) return null;
    const width = 3 * Math.sqrt((centre * (1 - centre)) / one.denominator);
    return {
      lower: rounded(Math.max(0, centre - width)),
      upper: rounded(Math.min(1, centre + width)),
      signal: signalOf(at, runs[index] === true),
    };
  });
  return { centre: rounded(centre), points };
};

interface Against {
  /** 1 above the centre, −1 below, 0 on it. */
  side: number;
  outside: boolean;
}

/**
 * Where a figure lies, in whole numbers, for which nothing is rounded: with p̄ = A/N and p = a/n, |p − p̄| is more than
 * 3·√(p̄(1−p̄)/n) where (aN − An)² is more than 9·A(N−A)·n.
 */
const against = (all: Figure, one: Figure): Against => {
  const [A, N] = [BigInt(all.numerator), BigInt(all.denominator)];
  const [a, n] = [BigInt(one.numerator), BigInt(one.denominator)];
  const difference = a * N - A * n;
  const side = difference > 0n ? 1 : difference < 0n ? -1 : 0;
  return { side, outside: difference * difference > 9n * A * (N - A) * n };
};

const signalOf = ({ side, outside }: Against, inRun: boolean): Signal | null => {
  if (outside) return side > 0 ? 'above' : 'below';
  if (!inRun) return null;
  return side > 0 ? 'run-above' : 'run-below';
};

/** Which belong to a run. A point on the centre line neither ends one nor belongs to it; one that is not shown ends it. */
const runsIn = (sides: readonly (number | null)[]): boolean[] => {
  const found = sides.map(() => false);
  let run: number[] = [];
  let of = 0;
  for (const [index, side] of sides.entries()) {
    if (side === 0) continue;
    run = side === null ? [] : side === of ? [...run, index] : [index];
    of = side ?? 0;
    if (run.length >= runLength) for (const one of run) found[one] = true;
  }
  return found;
};
