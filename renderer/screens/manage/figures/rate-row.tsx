import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Charts } from '../../../../core/figures/view.ts';
import type { Share } from '../../../../core/rates/case.ts';
import type { ToldFigures } from '../../../../core/rates/report.ts';
import { Button } from '../../../ui/button.tsx';
import { FigureLinks } from './behind-link.tsx';
import { Chart } from './chart.tsx';
import { Counted } from './counted.tsx';
import figures from './figures.module.css';
import { changeOf } from './percent.ts';
import style from './rate-row.module.css';
import { Trend, TrendAsTable } from './trend.tsx';
import { useWords } from './use-words.ts';

export type ToldShare = NonNullable<ToldFigures['shares'][Share]>;

interface RateRowProps {
  name: Share;
  share: ToldShare;
  before: ToldShare | undefined;
  suppressedBelow: number | null;
  charts: Charts | null;
  /** The charts did not come. */
  isLate: boolean;
}

export const sumOf = (counts: Partial<Record<string, number>>): number =>
  Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);

/** One rate on a line; one tap shows how it is counted, and its chart. */
export const RateRow = ({ name, share, before, suppressedBelow, charts, isLate }: RateRowProps) => {
  const { t } = useTranslation('figures');
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const chart = charts?.shares[name];
  const figure = t(`share.${name}`);
  const isHidden = 'suppressed' in share;
  return (
    <li className={style.row}>
      <div className={style.line}>
        <p className={style.percent} data-none={isHidden || share.denominator === 0 || undefined}>
          {isHidden ? t('suppressed') : share.denominator === 0 ? '–' : words.percent(share)}
        </p>
        <div className={style.what}>
          <h3>{figure}</h3>
          {isHidden ? (
            <p className={figures.quiet}>{t('suppressedWhy', { n: suppressedBelow ?? 0 })}</p>
          ) : (
            <p className={figures.beside}>
              <strong>{share.denominator === 0 ? t('nothing') : words.nOfN(share)}</strong>
              <span>{t('missing', { count: share.missing })}</span>
              <span>{t('excluded', { count: sumOf(share.excluded) })}</span>
            </p>
          )}
        </div>
        <p className={style.change}>
          <ChangeWords share={share} before={before} />
        </p>
        <div className={style.spark}>
          {charts !== null && chart !== undefined && (
            <Chart chart={chart} over={charts.over} step={charts.step} is="small" />
          )}
        </div>
        <Button
          variant="plain"
          className={style.about}
          aria-label={t('about', { figure })}
          aria-expanded={isOpen}
          aria-controls={id}
          onPress={() => setIsOpen((is) => !is)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" data-open={isOpen || undefined}>
            <path d="M3 6l5 5 5-5" />
          </svg>
        </Button>
      </div>
      <div id={id} className={style.more} hidden={!isOpen}>
        {isOpen && (
          <>
            <Trend name={name} chart={chart} charts={charts} isLate={isLate} />
            {!isHidden && (
              <div className={style.counted}>
                <Counted name={name} share={share} />
                <FigureLinks name={name} />
              </div>
            )}
            <TrendAsTable name={name} chart={chart} charts={charts} />
          </>
        )}
      </div>
    </li>
  );
};

const ChangeWords = ({ share, before }: Pick<RateRowProps, 'share' | 'before'>) => {
  const { t } = useTranslation('figures');
  const change =
    before === undefined || 'suppressed' in before || 'suppressed' in share ? null : changeOf(share, before);
  if (change === null) return t('change.none');
  return change.is === 'same' ? t('change.same') : t(`change.${change.is}`, { count: change.points });
};
