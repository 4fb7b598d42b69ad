import { useTranslation } from 'react-i18next';
import type { Charts, FiguresView, Step } from '../../../../core/figures/view.ts';
import { steps } from '../../../../core/figures/view.ts';
import { shares } from '../../../../core/rates/case.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { RateRow } from './rate-row.tsx';
import style from './rates.module.css';

interface RatesProps {
  view: FiguresView;
  charts: Charts | null;
  /** Asks for the charts once more, where there was no answer. */
  onAgain: (() => void) | null;
  step: Step;
  onStep: (step: Step) => void;
}

/** Every rate: how high, how many of how many, what was missing and left out, and how it went. */
export const Rates = ({ view, charts, onAgain, step, onStep }: RatesProps) => {
  const { t } = useTranslation('figures');
  return (
    <section className={style.rates} aria-labelledby="rates">
      <div className={style.ratesHead}>
        <h2 id="rates">{t('rates')}</h2>
        <Segments
          label={t('trend.label')}
          options={[...steps].reverse().map((value) => ({ value, label: t(`trend.${value}`) }))}
          value={step}
          onChange={onStep}
        />
      </div>
      {onAgain !== null && (
        <Notice happened={t('trend.failed')}>
          <Button onPress={onAgain}>{t('again')}</Button>
        </Notice>
      )}
      <ul className={style.rows}>
        {shares.map((name) => {
          const share = view.total.shares[name];
          return share === undefined ? null : (
            <RateRow
              key={name}
              name={name}
              share={share}
              before={view.previous.total.shares[name]}
              suppressedBelow={view.suppressedBelow}
              charts={charts}
              isLate={onAgain !== null}
            />
          );
        })}
      </ul>
    </section>
  );
};
