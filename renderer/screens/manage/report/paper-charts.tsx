import { useTranslation } from 'react-i18next';
import { shares } from '../../../../core/rates/case.ts';
import { ChartKey } from '../figures/chart-key.tsx';
import { seenOn } from '../figures/seen.ts';
import { SignalWords } from '../figures/trend.tsx';
import { useWords } from '../figures/use-words.ts';
import { PaperChart } from './paper-chart.tsx';
import style from './report.module.css';
import type { Paper } from './use-report.ts';

/** How each rate went, in black and white, with what is a signal in words below it. */
export const PaperCharts = ({ page: { charts }, drawChart }: Paper) => {
  const { t } = useTranslation(['report', 'figures']);
  const words = useWords();
  const shown = shares.flatMap((name) => {
    const chart = charts.shares[name];
    const seen = chart === undefined ? null : seenOn(chart, charts.over);
    return chart === undefined || seen === null ? [] : [{ name, chart, seen }];
  });
  if (shown.length === 0) return null;
  const signals = shown.flatMap(({ seen }) => seen.signals);
  return (
    <section className={style.chartsPart}>
      <h2>{t('charts')}</h2>
      <ChartKey signals={signals} />
      <p>{t('figures:trend.limits')}</p>
      <div className={style.charts}>
        {shown.map(({ name, chart, seen }) => (
          <figure key={name} className={style.chart}>
            <figcaption>
              <strong>{t(`figures:share.${name}`)}</strong>
              {t('chartsFrom', {
                first: words.point(seen.first, charts.step),
                last: words.point(seen.last, charts.step),
                percent: words.percentAt(chart.centre),
              })}
            </figcaption>
            {drawChart !== null && <PaperChart of={chart} charts={charts} drawChart={drawChart} />}
            <SignalWords signals={seen.signals} step={charts.step} />
          </figure>
        ))}
      </div>
    </section>
  );
};
