import { Trans, useTranslation } from 'react-i18next';
import type { Choices } from '../../../core/view.ts';
import { Name } from '../../ui/name.tsx';
import { cueFor } from './cue.ts';
import style from './patient-card.module.css';

interface SpeakerCueProps {
  /** Whoever introduces themselves. */
  name: string;
  choices: Choices;
}

/** What whoever introduces themselves may say, quietly, in the patient's own wishes. */
export const SpeakerCue = ({ name, choices }: SpeakerCueProps) => {
  const { t } = useTranslation('patient');
  const { first, greet } = cueFor(choices);
  return (
    <div className={style.cue}>
      <p>
        <Trans
          t={t}
          i18nKey={`cue.${first}`}
          values={{ name, patient: choices.callMe ?? '' }}
          components={{ name: <Name />, patient: <Name className={style.called} /> }}
        />{' '}
        {greet !== null && t(`cue.greet.${greet}`)} {t('cue.steps')}
      </p>
    </div>
  );
};
