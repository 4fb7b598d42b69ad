import type { ChartPoint, Days, PChart } from '../../../../core/figures/view.ts';

/** A point where it stands on the chart: `at` counts weeks or months from the first; one that is not shown leaves a gap. */
export interface Placed extends ChartPoint {
  at: number;
  /** Its first and last day. */
  over: Days;
}

/** What a chart needs to be drawn: places along it in weeks or months, heights as shares. */
export interface Drawn {
  /** How many weeks or months it is long, from the first that has something through the last. */
  length: number;
  centre: number;
  points: readonly Placed[];
  /** Those next to each other, to be joined by a line. */
  lines: readonly (readonly Placed[])[];
  /** The heights that the chart reaches from and to, with room for all limits. */
  from: number;
  to: number;
  /** Where the axis says how high it is. */
  heights: readonly number[];
  /** The weeks or months at which the axis says when it was, the newest always. */
  times: readonly { at: number; over: Days }[];
}

/** How far apart the heights stand that the axis tells, whichever gives six or fewer. */
const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25];

/** The points that are there, in order, each where it stands. */
export const placed = (chart: PChart, over: readonly Days[]): Placed[] =>
  chart.points.flatMap((point, at): Placed[] => {
    const days = over[at];
    return point === null || days === undefined ? [] : [{ ...point, at, over: days }];
  });

/** `room` is how many times the axis has room for. Null where there are not two points. */
export const drawnOf = (chart: PChart, over: readonly Days[], room = 13): Drawn | null => {
  const all = placed(chart, over);
  const [first, last] = [all.at(0)?.at, all.at(-1)?.at];
  if (first === undefined || last === undefined || first === last) return null;
  const points = all.map((point) => ({ ...point, at: point.at - first }));
  const length = last - first + 1;
  const { from, to, step } = reach(points, chart.centre);
  const every = Math.max(1, Math.ceil(length / Math.max(1, room)));
  return {
    ...{ length, centre: chart.centre, points, lines: linesOf(points), from, to },
    heights: Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) =>
      thousandths(from + index * step),
    ),
    times: over
      .slice(first, last + 1)
      .map((days, at) => ({ at, over: days }))
      .filter(({ at }) => (length - 1 - at) % every === 0),
  };
};

const thousandths = (value: number): number => Math.round(value * 1000) / 1000;

/** How high a chart is at least. */
const least = 0.05;

/** The whole steps around everything on the chart: less than five points would make much of nothing. */
const reach = (points: readonly Placed[], centre: number): { from: number; to: number; step: number } => {
  const heights = [centre, ...points.flatMap(({ rate, lower, upper }) => [rate, lower, upper])];
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const lack = Math.max(0, least - (high - low)) / 2;
  const bottom = Math.max(0, Math.min(low - lack, 1 - least));
  const top = Math.min(1, Math.max(high + lack, least));
  const step = steps.find((one) => (top - bottom) / one <= 4) ?? 0.25;
  return {
    from: thousandths(Math.max(0, Math.floor(bottom / step + 1e-9) * step)),
    to: thousandths(Math.min(1, Math.ceil(top / step - 1e-9) * step)),
    step,
  };
};

const linesOf = (points: readonly Placed[]): Placed[][] => {
  const lines: Placed[][] = [];
  for (const point of points) {
    const line = lines.at(-1);
    if (line !== undefined && line.at(-1)?.at === point.at - 1) line.push(point);
    else lines.push([point]);
  }
  return lines;
};
