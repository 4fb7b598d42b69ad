import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Charts, PChart } from '../../../../core/figures/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import chart from '../figures/chart.module.css';
import { pictureOf } from '../figures/chart-picture.ts';
import { useWords } from '../figures/use-words.ts';
import type { Paper } from './use-report.ts';

interface PaperChartProps {
  of: PChart;
  charts: Charts;
  drawChart: NonNullable<Paper['drawChart']>;
}

/** Two of them stand beside each other on A4 and on Letter. In CSS px, which on paper are a 96th of an inch. */
const size = { width: 326, height: 150, size: 9.5 };

/** A p-chart on paper, there at once: what is printed does not wait. */
export const PaperChart = ({ of, charts: { over, step }, drawChart }: PaperChartProps) => {
  const place = useRef<HTMLDivElement>(null);
  const { t } = useTranslation('figures');
  const { direction } = useLanguage();
  const words = useWords();
  useLayoutEffect(() => {
    const picture = pictureOf(drawChart, {
      ...{ chart: of, over, step, is: 'whole', ...size, direction, words, t },
    });
    if (picture !== null) place.current?.replaceChildren(picture);
  });
  return <div ref={place} className={chart.paper} aria-hidden="true" />;
};
