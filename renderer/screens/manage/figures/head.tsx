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
  return (
    <header className={style.head}>
      <div className={style.title}>
        <h1 tabIndex={-1} className={style.name}>
          {words.days(days)}
        </h1>
        {view !== null && (
          <p className={style.facts}>
            <What view={view} />
            {view.sessions !== null && <span>{t('sessions', { count: view.sessions })}</span>}
            <span>{t('before', { period: words.days(view.previous.days) })}</span>
            {view.made.slice(0, 10) <= view.days.to && <span>{t('running')}</span>}
          </p>
        )}
      </div>
      {view !== null && <PrintReport view={view} days={days} wanted={wanted} />}
    </header>
  );
};

const What = ({ view }: { view: FiguresView }) => <bdi>{useWhat(view)}</bdi>;
