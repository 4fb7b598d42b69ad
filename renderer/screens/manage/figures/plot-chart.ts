import * as Plot from '@observablehq/plot';
import type { Drawn, Placed } from './p-chart.ts';

/** How a chart is drawn: what of it, how large, in which words. */
export interface Look {
  /** A whole chart has its axes and says what is a signal; a small one stands in a line of text. */
  is: 'whole' | 'small';
  /** CSS px. */
  width: number;
  height: number;
  /** Of its letters, in CSS px. */
  size: number;
  direction: 'ltr' | 'rtl';
  percent: (share: number) => string;
  tick: (at: number) => string;
  /** What a point that is a signal is called; null for one that is none, or where there is no room. */
  word: (point: Placed) => string | null;
}

const lineColour = 'var(--chart-line)';

/**
 * A p-chart as a picture, to be put in place by whoever asked for it. Limits are steps, for each point has its own; what
 * is a signal has another shape, so that no colour is needed to tell.
 */
export const drawChart = (drawn: Drawn, look: Look): Element => {
  const { direction, width, height, size } = look;
  const isWhole = look.is === 'whole';
  const side = isWhole ? Math.round(size * 3.6) : 6;
  const margins = isWhole
    ? { marginTop: size * 0.5, marginBottom: size * 2.9, marginLeft: size * 2, marginRight: size * 2 }
    : { marginTop: 6, marginBottom: 6, marginLeft: side, marginRight: side };
  const towards = direction === 'rtl' ? { marginRight: side } : { marginLeft: side };
  const picture = Plot.plot({
    ...{ width, height, ...margins, ...(isWhole ? towards : {}) },
    x: { domain: [-0.5, drawn.length - 0.5], reverse: direction === 'rtl', axis: null },
    // Room for the words of what is a signal, above and below.
    y: { domain: [drawn.from, drawn.to], axis: null, inset: isWhole ? size * 1.25 : 0 },
    // Anchors are sides of the picture here; letters find their own direction.
    style: {
      direction: 'ltr',
      fontSize: `${size}px`,
      fontFamily: 'inherit',
      background: 'none',
      overflow: 'visible',
    },
    marks: [
      ...(isWhole ? axes(drawn, look) : []),
      ...limits(drawn, isWhole),
      Plot.ruleY([drawn.centre], { stroke: lineColour, strokeWidth: isWhole ? 1.75 : 1.25 }),
      ...drawn.lines.map((line) =>
        Plot.line(line, {
          ...{ x: 'at', y: 'rate', stroke: 'var(--chart-mark)', strokeWidth: isWhole ? size * 0.15 : 1.75 },
        }),
      ),
      ...points(drawn, isWhole ? size * 0.3 : 2.5),
      ...(isWhole ? words(drawn, look) : []),
    ],
  });
  // The policy of the page lets no style in that has no nonce; the style sheet of the chart has what it says.
  for (const sheet of picture.querySelectorAll('style')) sheet.remove();
  picture.setAttribute('aria-hidden', 'true');
  picture.removeAttribute('aria-label');
  return picture;
};

const limits = ({ points }: Drawn, isWhole: boolean): Plot.Markish[] => {
  const step = { x1: (one: Placed) => one.at - 0.5, x2: (one: Placed) => one.at + 0.5 };
  const edge = { stroke: 'var(--chart-limit)', strokeWidth: 1, strokeDasharray: '4 3' };
  return [
    Plot.rect(points, {
      ...step,
      y1: 'lower',
      y2: 'upper',
      fill: 'var(--chart-band)',
      shapeRendering: 'crispEdges',
    }),
    ...(isWhole ? ['lower', 'upper'].map((y) => Plot.link(points, { ...step, y1: y, y2: y, ...edge })) : []),
  ];
};

const isRun = ({ signal }: Placed): boolean => signal === 'run-above' || signal === 'run-below';

const points = ({ points: all }: Drawn, r: number): Plot.Markish[] => {
  const at = { x: 'at', y: 'rate', stroke: 'var(--chart-ground)', strokeWidth: r / 3 };
  const fill = 'var(--chart-mark)';
  const signal = { ...at, fill: 'var(--chart-signal)', r: r * 1.55 };
  const of = (wanted: (one: Placed) => boolean) => all.filter(wanted);
  return [
    Plot.dot(
      of(({ signal: is }) => is === null),
      { ...at, fill, r },
    ),
    Plot.dot(of(isRun), { ...signal, r: r * 1.35, symbol: 'diamond' }),
    Plot.dot(
      of(({ signal: is }) => is === 'above'),
      { ...signal, symbol: 'triangle' },
    ),
    Plot.dot(
      of(({ signal: is }) => is === 'below'),
      { ...signal, symbol: 'triangle', rotate: 180 },
    ),
  ];
};

/** Lines and letters by hand: Plot would write numbers and months in English. */
const axes = ({ heights, times }: Drawn, { direction, size, percent, tick }: Look): Plot.Markish[] => {
  const begin = direction === 'rtl' ? ('right' as const) : ('left' as const);
  const quiet = { fill: 'var(--chart-ink)' };
  return [
    Plot.ruleY(heights, { stroke: 'var(--chart-grid)' }),
    Plot.text(heights, {
      ...{ y: (one: number) => one, text: (one: number) => percent(one), ...quiet },
      ...{ frameAnchor: begin, textAnchor: direction === 'rtl' ? 'start' : 'end' },
      dx: direction === 'rtl' ? size * 0.5 : -size * 0.5,
    }),
    Plot.text(times, {
      ...{ x: 'at', text: ({ at }: { at: number }) => tick(at), ...quiet },
      ...{ frameAnchor: 'bottom', dy: size * 0.5, lineAnchor: 'top', lineHeight: 1.15 },
    }),
  ];
};

/** Each signal in a word or two beside its point, away from the line. */
const words = ({ points: all, centre }: Drawn, { size, word }: Look): Plot.Markish[] =>
  all.flatMap((point) => {
    const text = word(point);
    if (text === null) return [];
    const isHigh = point.rate >= centre;
    return [
      Plot.text([point], {
        ...{ x: 'at', y: 'rate', fontWeight: 620, fill: 'var(--chart-signal)' },
        text: () => `\u2068${text}\u2069`,
        ...{ dy: isHigh ? -size * 0.75 : size * 0.75, lineAnchor: isHigh ? 'bottom' : 'top' },
        ...{ stroke: 'var(--chart-ground)', strokeWidth: 4 },
      }),
    ];
  });
