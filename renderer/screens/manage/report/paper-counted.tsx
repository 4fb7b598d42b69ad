import { useTranslation } from 'react-i18next';
import type { FiguresView } from '../../../../core/figures/view.ts';
import { shares } from '../../../../core/rates/case.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { exclusionsOf } from '../figures/counted.tsx';
import style from './report.module.css';

/** How each rate is counted, and who was left out of it and why. */
export const PaperCounted = ({ figures: { total } }: { figures: FiguresView }) => {
  const { t } = useTranslation(['report', 'figures']);
  const { list } = useLanguage();
  return (
    <section>
      <h2>{t('counted')}</h2>
      {shares.map((name) => {
        const told = total.shares[name];
        if (told === undefined) return null;
        const exclusions = 'suppressed' in told ? [] : exclusionsOf(told);
        return (
          <div key={name} className={style.counted}>
            <h3>{t(`figures:share.${name}`)}</h3>
            <dl>
              <dt>{t('figures:counted.n')}</dt>
              <dd>{t(`figures:define.${name}.n`)}</dd>
              <dt>{t('figures:counted.N')}</dt>
              <dd>{t(`figures:define.${name}.N`)}</dd>
              {exclusions.length > 0 && (
                <>
                  <dt>{t('figures:counted.excluded')}</dt>
                  <dd>
                    {list(
                      exclusions.map(({ why, count }) =>
                        t('figures:counted.one', { why: t(`figures:why.${why}`), n: count }),
                      ),
                    )}
                  </dd>
                </>
              )}
            </dl>
          </div>
        );
      })}
    </section>
  );
};
