import { useTranslation } from 'react-i18next';
import { timings as names } from '../../../../core/rates/case.ts';
import type { ToldFigures } from '../../../../core/rates/report.ts';
import figures from './figures.module.css';
import style from './times.module.css';
import { useWords } from './use-words.ts';

/** Seconds for an introduction and for each kind of round: the median, and the half in the middle. */
export const Times = ({ timings }: Pick<ToldFigures, 'timings'>) => {
  const { t } = useTranslation('figures');
  const words = useWords();
  const longest = Math.max(
    1,
    ...Object.values(timings).map((one) => ('suppressed' in one ? 0 : (one.upper ?? one.median ?? 0))),
  );
  return (
    <section className={figures.part} aria-labelledby="times">
      <h2 id="times">{t('time.title')}</h2>
      <ul className={style.times}>
        {names.map((name) => {
          const one = timings[name];
          if (one === undefined) return null;
          return (
            <li key={name}>
              <h3>{t(`time.${name}`)}</h3>
              {'suppressed' in one ? (
                <p className={figures.quiet}>{t('suppressed')}</p>
              ) : one.median === null || one.lower === null || one.upper === null ? (
                <p className={figures.quiet}>{t('nothing')}</p>
              ) : (
                <>
                  <p className={style.median}>{t('time.seconds', { seconds: words.seconds(one.median) })}</p>
                  <span
                    className={style.range}
                    aria-hidden="true"
                    style={{
                      ...{ '--lower': one.lower / longest, '--upper': one.upper / longest },
                      '--at': one.median / longest,
                    }}
                  />
                  <p className={figures.beside}>
                    <span>
                      {t('time.half', { lower: words.seconds(one.lower), upper: words.seconds(one.upper) })}
                    </span>
                    <span>{t('time.known', { n: one.denominator })}</span>
                    {one.missing > 0 && <span>{t('time.missing', { n: one.missing })}</span>}
                  </p>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className={figures.quiet}>{t('time.what')}</p>
    </section>
  );
};
