import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FiguresView, MissingSession } from '../../../../core/figures/view.ts';
import { askMissing, missingIn } from '../../../device/manage/figures.ts';
import { Button } from '../../../ui/button.tsx';
import { useAsked, useManager } from '../manager.ts';
import table from '../parts/table.module.css';
import behind from './behind.module.css';
import { RowLink } from './behind-link.tsx';
import style from './coverage.module.css';
import figures from './figures.module.css';
import { useWords } from './use-words.ts';

/** Sessions that were on the schedule and that nobody opened: what never happened is visibly missing. */
export const Coverage = ({ view }: { view: FiguresView }) => {
  const { t } = useTranslation('figures');
  const share = view.total.shares.coverage;
  if (share === undefined || 'suppressed' in share) return null;
  return (
    <section className={figures.part} aria-labelledby="missing">
      <h2 id="missing">{t('coverage.title')}</h2>
      {share.missing === 0 ? (
        <p>{t(share.denominator === 0 ? 'coverage.nothing' : 'coverage.none')}</p>
      ) : (
        <>
          <p>{t('coverage.count', { n: share.missing })}</p>
          <Missing key={JSON.stringify([view.days, view.filters])} view={view} />
        </>
      )}
    </section>
  );
};

const Missing = ({ view: { days, filters } }: { view: FiguresView }) => {
  const { t } = useTranslation('figures');
  const { ask } = useManager();
  const [more, setMore] = useState<MissingSession[]>([]);
  const [after, setAfter] = useState<string | null | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const first = useAsked('first', async (asking) => missingIn(await asking(askMissing(days, filters, null))));
  if (first.value === null) return first.is === 'failed' ? <p>{t('failed')}</p> : <p>{t('loading')}</p>;
  const next = after === undefined ? first.value.next : after;
  const showMore = async () => {
    setFailed(false);
    const page = await ask(askMissing(days, filters, next))
      .then(missingIn)
      .catch(() => null);
    if (page === null) return setFailed(true);
    setMore((shown) => [...shown, ...page.sessions]);
    setAfter(page.next);
  };
  return (
    <>
      <MissingTable sessions={[...first.value.sessions, ...more]} />
      {failed && <p role="alert">{t('failed')}</p>}
      {next !== null && (
        <Button className={style.showMore} onPress={showMore}>
          {t('coverage.more')}
        </Button>
      )}
    </>
  );
};

/** What was planned and not held in the same place on the same day; what was held there instead is one touch away. */
const closerTo = ({ date, unit, place }: MissingSession) => ({
  ...{ days: { from: date, to: date }, filters: { unit, place, kind: null, urgency: null } },
  list: 'not-held' as const,
});

const MissingTable = ({ sessions }: { sessions: readonly MissingSession[] }) => {
  const { t } = useTranslation('figures');
  const words = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be within reach of a keyboard.
    <div className={table.scrolls} tabIndex={0}>
      <table className={table.table}>
        <caption className="only-heard">{t('coverage.table')}</caption>
        <thead>
          <tr>
            {(['day', 'time', 'place', 'unit', 'kind', 'urgency'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`coverage.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map((one) => (
            <tr key={one.id} className={behind.row}>
              <th scope="row">
                <RowLink closer={closerTo(one)}>{words.day(one.date)}</RowLink>
              </th>
              <td data-time>{words.time(one.time)}</td>
              <td>
                <bdi>{one.placeName}</bdi>
              </td>
              <td>
                <bdi>{one.unitName}</bdi>
              </td>
              <td>{t(`kind.${one.kind}`)}</td>
              <td>{t(`urgency.${one.urgency}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
