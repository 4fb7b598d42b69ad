import { useTranslation } from 'react-i18next';
import type { FiguresView } from '../../../../core/figures/view.ts';
import { timings } from '../../../../core/rates/case.ts';
import { useWords } from '../figures/use-words.ts';
import style from './report.module.css';

/** Seconds: the median, and between what a quarter and three quarters lie. */
export const PaperTimes = ({ figures: { total } }: { figures: FiguresView }) => {
  const { t } = useTranslation(['report', 'figures']);
  const words = useWords();
  return (
    <section>
      <h2>{t('time.title')}</h2>
      <table className={style.table}>
        <thead>
          <tr>
            <td />
            {(['median', 'lower', 'upper', 'known'] as const).map((column) => (
              <th key={column} scope="col" data-number>
                {t(`time.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timings.map((name) => {
            const told = total.timings[name];
            if (told === undefined) return null;
            const seconds = (value: number | null) => (value === null ? '–' : words.seconds(value));
            return (
              <tr key={name}>
                <th scope="row">{t(`figures:time.${name}`)}</th>
                {'suppressed' in told ? (
                  <td colSpan={4}>{t('figures:suppressed')}</td>
                ) : (
                  <>
                    <td data-number data-share>
                      {seconds(told.median)}
                    </td>
                    <td data-number>{seconds(told.lower)}</td>
                    <td data-number>{seconds(told.upper)}</td>
                    <td data-number>{words.number(told.denominator)}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
