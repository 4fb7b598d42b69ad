import type { Days, PChart } from '../../../../core/figures/view.ts';
import { type Placed, placed } from './p-chart.ts';

/** What somebody sees who looks at a p-chart, for whoever does not; the screen has the words. */
export interface Seen {
  first: Days;
  last: Days;
  /** How many weeks or months are shown. */
  count: number;
  lowest: Placed;
  highest: Placed;
  newest: Placed;
  signals: readonly Said[];
}

/** All that lie outside their limits on one side, or so many in a row on one side of the middle. */
export type Said =
  | { is: 'above' | 'below'; points: readonly Placed[] }
  | { is: 'run-above' | 'run-below'; from: Days; to: Days; count: number };

/** Null where nothing is shown, or a single point: it says nothing of how things went. */
export const seenOn = (chart: PChart, over: readonly Days[]): Seen | null => {
  const points = placed(chart, over);
  const [first, newest] = [points.at(0), points.at(-1)];
  if (first === undefined || newest === undefined || first === newest) return null;
  const by = (better: (one: number, other: number) => boolean) =>
    points.reduce((best, point) => (better(point.rate, best.rate) ? point : best), first);
  return {
    ...{ first: first.over, last: newest.over, count: points.length, newest },
    lowest: by((one, other) => one < other),
    highest: by((one, other) => one > other),
    signals: saidOf(points, chart.centre),
  };
};

/** Those outside their limits, and then the runs. */
const saidOf = (points: readonly Placed[], centre: number): Said[] => [
  ...(['above', 'below'] as const).flatMap((is): Said[] => {
    const outside = points.filter(({ signal }) => signal === is);
    return outside.length === 0 ? [] : [{ is, points: outside }];
  }),
  ...sidesOf(points, centre).flatMap((side): Said[] => {
    const [first, last] = [side.at(0), side.at(-1)];
    const is = side.find(({ signal }) => signal === 'run-above' || signal === 'run-below')?.signal;
    if (first === undefined || last === undefined) return [];
    return is === 'run-above' || is === 'run-below'
      ? [{ is, from: first.over, to: last.over, count: side.length }]
      : [];
  }),
];

/** Points in a row on the same side of the middle; one on it neither ends a row nor belongs to it, a gap ends it. */
const sidesOf = (points: readonly Placed[], centre: number): Placed[][] => {
  const rows: Placed[][] = [];
  let [of, last] = [0, -2];
  for (const point of points) {
    const side = Math.sign(point.rate - centre);
    if (point.at !== last + 1) of = 0;
    last = point.at;
    if (side === 0) continue;
    if (side === of) rows.at(-1)?.push(point);
    else rows.push([point]);
    of = side;
  }
  return rows;
};
