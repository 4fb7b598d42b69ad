import { useTranslation } from 'react-i18next';
import type { NotHeld } from '../../../../core/timeline/found.ts';
import { askNotHeld, type Sought } from '../../../device/manage/sessions.ts';
import { Button } from '../../../ui/button.tsx';
import style from '../log/record.module.css';
import { useWallTime } from '../log/wall-time.ts';
import leads from '../parts/leads.module.css';
import { idOf } from './held-list.tsx';
import { Where } from './occasion.tsx';
import { Paged } from './paged.tsx';

interface NotHeldListProps {
  sought: Sought;
  onSession: (id: string) => void;
}

/** What was planned and not held: visibly missing, and not invisible. */
export const NotHeldList = ({ sought, onSession }: NotHeldListProps) => {
  const { t } = useTranslation('sessions');
  return (
    <Paged question={(ask, after) => askNotHeld(ask, sought, after)} none={t('allHeld')} from={sought.from}>
      {(items) => (
        <div className={style.room}>
          <table className={`${style.table} ${leads.rows}`} aria-label={t('list.not-held')}>
            <thead>
              <tr>
                <th scope="col">{t('column.when')}</th>
                <th scope="col">{t('column.where')}</th>
                <th scope="col">{t('column.what')}</th>
                <th scope="col">{t('column.session')}</th>
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

const Row = ({ item, onSession }: { item: NotHeld; onSession: NotHeldListProps['onSession'] }) => {
  const { t } = useTranslation(['sessions', 'start']);
  const { moment } = useWallTime();
  const { date, time, place, unit, kind, urgency, session } = item;
  return (
    <tr>
      <th scope="row" className={style.stands}>
        {moment(`${date}T${time}:00`)}
      </th>
      <Where place={place} unit={unit} />
      <td>
        <span className={style.chips}>
          <span>{t(`start:kind.${kind}`)}</span>
          {urgency !== 'elective' && <span>{t(`start:urgency.${urgency}`)}</span>}
        </span>
      </td>
      <td>
        {session === null ? (
          t('sessions:neverOpened')
        ) : (
          <Button
            id={idOf(session)}
            variant="plain"
            className={leads.link}
            onPress={() => onSession(session)}
          >
            {t('sessions:openedNotHeld')}
          </Button>
        )}
      </td>
    </tr>
  );
};
