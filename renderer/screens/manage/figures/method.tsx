import { useTranslation } from 'react-i18next';
import type { FiguresView } from '../../../../core/figures/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import style from './method.module.css';
import { useWords } from './use-words.ts';

/** How all of it is to be read. */
export const Method = ({ view }: { view: Pick<FiguresView, 'shifts' | 'suppressedBelow'> }) => {
  const { t } = useTranslation('figures');
  const { list } = useLanguage();
  const words = useWords();
  return (
    <section className={style.method} aria-labelledby="method">
      <h2 id="method">{t('method.title')}</h2>
      <p>{t('method.ratio')}</p>
      <p>{t('method.missing')}</p>
      <p>{t('method.excluded')}</p>
      <p>{t('method.people')}</p>
      <p>{t('method.shifts', { times: list(view.shifts.map(words.time)) })}</p>
      {view.suppressedBelow !== null && <p>{t('suppressedAll', { n: view.suppressedBelow })}</p>}
    </section>
  );
};
