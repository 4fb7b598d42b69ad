import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotScheduled, ScheduleDay, ScheduledSession } from '../../../../core/schedule-view.ts';
import { sessionBack } from '../../../device/manage/schedule.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Names } from '../../../ui/names.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useManager } from '../manager.ts';
import style from './schedule.module.css';

/** A day (YYYY-MM-DD) so many days after another. */
export const daysAfter = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

interface DayTableProps {
  day: ScheduleDay;
  onEdit: (session: ScheduledSession) => void;
  onChanged: () => void;
}

/** What is scheduled on a day, place by place, and how it stands with each. */
export const DayTable = ({ day, onEdit, onChanged }: DayTableProps) => {
  const { t } = useTranslation('schedule');
  const { date } = useLanguage();
  const { places, sessions } = day;
  const [problem, setProblem] = useState<NotScheduled | 'no-answer' | null>(null);
  const used = places.filter(({ id }) => sessions.some(({ place }) => place === id));
  return (
    <section aria-labelledby="day" className={style.day}>
      <h2 id="day">{date(new Date(`${day.day}T12:00:00`), { dateStyle: 'full' })}</h2>
      {sessions.length === 0 && <p>{t('nothing')}</p>}
      {problem !== null && <Notice urgent happened={t(`not.${problem}`)} />}
      {used.map(({ id, name, unit }) => (
        <div key={id} className={style.place}>
          <h3>
            <bdi>{name}</bdi> <span className={style.quiet}>{unit !== '' && <bdi>{unit}</bdi>}</span>
          </h3>
          <div className={style.scroll}>
            <table className={style.table} aria-label={name}>
              <thead>
                <tr>
                  {(['time', 'what', 'team', 'is'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`column.${column}`)}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {sessions
                  .filter(({ place }) => place === id)
                  .map((session) => (
                    <Row
                      key={session.id}
                      session={session}
                      people={day.people}
                      onEdit={() => onEdit(session)}
                      onBack={(found) => {
                        setProblem(found);
                        if (found === null) onChanged();
                      }}
                    />
                  ))}
              </tbody>
            </table>
          </div>
        </div>
      ))}
    </section>
  );
};

interface RowProps {
  session: ScheduledSession;
  people: ScheduleDay['people'];
  onEdit: () => void;
  onBack: (problem: NotScheduled | 'no-answer' | null) => void;
}

const Row = ({ session, people, onEdit, onBack }: RowProps) => {
  const { t } = useTranslation('schedule');
  const { time } = useLanguage();
  const { ask } = useManager();
  const [id] = useState(() => crypto.randomUUID());
  const { kind, urgency, lead, team, is, why } = session;
  const isOff = is === 'cancelled' || is === 'cancelled-late';
  const back = async () => {
    const answer = await sessionBack(ask, { id, scheduled: session.id }).catch(() => null);
    onBack(answer === null ? 'no-answer' : answer.ok ? null : answer.problem);
  };
  const leader = lead === null ? undefined : people[lead];
  const others = team.flatMap(({ person }) => (person === lead ? [] : (people[person] ?? [])));
  return (
    <tr data-off={isOff || undefined}>
      <th scope="row" className={style.time}>
        {time(new Date(`2000-01-01T${session.time}:00`))}
      </th>
      <td className={style.what}>
        {t(`kind.${kind}`)}
        {kind === 'surgery' && <span className={style.quiet}>{t(`urgency.${urgency}`)}</span>}
      </td>
      <td>
        {leader !== undefined && (
          <p>
            <Name className={style.lead}>{leader}</Name>
          </p>
        )}
        {others.length > 0 && <Names names={others} />}
        {leader === undefined && others.length === 0 && <span className={style.quiet}>{t('nobody')}</span>}
      </td>
      <td data-is={is} className={style.is}>
        {t(`is.${is}`)}
        {why !== null && <span className={style.quiet}>{t(`why.${why}`)}</span>}
      </td>
      <td className={style.do}>
        {(is === 'to-come' || is === 'missed') && <Button onPress={onEdit}>{t('edit')}</Button>}
        {isOff && <Button onPress={back}>{t('back')}</Button>}
      </td>
    </tr>
  );
};
