import { useTranslation } from 'react-i18next';
import type { FiguresGroup, FiguresView } from '../../../../core/figures/view.ts';
import { type Dimension, dimensions } from '../../../../core/rates/breakdown.ts';
import { type Share, shares } from '../../../../core/rates/case.ts';
import { Pick } from '../parts/pick.tsx';
import table from '../parts/table.module.css';
import type { Wanted } from './asked.ts';
import bar from './bar.module.css';
import behind from './behind.module.css';
import { closerTo } from './behind.ts';
import { RowLink } from './behind-link.tsx';
import figures from './figures.module.css';
import style from './groups.module.css';
import { sumOf, type ToldShare } from './rate-row.tsx';
import { useWords } from './use-words.ts';

interface GroupsProps {
  view: FiguresView;
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

/** The figures that the groups have: by role only what is about people. */
export const figuresIn = (groups: readonly FiguresGroup[]): Share[] =>
  shares.filter((name) => groups.some((group) => group.shares[name] !== undefined));

/** One figure, compared in units, places, roles, shifts, urgency or months: as a table with a small bar in each line. */
export const Groups = ({ view, wanted, onChange }: GroupsProps) => {
  const { t } = useTranslation('figures');
  const by = view.by ?? wanted.by;
  const told = figuresIn(view.groups);
  const figure = told.includes(wanted.figure) ? wanted.figure : (told[0] ?? wanted.figure);
  return (
    <section className={figures.part} aria-labelledby="groups">
      <h2 id="groups">{t('groups.title')}</h2>
      <div className={style.picks}>
        <Pick
          label={t('groups.by')}
          value={wanted.by}
          options={dimensions.map((value) => ({ value, label: t(`groups.dimension.${value}`) }))}
          onChange={(next) => onChange({ ...wanted, by: next })}
        />
        <Pick
          label={t('groups.figure')}
          value={figure}
          options={(told.length === 0 ? [figure] : told).map((value) => ({
            value,
            label: t(`share.${value}`),
          }))}
          onChange={(next) => onChange({ ...wanted, figure: next })}
        />
      </div>
      {by === 'role' && <p className={figures.quiet}>{t('groups.rolesOnly')}</p>}
      {view.groups.length === 0 ? (
        <p>{t('groups.none')}</p>
      ) : (
        <GroupsTable view={view} by={by} figure={figure} />
      )}
      <p className={figures.quiet}>{t('groups.notRanking')}</p>
    </section>
  );
};

interface GroupsTableProps {
  view: FiguresView;
  by: Dimension;
  figure: Share;
}

const GroupsTable = ({ view, by, figure }: GroupsTableProps) => {
  const { t } = useTranslation('figures');
  const words = useWords();
  const all = view.total.shares[figure];
  const middle = all === undefined || 'suppressed' in all ? null : all.rate;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be within reach of a keyboard.
    <div className={table.scrolls} tabIndex={0}>
      <table className={table.table}>
        <caption className="only-heard">{t('groups.table', { figure: t(`share.${figure}`) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`groups.dimension.${by}`)}</th>
            <td className={style.barColumn} />
            <th scope="col" data-number>
              {t('groups.column.percent')}
            </th>
            <th scope="col" data-number>
              {t('groups.column.of')}
            </th>
            <th scope="col" data-number>
              {t('groups.column.missing')}
            </th>
            <th scope="col" data-number>
              {t('groups.column.excluded')}
            </th>
          </tr>
        </thead>
        <tbody>
          {words.groups(by, view.groups).map(({ group, name }) => (
            <GroupRow
              key={group.key}
              name={name}
              closer={closerTo(by, group.key, view)}
              beside={group.unit}
              share={group.shares[figure]}
              middle={middle}
            />
          ))}
        </tbody>
        <tfoot>
          <GroupRow name={t('groups.together')} closer={null} beside={null} share={all} middle={middle} />
        </tfoot>
      </table>
    </div>
  );
};

interface GroupRowProps {
  name: string;
  /** The sessions behind it; null where they cannot be looked for by this. */
  closer: ReturnType<typeof closerTo>;
  beside: string | null;
  share: ToldShare | undefined;
  /** The share in all together, which each bar has a line at. */
  middle: number | null;
}

const GroupRow = ({ name, closer, beside, share, middle }: GroupRowProps) => {
  const { t } = useTranslation('figures');
  const words = useWords();
  const isHidden = share === undefined || 'suppressed' in share;
  return (
    <tr className={behind.row}>
      <th scope="row">
        <RowLink closer={closer}>
          <bdi>{name}</bdi>
        </RowLink>
        {beside !== null && (
          <span className={style.unit}>
            <bdi>{beside}</bdi>
          </span>
        )}
      </th>
      <td className={style.barColumn}>
        {!isHidden && share.rate !== null && (
          <span
            className={bar.bar}
            style={{ '--share': share.rate, ...(middle === null ? {} : { '--middle': middle }) }}
          />
        )}
      </td>
      {isHidden ? (
        <td colSpan={4} className={figures.quiet}>
          {t('suppressed')}
        </td>
      ) : (
        <>
          <td data-number>{words.percent(share)}</td>
          <td data-number>{words.nOfN(share)}</td>
          <td data-number>{words.number(share.missing)}</td>
          <td data-number>{words.number(sumOf(share.excluded))}</td>
        </>
      )}
    </tr>
  );
};
