import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestSoundSeconds, type SoundProblem } from '../../../core/wav.ts';
import { second } from '../../device/clock.ts';
import { playSound, stopSound } from '../../device/play-sound.ts';
import { Button } from '../../ui/button.tsx';
import { sendSound } from './card-calls.ts';
import style from './fields.module.css';
import { recordVoice } from './record-voice.ts';
import type { OwnCardDesk } from './use-own-card.ts';

type Trouble = SoundProblem | 'no-microphone' | 'not-played';

/** How somebody says their own name: recorded in five seconds, heard, recorded again, erased. */
export const SoundRow = ({ desk }: { desk: OwnCardDesk }) => {
  const { t } = useTranslation('card');
  const [stop, setStop] = useState<(() => void) | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const here = useRef(true);
  const running = useRef<(() => void) | null>(null);
  /** Whether the microphone is asked for: a second press is not a second recording. */
  const isOpening = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      running.current?.();
      stopSound();
    };
  }, []);
  const sound = desk.card.card.nameSound;

  const record = async () => {
    if (isOpening.current) return;
    stopSound();
    setTrouble(null);
    isOpening.current = true;
    const recording = await recordVoice().catch(() => null);
    isOpening.current = false;
    if (recording === null) return setTrouble('no-microphone');
    // Whoever left meanwhile is not recorded.
    if (!here.current) return recording.stop();
    running.current = recording.stop;
    setStop(() => recording.stop);
    const wav = await recording.done;
    running.current = null;
    setStop(null);
    if (!here.current) return;
    if (wav === null) return setTrouble('too-short');
    const done = await desk.keep<SoundProblem>('sound', (token, id) => sendSound(token, id, wav));
    if (done.is === 'refused') setTrouble(done.problem);
  };

  return (
    <section className={style.wide}>
      <div className={style.line}>
        <div>
          <h3 className={style.label}>{t('sound.label')}</h3>
          {stop === null && sound === null && <p className={style.quiet}>{t('sound.none')}</p>}
          {stop !== null && (
            <p role="status" className={style.now}>
              {t('sound.now')}
            </p>
          )}
        </div>
        {stop === null ? (
          <div className={style.buttons}>
            {sound !== null && (
              <Button onPress={() => playSound(sound).catch(() => setTrouble('not-played'))}>
                {t('sound.listen')}
              </Button>
            )}
            <Button onPress={record}>{t(sound === null ? 'sound.record' : 'sound.again')}</Button>
            {sound !== null && (
              <Button variant="plain" onPress={() => desk.change('sound', { sound: null })}>
                {t('sound.erase')}
              </Button>
            )}
          </div>
        ) : (
          <div className={style.buttons}>
            <Button variant="primary" className={style.stop} onPress={stop}>
              {t('sound.stop')}
            </Button>
            <Countdown />
          </div>
        )}
      </div>
      {trouble !== null && (
        <p role="alert" className={style.problem}>
          {t(`sound.${trouble}`)}
        </p>
      )}
    </section>
  );
};

/** How long there is left to speak. */
const Countdown = () => {
  const { t } = useTranslation('card');
  const [left, setLeft] = useState(longestSoundSeconds);
  useEffect(() => {
    const timer = window.setInterval(() => setLeft((now) => Math.max(0, now - 1)), second);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <p role="timer" className={style.countdown}>
      <span aria-hidden="true" className={style.listening}>
        {Array.from({ length: longestSoundSeconds }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a second is its place.
          <i key={at} data-over={at >= left || undefined} />
        ))}
      </span>
      {t('sound.left', { count: left })}
    </p>
  );
};
