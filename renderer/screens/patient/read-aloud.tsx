import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../device/speech.ts';
import type { Spoken } from '../../device/speech-plan.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import style from './read-aloud.module.css';

interface ReadAloudProps {
  /**
   * What stands on the screen, in the order it is read. A name goes with the languages of its person, so that it is
   * said as they say it.
   */
  words: readonly Spoken[];
  /** Whether it was said on an earlier screen already that the machine has no voice. */
  isKnown?: boolean;
  className?: string | undefined;
}

/**
 * For a patient who chose to be read to; not to be shown to others. Reads the words once when they come up, again when
 * asked, and stops when asked, or when the screen or the words are others. Says so where the machine has no voice.
 */
export const ReadAloud = ({ words, isKnown = false, className }: ReadAloudProps) => {
  const { t } = useTranslation('patient');
  const { language } = useLanguage();
  const { isReading, voiceless, read, stop } = useSpeech(words, language);
  if (voiceless)
    return isKnown ? null : (
      <p className={classes(style.notice, className)} role="status">
        {t('noVoice')}
      </p>
    );
  return (
    <Button onPress={isReading ? stop : read} className={classes(style.read, className)}>
      {t(isReading ? 'stop' : 'read')}
    </Button>
  );
};
