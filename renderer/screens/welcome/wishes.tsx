import { useTranslation } from 'react-i18next';
import { companions, waysToMeet } from '../../../core/session/words.ts';
import type { Choices, ChoicesChange } from '../../../core/view.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { Answers } from './answers.tsx';
import style from './wishes.module.css';
import { wordingFor } from './wording.ts';

interface WishesProps {
  choices: Choices;
  /** The name as it is being typed; kept once the field is left. */
  name: string;
  onName: (name: string) => void;
  onChange: (change: ChoicesChange) => void;
}

/** What the patient may wish. Each of them may be left alone. */
export const Wishes = ({ choices, name, onName, onChange }: WishesProps) => {
  const { t } = useTranslation('welcome');
  const wording = wordingFor(choices.answers);
  const callMe = name.trim();
  return (
    <div className={style.wishes}>
      <div className={style.called}>
        <TextInput
          label={t(wording.name)}
          value={name}
          onChange={onName}
          onBlur={() => onChange({ callMe: callMe === '' ? null : callMe })}
          maxLength={120}
          className={style.name}
        />
        <Answers answers={choices.answers} onChange={(answers) => onChange({ answers })} />
      </div>
      <ChoiceGroup
        label={t(wording.meet)}
        options={waysToMeet.map((value) => ({ value, label: t(`way.${value}`) }))}
        value={choices.way ?? 'one-by-one'}
        onChange={(way) => onChange({ way })}
      />
      <ChoiceGroup
        label={t(wording.company)}
        options={companions.map((value) => ({ value, label: t(`companion.${value}`) }))}
        value={choices.withMe}
        onChange={(withMe) => onChange({ withMe })}
      />
      <div className={style.pair}>
        <ChoiceGroup
          label={t('students')}
          options={[
            { value: 'yes', label: t('studentsYes') },
            { value: 'no', label: t('studentsNo') },
          ]}
          value={choices.students === null ? null : choices.students ? 'yes' : 'no'}
          onChange={(value) => onChange({ students: value === 'yes' })}
        />
        <fieldset className={style.help}>
          <legend>{t('help')}</legend>
          <Toggle isSelected={choices.readAloud} onChange={(readAloud) => onChange({ readAloud })}>
            {t('readAloud')}
          </Toggle>
          <Toggle isSelected={choices.largerText} onChange={(largerText) => onChange({ largerText })}>
            {t('largerText')}
          </Toggle>
        </fieldset>
      </div>
    </div>
  );
};
