import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { DeviceView } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { KioskSheet } from '../kiosk/kiosk-sheet.tsx';
import { RecordLine } from '../kiosk/record-line.tsx';
import { partOfDay, skyAt } from './part-of-day.ts';
import style from './resting.module.css';

interface RestingScreenProps {
  view: DeviceView;
  now: Date;
  onStart: () => void;
  /** Somebody wants to see to their own card. */
  onMyCard: () => void;
}

/**
 * Nobody is being introduced. The room itself says hello, laid out as a person's card is: where the face will be
 * stands the time, beside it the greeting. Whoever looks after the kiosk finds what there is to know about it here.
 */
export const RestingScreen = ({ view, now, onStart, onMyCard }: RestingScreenProps) => {
  const { t } = useTranslation(['resting', 'kiosk', 'card']);
  const [about, setAbout] = useState(false);
  const { demo, record } = view;
  const place = view.place.name;
  const { language } = useLanguage();
  const date = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <main className={style.screen}>
      <div className={style.window}>
        <Sky now={now} />
        <p className={style.place}>
          <bdi>{place}</bdi>
        </p>
        <p>
          <time className={style.time} dateTime={now.toISOString()}>
            <Clock now={now} language={language} />
          </time>
          <span className={style.date}>{date.format(now)}</span>
        </p>
        {demo && <p className={style.demo}>{t('demo')}</p>}
      </div>
      <div className={style.words}>
        <h1 className={style.greeting}>{t(partOfDay(now.getHours()))}</h1>
        {place !== '' && (
          <p className={style.here}>
            <Trans t={t} i18nKey="here" values={{ place }} components={{ place: <bdi /> }} />
          </p>
        )}
        <p className={style.promise}>{t('promise')}</p>
      </div>
      <div className={style.foot}>
        <RecordLine record={record} />
        <Button variant="plain" className={style.about} onPress={() => setAbout(true)}>
          {t('kiosk:name')}
        </Button>
        <Button variant="plain" className={style.about} onPress={onMyCard}>
          {t('card:title')}
        </Button>
        <Button variant="primary" onPress={onStart}>
          {t('start')}
        </Button>
      </div>
      <KioskSheet view={view} isOpen={about} onClose={() => setAbout(false)} />
    </main>
  );
};

/** The hour large; AM and PM, where they are said, small beside it. */
const Clock = ({ now, language }: { now: Date; language: string }) =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short' }).formatToParts(now).map(({ type, value }) =>
    type === 'dayPeriod' ? (
      <small key={type} className={style.half}>
        {value}
      </small>
    ) : (
      value
    ),
  );

/** The sun, or at night the moon, where it stands now: a window, so that the room knows the time of day too. */
const Sky = ({ now }: { now: Date }) => {
  const { across, height, light } = skyAt(now.getHours() + now.getMinutes() / 60);
  return (
    <div
      aria-hidden="true"
      className={style.disc}
      data-light={light}
      style={{ '--across': across, '--height': height }}
    />
  );
};
