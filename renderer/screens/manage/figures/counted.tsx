import { useTranslation } from 'react-i18next';
import type { Exclusion, Share } from '../../../../core/rates/case.ts';
import type { Figure } from '../../../../core/rates/total.ts';
import style from './counted.module.css';
import { useWords } from './use-words.ts';

interface CountedProps {
  name: Share;
  share: Figure;
}

/** The exclusions that there are, the most first. */
export const exclusionsOf = ({ excluded }: Pick<Figure, 'excluded'>): { why: Exclusion; count: number }[] =>
  (Object.entries(excluded) as [Exclusion, number][])
    .map(([why, count]) => ({ why, count }))
    .sort((one, other) => other.count - one.count);

/** How a rate is counted, in plain words: what is n, what is N, what is missing, who is left out and why. */
export const Counted = ({ name, share }: CountedProps) => {
  const { t } = useTranslation('figures');
  const words = useWords();
  const exclusions = exclusionsOf(share);
  return (
    <div className={style.counted}>
      <h4>{t('counted.title')}</h4>
      <dl>
        <div>
          <dt>{t('counted.n')}</dt>
          <dd>{t(`define.${name}.n`)}</dd>
        </div>
        <div>
          <dt>{t('counted.N')}</dt>
          <dd>{t(`define.${name}.N`)}</dd>
        </div>
        {share.missing > 0 && (
          <div>
            <dt>{t('missing', { count: share.missing })}</dt>
            <dd>{t('counted.missingIs')}</dd>
          </div>
        )}
        <div>
          <dt>{t('counted.excluded')}</dt>
          <dd>
            {exclusions.length === 0 ? (
              t('counted.noneLeftOut')
            ) : (
              <>
                {t('counted.excludedIs')}
                <ul>
                  {exclusions.map(({ why, count }) => (
                    <li key={why}>
                      <span data-count>{words.number(count)}</span> {t(`why.${why}`)}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
};
