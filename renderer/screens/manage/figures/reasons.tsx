import { useTranslation } from 'react-i18next';
import { type Reasoned, reasoned } from '../../../../core/rates/case.ts';
import type { ToldFigures } from '../../../../core/rates/report.ts';
import type { Reasons as Counts } from '../../../../core/rates/total.ts';
import type { Reason } from '../../../../core/session/words.ts';
import { classes } from '../../../ui/classes.ts';
import bar from './bar.module.css';
import behind from './behind.module.css';
import { RowLink } from './behind-link.tsx';
import figures from './figures.module.css';
import style from './reasons.module.css';
import { useWords } from './use-words.ts';

/** The reasons that were given, the most first. */
export const reasonsOf = ({ counts }: Counts): { reason: Reason; count: number }[] =>
  (Object.entries(counts) as [Reason, number][])
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count);

/** Why people were not there, introductions were skipped, and patients could not: how often each was said. */
export const Reasons = ({ reasons }: Pick<ToldFigures, 'reasons'>) => {
  const { t } = useTranslation('figures');
  const most = Math.max(
    1,
    ...Object.values(reasons).flatMap((told) => ('suppressed' in told ? [] : Object.values(told.counts))),
  );
  return (
    <section className={figures.part} aria-labelledby="reasons">
      <h2 id="reasons">{t('reasons.title')}</h2>
      {reasoned.map((status) => (
        <ReasonList key={status} status={status} told={reasons[status]} most={most} />
      ))}
    </section>
  );
};

interface ReasonListProps {
  status: Reasoned;
  told: ToldFigures['reasons'][Reasoned];
  /** How often the one was said that was said most, of all. */
  most: number;
}

const ReasonList = ({ status, told, most }: ReasonListProps) => {
  const { t } = useTranslation(['figures', 'common']);
  const words = useWords();
  if (told === undefined) return null;
  if ('suppressed' in told)
    return (
      <div className={style.reasons}>
        <h3>{t(`reasons.${status}`)}</h3>
        <p className={figures.quiet}>{t('suppressed')}</p>
      </div>
    );
  const counts = reasonsOf(told);
  return (
    <div className={style.reasons}>
      <h3>
        {t(`reasons.${status}`)} <span>{words.number(told.denominator)}</span>
      </h3>
      {counts.length === 0 ? (
        <p className={figures.quiet}>{t('reasons.none')}</p>
      ) : (
        <ul>
          {counts.map(({ reason, count }) => (
            <li key={reason} className={behind.row}>
              <span>
                <RowLink closer={{ mark: status, reason }}>{t(`common:reason.${reason}`)}</RowLink>
              </span>
              <span
                className={classes(bar.bar, style.bare)}
                aria-hidden="true"
                style={{ '--share': count / most }}
              />
              <span data-number>{words.number(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
