import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Days, PChart, Step } from '../../../../core/figures/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import style from './chart.module.css';
import { drawnOf, type Placed } from './p-chart.ts';
import { useWords } from './use-words.ts';

interface ChartProps {
  chart: PChart;
  over: readonly Days[];
  step: Step;
  is: 'whole' | 'small';
  /** What it is of, for whoever does not see it; a small one stands beside its figure, and says nothing. */
  label?: string;
}

/** About how wide a time is on the axis, in letters. */
const letters = 5;

/**
 * A p-chart, drawn as wide as its place is; what draws it is loaded once one is to be drawn. The words beside it and the
 * table behind it say the same.
 */
export const Chart = ({ chart, over, step, is, label }: ChartProps) => {
  const place = useRef<HTMLDivElement>(null);
  const { t } = useTranslation('figures');
  const { direction, language } = useLanguage();
  const words = useWords();
  const newest = useRef(words);
  useEffect(() => {
    newest.current = words;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is drawn anew, with its words.
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let isWanted = true;
    const draw = ({ drawChart }: typeof import('./plot-chart.ts')) => {
      const { clientWidth: width, clientHeight: height } = element;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const drawn = drawnOf(chart, over, Math.floor(width / (size * letters)));
      if (!isWanted || drawn === null || width === 0) return;
      const { percentRound, tick, year } = newest.current;
      const times = new Map(drawn.times.map((one) => [one.at, one.over]));
      const isNewYear = (at: number) => {
        const before = drawn.times[drawn.times.findIndex((one) => one.at === at) - 1];
        return before?.over.from.slice(0, 4) !== times.get(at)?.from.slice(0, 4);
      };
      element.replaceChildren(
        drawChart(drawn, {
          ...{ is, width, height, size, direction, percent: percentRound },
          tick: (at) => {
            const days = times.get(at);
            if (days === undefined) return '';
            return isNewYear(at) ? `${tick(days, step)}\n${year(days)}` : tick(days, step);
          },
          word: ({ signal, at }: Placed) => {
            if (signal === null) return null;
            // Several in a row are told once, at the last of them: the shape is at each.
            const next = drawn.points.find((one) => one.at === at + 1);
            return next?.signal === signal ? null : t(`trend.word.${signal}`);
          },
        }),
      );
    };
    const loaded = import('./plot-chart.ts');
    const again = () => {
      // Without it the table and the words say the same.
      loaded.then(draw, () => undefined);
    };
    const watch = new ResizeObserver(again);
    watch.observe(element);
    return () => {
      isWanted = false;
      watch.disconnect();
    };
  }, [chart, over, step, is, direction, language, t]);
  return (
    <div
      ref={place}
      className={style[is]}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
};
