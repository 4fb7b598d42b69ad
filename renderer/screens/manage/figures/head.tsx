import { useTranslation } from 'react-i18next';
import type { Days, FiguresView } from '../../../../core/figures/view.ts';
import { PrintReport } from '../report/print-report.tsx';
import type { Wanted } from './asked.ts';
import style from './head.module.css';
import { useWhat } from './use-what.ts';
import { useWords } from './use-words.ts';

interface HeadProps {
  view: FiguresView | null;
  days: Days;
  wanted: Wanted;
}

/** Which days, of what, and how many sessions; and the way to paper. */
export const Head = ({ view, days, wanted }: HeadProps) => {
  const { t } = useTranslation('figures');
  const words = useWords();
  const any = view === null || view.choices.days === null ? null : view;
  return (
    <header className={style.head}>
      <div className={style.title}>
        <h1 tabIndex={-1} className={style.name}>
          {words.days(days)}
        </h1>
        {any !== null && (
          <p className={style.facts}>
            <What view={any} />
            {any.sessions !== null && <span>{t('sessions', { count: any.sessions })}</span>}
            <span>{t('before', { period: words.days(any.previous.days) })}</span>
            {any.made.slice(0, 10) <= any.days.to && <span>{t('running')}</span>}
          </p>
        )}
      </div>
      {any !== null && <PrintReport view={any} days={days} wanted={wanted} />}
    </header>
  );
};

const What = ({ view }: { view: FiguresView }) => <bdi>{useWhat(view)}</bdi>;
