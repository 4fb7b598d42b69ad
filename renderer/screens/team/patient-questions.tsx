import { Trans, useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { Choices, ChoicesChange, PersonCard } from '../../../core/view.ts';
import { Name } from '../../ui/name.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { memberOf } from '../board/members.ts';
import { waitingQuestions } from '../board/questions.ts';
import style from './patient-questions.module.css';

interface PatientQuestionsProps {
  session: Session;
  people: Record<string, PersonCard>;
  choices: Choices;
  onChange: (change: ChoicesChange) => void;
}

/** What the patient wanted to ask, so that it is not forgotten once they sleep: each with a tick when it was answered. */
export const PatientQuestions = ({ session, people, choices, onChange }: PatientQuestionsProps) => {
  const { t } = useTranslation('team');
  const waiting = new Map(waitingQuestions(choices, session).map(({ asked, answers }) => [asked, answers]));
  const questions = choices.questions.flatMap((asked) => {
    const member = memberOf(session, people, waiting.get(asked) ?? asked);
    return member === null ? [] : [{ asked, name: member.person.first, isAnswered: !waiting.has(asked) }];
  });
  if (questions.length === 0) return null;
  return (
    <section className={style.questions} aria-labelledby="patient-questions">
      <h2 className={style.title} id="patient-questions">
        {t(choices.awake ? 'questions.titleAwake' : 'questions.title')}
      </h2>
      {questions.map(({ asked, name, isAnswered }) => (
        <Toggle
          key={asked}
          isSelected={isAnswered}
          onChange={(is) => onChange({ question: { participant: asked, is: is ? 'answered' : 'asked' } })}
          className={style.question}
        >
          <Trans
            t={t}
            i18nKey={isAnswered ? 'questions.answered' : 'questions.open'}
            values={{ name }}
            components={{ name: <Name /> }}
          />
        </Toggle>
      ))}
    </section>
  );
};
