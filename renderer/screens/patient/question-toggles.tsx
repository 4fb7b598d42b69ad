import { Trans, useTranslation } from 'react-i18next';
import { questionFor } from '../../../core/questions.ts';
import type { Choices, ChoicesChange } from '../../../core/view.ts';
import { Name } from '../../ui/name.tsx';
import { Toggle } from '../../ui/toggle.tsx';

interface QuestionToggleProps {
  participant: string;
  name: string;
  choices: Choices;
  onChange: (change: ChoicesChange) => void;
  className?: string | undefined;
}

/** The patient has a question for somebody, who will find it beside their name. */
export const QuestionToggle = ({ participant, name, choices, onChange, className }: QuestionToggleProps) => {
  const { t } = useTranslation('patient');
  return (
    <Toggle
      isSelected={questionFor(choices, participant) !== 'none'}
      onChange={(asks) => onChange({ question: { participant, is: asks ? 'asked' : 'none' } })}
      className={className}
    >
      <Trans t={t} i18nKey="question" values={{ name }} components={{ name: <Name /> }} />
    </Toggle>
  );
};

/** Where there was a question: whether it was answered. */
export const AnsweredToggle = (props: Omit<QuestionToggleProps, 'name'>) => {
  const { participant, choices, onChange, className } = props;
  const { t } = useTranslation('patient');
  const state = questionFor(choices, participant);
  if (state === 'none') return null;
  return (
    <Toggle
      isSelected={state === 'answered'}
      onChange={(done) => onChange({ question: { participant, is: done ? 'answered' : 'asked' } })}
      className={className}
    >
      {t('answered')}
    </Toggle>
  );
};
