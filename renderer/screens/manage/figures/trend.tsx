import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Charts, PChart } from '../../../../core/figures/view.ts';
import type { Share } from '../../../../core/rates/case.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import table from '../parts/table.module.css';
import behind from './behind.module.css';
import { RowLink } from './behind-link.tsx';
import { Chart } from './chart.tsx';
import { ChartKey } from './chart-key.tsx';
import figures from './figures.module.css';
import { placed } from './p-chart.ts';
import { Points } from './points.tsx';
import { type Seen, seenOn } from './seen.ts';
import style from './trend.module.css';
import { useWords } from './use-words.ts';

interface TrendTableProps {
  name: Share;
  chart: PChart | undefined;
  charts: Charts | null;
}

interface TrendProps extends TrendTableProps {
  /** The charts did not come. */
  isLate: boolean;
}

/** How a rate went: its chart, and the same in words. */
export const Trend = ({ name, chart, charts, isLate }: TrendProps) => {
  const { t } = useTranslation('figures');
  if (charts === null) return <p className={style.trend}>{t(isLate ? 'trend.failed' : 'trend.loading')}</p>;
  const seen = chart === undefined ? null : seenOn(chart, charts.over);
  if (chart === undefined || seen === null) return <p className={style.trend}>{t('trend.none')}</p>;
  return (
    <div className={style.trend}>
      <h4>{t('trend.title')}</h4>
      <Points chart={chart} charts={charts}>
        <Chart
          chart={chart}
          over={charts.over}
          step={charts.step}
          is="whole"
          label={t('trend.chart', { figure: t(`share.${name}`) })}
        />
      </Points>
      <ChartKey signals={seen.signals} />
      <SeenWords seen={seen} chart={chart} step={charts.step} />
    </div>
  );
};

/** What a chart shows, for everybody: it is also how it is read to whoever does not see it. */
const SeenWords = ({ seen, chart, step }: { seen: Seen; chart: PChart; step: Charts['step'] }) => {
  const { t } = useTranslation('figures');
  const words = useWords();
  const when = (days: Seen['first']) => words.point(days, step);
  const { first, last, newest, lowest, highest, signals } = seen;
  return (
    <div className={style.seen}>
      <p>
        {[
          t('trend.span', { first: when(first), last: when(last) }),
          t('trend.middle', { percent: words.percentAt(chart.centre) }),
          t('trend.newest', { when: when(newest.over), percent: words.percent(newest) }),
          t('trend.lowest', { when: when(lowest.over), percent: words.percent(lowest) }),
          t('trend.highest', { when: when(highest.over), percent: words.percent(highest) }),
        ].join(' ')}
      </p>
      <SignalWords signals={signals} step={step} />
      {signals.length > 0 && <p>{t('trend.ask')}</p>}
      <p className={figures.quiet}>{t('trend.limits')}</p>
    </div>
  );
};

/** What lies outside its limits or in a row on one side, in words; or that nothing does. */
export const SignalWords = ({ signals, step }: { signals: Seen['signals']; step: Charts['step'] }) => {
  const { t } = useTranslation('figures');
  const { list } = useLanguage();
  const words = useWords();
  const when = (days: Seen['first']) => words.point(days, step);
  if (signals.length === 0) return <p>{t('trend.quiet')}</p>;
  return (
    <ul>
      {signals.map((one) =>
        'points' in one ? (
          <li key={one.is}>
            {t(`trend.${one.is}`, {
              list: list(
                one.points.map((point) =>
                  t('trend.item', { when: when(point.over), percent: words.percent(point) }),
                ),
              ),
            })}
          </li>
        ) : (
          <li key={`${one.is} ${one.from.from}`}>
            {t(`trend.${one.is}`, { first: when(one.from), last: when(one.to), n: one.count })}
          </li>
        ),
      )}
    </ul>
  );
};

/** The table behind a chart. */
export const TrendAsTable = ({ name, chart, charts }: TrendTableProps) => {
  const { t } = useTranslation('figures');
  const [isOpen, setIsOpen] = useState(false);
  if (charts === null || chart === undefined || placed(chart, charts.over).length === 0) return null;
  return (
    <div className={style.asTable}>
      <Button variant="plain" aria-expanded={isOpen} onPress={() => setIsOpen((is) => !is)}>
        {t('trend.table')}
      </Button>
      {isOpen && <TrendTable name={name} chart={chart} charts={charts} />}
    </div>
  );
};

const TrendTable = ({ name, chart, charts }: { name: Share; chart: PChart; charts: Charts }) => {
  const { t } = useTranslation('figures');
  const words = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be within reach of a keyboard.
    <div className={table.scrolls} tabIndex={0}>
      <table className={table.table}>
        <caption className="only-heard">{t('trend.chart', { figure: t(`share.${name}`) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trend.column.when')}</th>
            <th scope="col" data-number>
              {t('trend.column.percent')}
            </th>
            <th scope="col" data-number>
              {t('trend.column.of')}
            </th>
            <th scope="col" data-number>
              {t('trend.column.missing')}
            </th>
            <th scope="col" data-number>
              {t('trend.column.limits')}
            </th>
            <th scope="col">{t('trend.column.signal')}</th>
          </tr>
        </thead>
        <tbody>
          {placed(chart, charts.over).map((point) => (
            <tr key={point.at} className={behind.row}>
              <th scope="row" data-when>
                <RowLink closer={{ days: point.over }}>{words.point(point.over, charts.step)}</RowLink>
              </th>
              <td data-number>{words.percent(point)}</td>
              <td data-number>{words.nOfN(point)}</td>
              <td data-number>{words.number(point.missing)}</td>
              <td data-number>
                {t('trend.between', {
                  lower: words.percentFine(point.lower),
                  upper: words.percentFine(point.upper),
                })}
              </td>
              <td>{point.signal === null ? '' : t(`trend.word.${point.signal}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
