import type { TFunction } from 'i18next';
import type { Days, PChart, Step } from '../../../../core/figures/view.ts';
import { type Drawn, drawnOf } from './p-chart.ts';
import type { Look } from './plot-chart.ts';
import type { Words } from './use-words.ts';

/** What a chart is of, and in whose words. */
export interface Pictured extends Pick<Look, 'is' | 'width' | 'height' | 'size' | 'direction'> {
  chart: PChart;
  over: readonly Days[];
  step: Step;
  words: Words;
  t: TFunction<'figures'>;
}

/** About how wide a time is on the axis, in letters. */
const letters = 5;

/** The picture of a p-chart, its axis and its signals in words; null where nothing is shown. */
export const pictureOf = (
  drawChart: (drawn: Drawn, look: Look) => Element,
  { chart, over, step, words, t, ...look }: Pictured,
): Element | null => {
  const drawn = drawnOf(chart, over, Math.floor(look.width / (look.size * letters)));
  if (drawn === null || look.width === 0) return null;
  const times = new Map(
    drawn.times.map(({ at, over: days }, index) => {
      const before = drawn.times[index - 1]?.over.from.slice(0, 4);
      const isNewYear = before !== days.from.slice(0, 4);
      return [at, isNewYear ? `${words.tick(days, step)}\n${words.year(days)}` : words.tick(days, step)];
    }),
  );
  return drawChart(drawn, {
    ...look,
    percent: words.percentRound,
    tick: (at) => times.get(at) ?? '',
    word: ({ signal, at }) => {
      if (signal === null) return null;
      // Several in a row are told once, at the last of them: the shape is at each.
      const next = drawn.points.find((one) => one.at === at + 1);
      return next?.signal === signal ? null : t(`trend.word.${signal}`);
    },
  });
};
