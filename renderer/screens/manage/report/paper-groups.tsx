import { useTranslation } from 'react-i18next';
import type { FiguresView } from '../../../../core/figures/view.ts';
import { figuresIn } from '../figures/groups.tsx';
import type { ToldShare } from '../figures/rate-row.tsx';
import { useWords } from '../figures/use-words.ts';
import style from './report.module.css';

/** All rates of all groups: a line for each group, a column for each rate. */
export const PaperGroups = ({ figures }: { figures: FiguresView }) => {
  const { t } = useTranslation(['report', 'figures']);
  const words = useWords();
  const { by, groups } = figures;
  const names = figuresIn(groups);
  if (by === null || names.length === 0) return null;
  const cell = (told: ToldShare | undefined) =>
    told === undefined || 'suppressed' in told ? (
      t('figures:suppressed')
    ) : (
      <>
        <strong>{words.percent(told)}</strong>
        <br />
        {words.nOfN(told)}
      </>
    );
  return (
    <section>
      <h2>{t('groups', { dimension: t(`figures:groups.dimension.${by}`) })}</h2>
      <table className={style.table} data-dense>
        <thead>
          <tr>
            <th scope="col">{t(`figures:groups.dimension.${by}`)}</th>
            {names.map((name) => (
              <th key={name} scope="col" data-number>
                {t(`figures:share.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {words.groups(by, groups).map(({ group, name: called }) => (
            <tr key={group.key}>
              <th scope="row">
                <bdi>{called}</bdi>
                {group.unit !== null && (
                  <>
                    <br />
                    <bdi className={style.light}>{group.unit}</bdi>
                  </>
                )}
              </th>
              {names.map((name) => (
                <td key={name} data-number>
                  {cell(group.shares[name])}
                </td>
              ))}
            </tr>
          ))}
          <tr data-all>
            <th scope="row">{t('figures:groups.together')}</th>
            {names.map((name) => (
              <td key={name} data-number>
                {cell(figures.total.shares[name])}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p>{t('figures:groups.notRanking')}</p>
    </section>
  );
};
