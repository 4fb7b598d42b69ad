import { useTranslation } from 'react-i18next';
import type { ScheduleDay } from '../../../../core/schedule-view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import style from './schedule.module.css';

interface WeekProps {
  days: ScheduleDay['week'];
  shown: string;
  onDay: (day: string) => void;
}

/** The week around a day: of each, how many of those that should have begun were held. */
export const Week = ({ days, shown, onDay }: WeekProps) => {
  const { t } = useTranslation('schedule');
  const { date, number } = useLanguage();
  return (
    <section aria-labelledby="week" className={style.weekPart}>
      <h2 id="week">{t('week')}</h2>
      <p className={style.quiet}>{t('weekWhat')}</p>
      <ul className={style.week}>
        {days.map(({ day, scheduled, due, held }) => (
          <li key={day}>
            <Button
              className={style.weekday}
              {...(day === shown ? { 'aria-current': 'date' as const } : {})}
              onPress={() => onDay(day)}
            >
              <span>{date(new Date(`${day}T12:00:00`), { weekday: 'short' })}</span>
              <span>{date(new Date(`${day}T12:00:00`), { day: 'numeric', month: 'short' })}</span>
              <span className={style.figure}>
                {due > 0 ? (
                  t('heldOf', { held, due })
                ) : (
                  <>
                    <span aria-hidden="true">{number(scheduled)}</span>
                    <span className="only-heard">{t('scheduled', { count: scheduled })}</span>
                  </>
                )}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
