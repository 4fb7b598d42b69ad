import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { DeviceView } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Hint } from '../../ui/hint.tsx';
import { Hour } from '../../ui/hour.tsx';
import { KioskSheet } from '../kiosk/kiosk-sheet.tsx';
import { RecordLine } from '../kiosk/record-line.tsx';
import { SuggestionSheet } from '../suggestions/suggestion-sheet.tsx';
import { partOfDay } from './part-of-day.ts';
import style from './resting.module.css';
import { Sky } from './sky.tsx';

interface RestingScreenProps {
  view: DeviceView;
  now: Date;
  onStart: () => void;
  /** Somebody wants to see to their own card. */
  onMyCard: () => void;
  /** Somebody wants to look after the kiosk. */
  onManage: () => void;
  /** Somebody wants to be shown how it works; null where there is no demo team to show it with. */
  onGuide: (() => void) | null;
}

/**
 * Nobody is being introduced. The room itself says hello, laid out as a person's card is: where the face will be
 * stands the time, beside it the greeting. Whatever else can be done here stands quietly over the one thing to do.
 */
export const RestingScreen = ({ view, now, onStart, onMyCard, onManage, onGuide }: RestingScreenProps) => {
  const { t } = useTranslation(['resting', 'kiosk', 'card', 'suggestions', 'guide', 'manage']);
  const [open, setOpen] = useState<'kiosk' | 'suggestions' | null>(null);
  const close = () => setOpen(null);
  const { demo, record } = view;
  const place = view.place.name;
  const greeting = t(partOfDay(now.getHours()));
  const { conventions, date } = useLanguage();
  return (
    <main className={style.screen}>
      <div className={style.window}>
        <Sky now={now} />
        <p className={style.place}>
          <bdi>{place}</bdi>
        </p>
        <p>
          <time className={style.time} dateTime={now.toISOString()}>
            <Hour now={now} conventions={conventions} half={style.half} />
          </time>
          <span className={style.date}>{date(now, { weekday: 'long', day: 'numeric', month: 'long' })}</span>
        </p>
        {demo && <p className={style.demo}>{t('demo')}</p>}
      </div>
      <div className={style.words}>
        <h1 className={style.greeting} style={{ '--letters': greeting.length }}>
          {greeting}
        </h1>
        {place !== '' && (
          <p className={style.here}>
            <Trans t={t} i18nKey="here" values={{ place }} components={{ place: <bdi /> }} />
          </p>
        )}
        <p className={style.promise}>{t('promise')}</p>
        {onGuide !== null && (
          <Button variant="plain" className={style.guide} onPress={onGuide}>
            {t('guide:title')}
          </Button>
        )}
      </div>
      <div className={style.foot}>
        <RecordLine record={record} />
        <div className={style.others}>
          <Button variant="plain" className={style.other} onPress={onMyCard}>
            {t('card:title')}
          </Button>
          <Button variant="plain" className={style.other} onPress={() => setOpen('suggestions')}>
            {t('suggestions:title')}
          </Button>
          <Button variant="plain" className={style.other} onPress={() => setOpen('kiosk')}>
            {t('kiosk:name')}
          </Button>
        </div>
        <Hint>{t('hint')}</Hint>
        {place === '' && <Button onPress={onManage}>{t('manage:first.begin')}</Button>}
        <Button variant="primary" onPress={onStart}>
          {t('start')}
        </Button>
      </div>
      <SuggestionSheet isOpen={open === 'suggestions'} onClose={close} />
      <KioskSheet view={view} isOpen={open === 'kiosk'} onClose={close} onManage={onManage} />
    </main>
  );
};
