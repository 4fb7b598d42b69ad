import { useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useHeightTaken } from '../../device/height-taken.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Name } from '../../ui/name.tsx';
import style from './guide.module.css';
import { type GuideStep, guideSteps } from './guide-step.ts';
import type { GuideState } from './use-guide.ts';

/** Two minutes with the demo team: over every screen, a sentence on what to touch next and why. It may be left anywhere. */
export const Guide = ({ step, planned, begin, leave }: GuideState) => {
  const { t } = useTranslation('guide');
  const { number } = useLanguage();
  const bar = useRef<HTMLElement>(null);
  useHeightTaken(bar, '--guide', step !== null);
  if (step === null) return null;
  return (
    <aside ref={bar} className={style.bar} aria-label={t('name')} data-react-aria-top-layer="true">
      <p className={style.words} role="status">
        {step.number !== null && (
          <span className={style.count}>
            {t('count', { step: number(step.number), steps: number(guideSteps.length) })}
          </span>
        )}
        <span>
          <Sentence step={step} planned={planned} />
        </span>
      </p>
      {step.says === 'over' && begin !== null && (
        <Button className={style.button} onPress={begin}>
          {t('again')}
        </Button>
      )}
      <Button variant="plain" className={style.button} onPress={leave}>
        {t(step.says === 'over' ? 'close' : 'leave')}
      </Button>
    </aside>
  );
};

/** The sentence, in which what is to be touched stands out, called what it is called on the screen. */
const Sentence = ({ step: { says, name }, planned }: Pick<GuideState, 'planned'> & { step: GuideStep }) => {
  const { t } = useTranslation('guide');
  const touched = useTouched(says, planned);
  return (
    <Trans
      t={t}
      i18nKey={`step.${says}`}
      values={{ name, ...touched }}
      components={{ name: <Name />, touch: <strong /> }}
    />
  );
};

/** What the things are called that a step asks to touch, one after the other. */
const useTouched = (says: GuideStep['says'], planned: string | null) => {
  const { t } = useTranslation(['resting', 'start', 'welcome', 'patient', 'board', 'team', 'shift']);
  const { time } = useLanguage();
  switch (says) {
    case 'begin':
    case 'over':
      return { button: t('resting:start') };
    case 'choose': {
      const [hours = 0, minutes = 0] = (planned ?? '').split(':').map(Number);
      return { button: time(new Date(new Date().setHours(hours, minutes, 0, 0))) };
    }
    case 'hand':
      return { button: t('start:hand') };
    case 'handAgain':
      return { button: t('board:introduce') };
    case 'welcome':
      return { button: t('welcome:begin') };
    case 'card':
    case 'nextCard':
      return { button: t('patient:met') };
    case 'together':
      return { button: t('patient:doneBefore') };
    case 'doneAsking':
      return { button: t('patient:done') };
    case 'goodbye':
      return { button: t('shift:goodbye.said') };
    case 'timeOut':
      return { button: t('board:timeOut') };
    case 'teamDone':
      return { button: t('team:everyone') };
    case 'end':
      return { button: t('board:more'), next: t('board:session.close'), last: t('board:session.closeYes') };
    default:
      return {};
  }
};
