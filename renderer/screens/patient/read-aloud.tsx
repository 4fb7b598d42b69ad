import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleId } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import style from './read-aloud.module.css';

interface ReadAloudProps {
  person: PersonCard;
  role: RoleId;
  /** This machine has no voice in the language of the screen. */
  onNoVoice: () => void;
}

/** Reads the card aloud in the language of the screen, with the voices this machine has. */
export const ReadAloud = ({ person, role, onNoVoice }: ReadAloudProps) => {
  const { t } = useTranslation(['patient', 'roles']);
  const { language } = useLanguage();
  const [isReading, setIsReading] = useState(false);
  useEffect(() => {
    // Asking once makes the browser look for voices, which takes it a moment.
    speechSynthesis.getVoices();
    return () => speechSynthesis.cancel();
  }, []);
  const read = () => {
    const voice = voiceFor(language);
    if (voice === null) return onNoVoice();
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
    speech.onend = () => setIsReading(false);
    speech.onerror = () => setIsReading(false);
    speechSynthesis.speak(speech);
    setIsReading(true);
  };
  return (
    <Button onPress={isReading ? () => speechSynthesis.cancel() : read} className={style.read}>
      {t(isReading ? 'stop' : 'read')}
    </Button>
  );
};

const voiceFor = (language: string): SpeechSynthesisVoice | null =>
  speechSynthesis.getVoices().find((voice) => voice.lang.split(/[-_]/u)[0] === language) ?? null;
