import { useTranslation } from 'react-i18next';
import type { RoundFound, SessionFound } from '../../../../core/timeline/found.ts';
import { askHeld, type Sought } from '../../../device/manage/sessions.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import style from '../log/record.module.css';
import { useWallTime } from '../log/wall-time.ts';
import leads from '../parts/leads.module.css';
import { Where } from './occasion.tsx';
import { Paged } from './paged.tsx';

interface HeldListProps {
  sought: Sought;
  onSession: (id: string) => void;
}

/** What leads to a session has this id. */
export const idOf = (session: string): string => `found-${session}`;

/** What leads to a session in the list, where it is there. */
export const rowOf = (session: string): HTMLElement | null => document.getElementById(idOf(session));

/** The sessions that were found, a row each, which leads to the session wherever it is touched. */
export const HeldList = ({ sought, onSession }: HeldListProps) => {
  const { t } = useTranslation('sessions');
  return (
    <Paged
      question={(ask, after) => askHeld(ask, sought, after)}
      none={t('none')}
      noneTodo={t('noneTodo')}
      from={sought.from}
    >
      {(items) => (
        <div className={style.room}>
          <table className={`${style.table} ${leads.rows}`} aria-label={t('title')}>
            <thead>
              <tr>
                <th scope="col">{t('column.when')}</th>
                <th scope="col">{t('column.where')}</th>
                <th scope="col">{t('column.what')}</th>
                <th scope="col">{t('column.rounds')}</th>
                <th scope="col">{t('column.marks')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Row key={item.id} item={item} onSession={onSession} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Paged>
  );
};

/** When it was is what is read and tabbed to; it is as large as its row. */
const Row = ({ item, onSession }: { item: SessionFound; onSession: HeldListProps['onSession'] }) => {
  const { t } = useTranslation(['sessions', 'start']);
  const { moment } = useWallTime();
  const { id, opened, closed, place, unit, kind, urgency, rounds, marks, invented } = item;
  return (
    <tr>
      <th scope="row">
        <Button id={idOf(id)} variant="plain" className={leads.link} onPress={() => onSession(id)}>
          <span className={style.one}>{moment(opened)}</span>
        </Button>
      </th>
      <Where place={place} unit={unit} />
      <td>
        <span className={style.chips}>
          <span>{t(`start:kind.${kind}`)}</span>
          {urgency !== 'elective' && <span>{t(`start:urgency.${urgency}`)}</span>}
          {closed === null && <strong>{t('sessions:open')}</strong>}
          {invented && <strong>{t('sessions:invented')}</strong>}
        </span>
      </td>
      <td>
        {rounds.length === 0 ? (
          t('sessions:noRound')
        ) : (
          <span className={style.lines}>
            {rounds.map((round, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a round is its place.
              <Round key={at} round={round} />
            ))}
          </span>
        )}
      </td>
      <td>
        <span className={style.lines}>
          {marks.map((mark) => (
            <span key={mark}>{t(`sessions:mark.${mark}`)}</span>
          ))}
        </span>
      </td>
    </tr>
  );
};

/** How many of those in a round were introduced, or known already. */
const Round = ({ round: { kind, counts } }: { round: RoundFound }) => {
  const { t } = useTranslation(['sessions', 'board']);
  const { number } = useLanguage();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const done = (counts.introduced ?? 0) + (counts['already-known'] ?? 0);
  return (
    <span className={style.one}>
      {t('sessions:share', { round: t(`board:person.${kind}`), n: number(done), N: number(all) })}
    </span>
  );
};
