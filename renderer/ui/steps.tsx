import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.tsx';
import style from './steps.module.css';

interface StepsProps {
  /** For each step whether it is behind us. */
  done: readonly boolean[];
  /** Which one we are at, from 0. */
  now: number;
  /** Whether the words say it alone, where room is short. */
  isShort?: boolean;
}

/** More bars than this say nothing that the words do not. */
const mostBars = 12;

/** Where we are among a few steps, as bars and in words. */
export const Steps = ({ done, now, isShort = false }: StepsProps) => {
  const { t } = useTranslation();
  const { number } = useLanguage();
  return (
    <div className={style.steps}>
      {!isShort && done.length > 1 && done.length <= mostBars && (
        <span className={style.bars} aria-hidden="true">
          {done.map((isDone, step) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
            <i key={step} data-done={isDone || undefined} data-now={step === now || undefined} />
          ))}
        </span>
      )}
      <span>{t('step', { step: number(now + 1), steps: number(done.length) })}</span>
    </div>
  );
};
