import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stamp } from '../../../core/session/events.ts';
import { msSince, second, steadyNow, useNow } from '../../device/clock.ts';
import { useLanguage } from '../../i18n/language.tsx';

interface RoundClockProps {
  started: Stamp | null;
}

/** How long the round has been going on, in minutes and seconds. It is looked at, never announced. */
export const RoundClock = ({ started }: RoundClockProps) => {
  const { t } = useTranslation('team');
  useNow(second);
  const { conventions } = useLanguage();
  const at = started?.at ?? null;
  // The wall clock is asked once: that it is set meanwhile is no part of the round.
  const began = useMemo(() => (at === null ? null : steadyNow() - (msSince(at) ?? 0)), [at]);
  const passed = began === null ? 0 : Math.floor((steadyNow() - began) / 1000);
  const seconds = new Intl.NumberFormat(conventions, { minimumIntegerDigits: 2 });
  const minutes = new Intl.NumberFormat(conventions);
  return (
    <div role="timer" aria-label={t('clock')} aria-live="off">
      <bdi>
        {minutes.format(Math.floor(passed / 60))}:{seconds.format(passed % 60)}
      </bdi>
    </div>
  );
};
