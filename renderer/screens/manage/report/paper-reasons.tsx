import { useTranslation } from 'react-i18next';
import type { FiguresView } from '../../../../core/figures/view.ts';
import { reasoned } from '../../../../core/rates/case.ts';
import { reasonsOf } from '../figures/reasons.tsx';
import { useWords } from '../figures/use-words.ts';
import style from './report.module.css';

/** Why people were not there, introductions were skipped, and patients could not. */
export const PaperReasons = ({ figures: { total } }: { figures: FiguresView }) => {
  const { t } = useTranslation(['report', 'figures', 'common']);
  const words = useWords();
  return (
    <section>
      <h2>{t('reasons')}</h2>
      <table className={style.table}>
        {reasoned.map((status) => {
          const told = total.reasons[status];
          if (told === undefined) return null;
          const isHidden = 'suppressed' in told;
          return (
            <tbody key={status}>
              <tr data-all>
                <th scope="rowgroup">{t(`figures:reasons.${status}`)}</th>
                <td data-number>{isHidden ? t('figures:suppressed') : words.number(told.denominator)}</td>
              </tr>
              {!isHidden &&
                reasonsOf(told).map(({ reason, count }) => (
                  <tr key={reason}>
                    <td>{t(`common:reason.${reason}`)}</td>
                    <td data-number>{words.number(count)}</td>
                  </tr>
                ))}
            </tbody>
          );
        })}
      </table>
    </section>
  );
};
