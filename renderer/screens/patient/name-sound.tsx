import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { playSound, stopSound } from '../../device/play-sound.ts';
import { Button } from '../../ui/button.tsx';
import style from './name-sound.module.css';

/** The name as its person says it. `sound` is a path on the device. */
export const NameSound = ({ sound }: { sound: string }) => {
  const { t } = useTranslation('patient');
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => stopSound, []);
  const play = () => {
    setHasFailed(false);
    speechSynthesis.cancel();
    playSound(sound).catch(() => setHasFailed(true));
  };
  return (
    <>
      <Button onPress={play} className={style.hear}>
        <svg viewBox="0 0 24 24" aria-hidden="true" className={style.mark}>
          <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 8.8a4.5 4.5 0 0 1 0 6.4M18.2 6a8.4 8.4 0 0 1 0 12" />
        </svg>
        {t('hearName')}
      </Button>
      {hasFailed && (
        <p role="status" className={style.failed}>
          {t('hearFailed')}
        </p>
      )}
    </>
  );
};
