import { useTranslation } from 'react-i18next';
import type { FiguresView } from '../../../../core/figures/view.ts';
import { shares } from '../../../../core/rates/case.ts';
import { sumOf, type ToldShare } from '../figures/rate-row.tsx';
import { useWords } from '../figures/use-words.ts';
import style from './report.module.css';

/** Every rate on a line, with what it was before. */
export const PaperRates = ({ figures }: { figures: FiguresView }) => {
  const { t } = useTranslation(['report', 'figures']);
  const words = useWords();
  const share = (told: ToldShare | undefined) =>
    told === undefined || 'suppressed' in told ? t('figures:suppressed') : words.percent(told);
  return (
    <section>
      <h2>{t('rates.title')}</h2>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('rates.figure')}</th>
            {(['share', 'of', 'missing', 'excluded', 'before'] as const).map((column) => (
              <th key={column} scope="col" data-number>
                {t(`rates.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shares.map((name) => {
            const told = figures.total.shares[name];
            if (told === undefined) return null;
            const before = share(figures.previous.total.shares[name]);
            return (
              <tr key={name}>
                <th scope="row">{t(`figures:share.${name}`)}</th>
                <td data-number data-share>
                  {share(told)}
                </td>
                {'suppressed' in told ? (
                  <td colSpan={3} />
                ) : (
                  <>
                    <td data-number>{words.nOfN(told)}</td>
                    <td data-number>{words.number(told.missing)}</td>
                    <td data-number>{words.number(sumOf(told.excluded))}</td>
                  </>
                )}
                <td data-number>{before}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
