import { Trans, useTranslation } from 'react-i18next';
import { answeredNow } from '../../../core/session/questions.ts';
import type { Choices, ChoicesChange } from '../../../core/view.ts';
import { Toggle } from '../../ui/toggle.tsx';
import type { Member } from '../board/members.ts';
import style from './patient-questions.module.css';

interface PatientQuestionsProps {
  /** Those for whom the patient has a question. */
  members: readonly Member[];
  choices: Choices;
  onChange: (change: ChoicesChange) => void;
}

/** What the patient asked to ask, so that it is not forgotten once they sleep: each with a tick when it was answered. */
export const PatientQuestions = ({ members, choices, onChange }: PatientQuestionsProps) => {
  const { t } = useTranslation('team');
  if (members.length === 0) return null;
  return (
    <section className={style.questions} aria-labelledby="patient-questions">
      <h2 className={style.title} id="patient-questions">
        {t(choices.awake ? 'questions.titleAwake' : 'questions.title')}
      </h2>
      {members.map(({ participant, person }) => {
        const answered = choices.answered.includes(participant.id);
        return (
          <Toggle
            key={participant.id}
            isSelected={answered}
            onChange={(is) => onChange({ answered: answeredNow(choices, participant.id, is) })}
            className={style.question}
          >
            <Trans
              t={t}
              i18nKey={answered ? 'questions.answered' : 'questions.open'}
              values={{ name: person.first }}
              components={{ name: <bdi /> }}
            />
          </Toggle>
        );
      })}
    </section>
  );
};
