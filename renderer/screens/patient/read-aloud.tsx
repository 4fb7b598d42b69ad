import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleId } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import style from './read-aloud.module.css';

interface ReadAloudProps {
  person: PersonCard;
  role: RoleId;
  /** What stands beside the button, until there is something to say about the voice. */
  children: ReactNode;
}

/** Reads the card aloud in the language of the round, with the voices this machine has; says so if it has none. */
export const ReadAloud = ({ person, role, children }: ReadAloudProps) => {
  const { t } = useTranslation(['patient', 'roles']);
  const { language } = useLanguage();
  const [state, setState] = useState<'quiet' | 'reading' | 'no-voice'>('quiet');
  useEffect(() => {
    // Asking once makes the browser look for voices, which takes it a moment.
    speechSynthesis.getVoices();
    return () => speechSynthesis.cancel();
  }, []);
  const read = () => {
    const voice = voiceFor(language);
    if (voice === null) return setState('no-voice');
    const context = person.gender;
    const words = [
      `${person.first}.`,
      `${t(`roles:${role}.patient`, { context })}.`,
      t(`roles:${role}.today`, { context }),
      t(`roles:${role}.again`, { context }),
    ];
    const speech = new SpeechSynthesisUtterance(words.join(' '));
    speech.voice = voice;
    speech.lang = voice.lang;
    speech.rate = 0.9;
    speech.onend = () => setState('quiet');
    speech.onerror = () => setState('quiet');
    speechSynthesis.cancel();
    speechSynthesis.speak(speech);
    setState('reading');
  };
  const stop = () => {
    speechSynthesis.cancel();
    setState('quiet');
  };
  return (
    <div className={style.read}>
      <Button onPress={state === 'reading' ? stop : read} className={style.button}>
        {t(state === 'reading' ? 'stop' : 'read')}
      </Button>
      <div role="status">{state === 'no-voice' && t('noVoice')}</div>
      {state !== 'no-voice' && children}
    </div>
  );
};

const voiceFor = (language: string): SpeechSynthesisVoice | null =>
  speechSynthesis.getVoices().find((voice) => voice.lang.split(/[-_]/u)[0] === language) ?? null;
