import { useTranslation } from 'react-i18next';
import { minute, steadyNow, useNow } from '../../device/clock.ts';
import style from './frame.module.css';

/** From so many minutes on it is worth saying. */
const worthSaying = 3;

/** How long whoever is signed in still is at most, once it is worth saying. */
export const TimeLeft = ({ until }: { until: number }) => {
  const { t } = useTranslation('manage');
  useNow(minute / 6);
  const left = Math.max(0, Math.ceil((until - steadyNow()) / minute));
  return (
    <p className={style.left} role="status">
      {left <= worthSaying ? t('timeLeft', { count: left }) : ''}
    </p>
  );
};
