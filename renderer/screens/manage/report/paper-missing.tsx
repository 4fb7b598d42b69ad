import { useTranslation } from 'react-i18next';
import type { ReportPage } from '../../../../core/figures/page.ts';
import { useWords } from '../figures/use-words.ts';
import style from './report.module.css';

const columns = ['day', 'time', 'place', 'unit', 'kind', 'urgency'] as const;

/** The sessions that nobody opened, where it stays with those who work there. */
export const PaperMissing = ({ page: { missing, notListed } }: { page: ReportPage }) => {
  const { t } = useTranslation(['report', 'figures']);
  const words = useWords();
  if (missing === null) return null;
  return (
    <section>
      <h2>{t('missing')}</h2>
      {missing.length === 0 ? (
        <p>{t('figures:coverage.none')}</p>
      ) : (
        <table className={style.table} data-dense>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`figures:coverage.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {missing.map((one) => (
              <tr key={one.id}>
                <td>{words.day(one.date)}</td>
                <td>{words.time(one.time)}</td>
                <td>
                  <bdi>{one.placeName}</bdi>
                </td>
                <td>
                  <bdi>{one.unitName}</bdi>
                </td>
                <td>{t(`figures:kind.${one.kind}`)}</td>
                <td>{t(`figures:urgency.${one.urgency}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {notListed > 0 && <p>{t('more', { n: notListed })}</p>}
    </section>
  );
};
