import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Days, PChart, Step } from '../../../../core/figures/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import style from './chart.module.css';
import { pictureOf } from './chart-picture.ts';
import { useWords } from './use-words.ts';

interface ChartProps {
  chart: PChart;
  over: readonly Days[];
  step: Step;
  is: 'whole' | 'small';
  /** What it is of, for whoever does not see it; a small one stands beside its figure, and says nothing. */
  label?: string;
}

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
      if (!isWanted) return;
      const { clientWidth: width, clientHeight: height } = element;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const picture = pictureOf(drawChart, {
        ...{ chart, over, step, is, width, height, size, direction, words: newest.current, t },
      });
      if (picture !== null) element.replaceChildren(picture);
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
