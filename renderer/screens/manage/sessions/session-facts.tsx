import { useTranslation } from 'react-i18next';
import type { SessionRead } from '../../../../core/timeline/found.ts';
import { Notice } from '../../../ui/notice.tsx';
import style from '../log/record.module.css';
import { useWallTime } from '../log/wall-time.ts';
import own from './sessions.module.css';

/** When and where a session was, and what is to be known of its record. */
export const SessionFacts = ({ read }: { read: SessionRead }) => {
  const { t } = useTranslation('sessions');
  const { moment } = useWallTime();
  const { session, scheduled, invented, unit } = read;
  const steps = read.chapters.flatMap((chapter) => chapter.steps);
  const last = steps.findLast(({ happened }) => happened?.type !== 'log-read')?.seq ?? 0;
  return (
    <div className={own.facts}>
      {invented && <Notice happened={t('inventedLong')} />}
      {session === null ? <Notice urgent happened={t('notReadable')} /> : <When read={read} />}
      {unit !== null && (
        <p>
          <bdi>{unit}</bdi>
        </p>
      )}
      <p>
        {scheduled === null
          ? t('unscheduled')
          : t('scheduled', { at: moment(`${scheduled.date}T${scheduled.time}:00`) })}
      </p>
      <p className={style.quiet}>
        {read.signed !== null && last <= read.signed.size
          ? t('signedAll', { at: moment(read.signed.at) })
          : t('signedPart')}
      </p>
    </div>
  );
};

const When = ({ read: { session } }: { read: SessionRead }) => {
  const { t } = useTranslation(['sessions', 'start']);
  const { weekday, time, moment } = useWallTime();
  if (session === null) return null;
  const { opened, closed, urgency, interpreter } = session;
  const sameDay = closed !== null && closed.at.slice(0, 10) === opened.at.slice(0, 10);
  const until = closed === null ? null : sameDay ? time(closed.at) : moment(closed.at);
  return (
    <p className={style.chips}>
      <strong>{weekday(opened.at)}</strong>
      <strong>
        {until === null ? time(opened.at) : t('sessions:until', { from: time(opened.at), to: until })}
      </strong>
      {until === null && <span>{t('sessions:open')}</span>}
      <span>{t(`start:urgency.${urgency}`)}</span>
      <span>{t('sessions:interpreter', { interpreter: t(`start:interpreter.${interpreter}`) })}</span>
    </p>
  );
};
