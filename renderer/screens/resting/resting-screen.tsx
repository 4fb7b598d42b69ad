import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { partOfDay } from './part-of-day.ts';
import style from './resting.module.css';

interface RestingScreenProps {
  place: string;
  now: Date;
  demo: boolean;
  onStart: () => void;
}

/**
 * Nobody is being introduced. The room itself says hello, laid out as a person's card is: where the face will be
 * stands the time, beside it the greeting.
 */
export const RestingScreen = ({ place, now, demo, onStart }: RestingScreenProps) => {
  const { t } = useTranslation('resting');
  const { language, time } = useLanguage();
  const date = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <main className={style.screen}>
      <div className={style.window}>
        <p className={style.place}>
          <bdi>{place}</bdi>
        </p>
        <p>
          <time className={style.time} dateTime={now.toISOString()}>
            {time(now)}
          </time>
          <span className={style.date}>{date.format(now)}</span>
        </p>
        {demo && <p className={style.demo}>{t('demo')}</p>}
      </div>
      <div className={style.words}>
        <h1 className={style.greeting}>{t(partOfDay(now.getHours()))}</h1>
        <p className={style.here}>{t('here', { place })}</p>
        <p className={style.promise}>{t('promise')}</p>
      </div>
      <Button variant="primary" className={style.start} onPress={onStart}>
        {t('start')}
      </Button>
    </main>
  );
};
