import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../../core/view.ts';
import { minute, useNow } from '../../device/clock.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Hour } from '../../ui/hour.tsx';
import { partOfDay, skyAt } from '../resting/part-of-day.ts';
import style from './at-rest.module.css';

/** Nobody is being introduced: the room says where and when it is. */
export const AtRest = ({ view: { place, demo } }: { view: DeviceView }) => {
  const { t } = useTranslation('resting');
  const { conventions } = useLanguage();
  const now = useNow(minute);
  const { across, height, light } = skyAt(now.getHours() + now.getMinutes() / 60);
  const day = new Intl.DateTimeFormat(conventions, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <main className={style.rest}>
      <div
        aria-hidden="true"
        className={style.disc}
        data-light={light}
        style={{ '--across': across, '--height': height }}
      />
      <h1 className={style.place}>
        <bdi>{place.name === '' ? t(partOfDay(now.getHours())) : place.name}</bdi>
      </h1>
      <p>
        <time className={style.time} dateTime={now.toISOString()}>
          <Hour now={now} conventions={conventions} half={style.half} />
        </time>
        <span className={style.day}>{day.format(now)}</span>
      </p>
      {demo && <p className={style.demo}>{t('demo')}</p>}
    </main>
  );
};
