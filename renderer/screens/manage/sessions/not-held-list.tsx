import { useTranslation } from 'react-i18next';
import type { NotHeld } from '../../../../core/timeline/found.ts';
import { askNotHeld, type Sought } from '../../../device/manage/sessions.ts';
import { Button } from '../../../ui/button.tsx';
import style from '../log/record.module.css';
import { useWallTime } from '../log/wall-time.ts';
import { idOf } from './held-list.tsx';
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
          <table className={style.table} aria-label={t('list.not-held')}>
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
      <td>
        <span className={style.lines}>
          <span>
            <bdi>{place ?? t('sessions:unknownPlace')}</bdi>
          </span>
          {unit !== null && (
            <span className={style.quiet}>
              <bdi>{unit}</bdi>
            </span>
          )}
        </span>
      </td>
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
            className={style.link}
            onPress={() => onSession(session)}
          >
            {t('sessions:openedNotHeld')}
          </Button>
        )}
      </td>
    </tr>
  );
};
