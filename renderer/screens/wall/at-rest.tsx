import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../../core/view.ts';
import { minute, useNow } from '../../device/clock.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Hour } from '../../ui/hour.tsx';
import { partOfDay } from '../resting/part-of-day.ts';
import { Sky } from '../resting/sky.tsx';
import style from './at-rest.module.css';

/** Nobody is being introduced: the room says where and when it is. */
export const AtRest = ({ view: { place, demo } }: { view: DeviceView }) => {
  const { t } = useTranslation('resting');
  const { conventions, date } = useLanguage();
  const now = useNow(minute);
  return (
    <main className={style.rest}>
      <Sky now={now} />
      <h1 className={style.place}>
        <bdi>{place.name === '' ? t(partOfDay(now.getHours())) : place.name}</bdi>
      </h1>
      <p>
        <time className={style.time} dateTime={now.toISOString()}>
          <Hour now={now} conventions={conventions} half={style.half} />
        </time>
        <span className={style.day}>{date(now, { weekday: 'long', day: 'numeric', month: 'long' })}</span>
      </p>
      {demo && <p className={style.demo}>{t('demo')}</p>}
    </main>
  );
};
