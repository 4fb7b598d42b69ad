import { Trans, useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { Choices, ChoicesChange, PersonCard } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';
import { Name } from '../../ui/name.tsx';
import { type Member, memberOf } from './members.ts';
import style from './person-sheet.module.css';
import { waitingQuestions } from './questions.ts';

interface PersonQuestionProps {
  session: Session;
  people: Record<string, PersonCard>;
  member: Member;
  choices: Choices;
  onChange: (change: ChoicesChange) => void;
}

/** The questions that the patient has for somebody, or for whoever they took over from: ticked off once answered. */
export const PersonQuestion = ({ session, people, member, choices, onChange }: PersonQuestionProps) => {
  const { t } = useTranslation('board');
  const { id } = member.participant;
  const tick = (asked: string, is: boolean) =>
    onChange({ question: { participant: asked, is: is ? 'answered' : 'asked' } });
  const waiting = waitingQuestions(choices, session).filter(
    ({ asked, answers }) => asked === id || answers === id,
  );
  const wasAnswered = choices.questions.includes(id) && choices.answered.includes(id);
  return (
    <>
      {waiting.map(({ asked }) => (
        <div key={asked} className={style.question}>
          <p>
            <Trans
              t={t}
              i18nKey={asked === id ? 'person.question' : 'person.questionFrom'}
              values={{ name: memberOf(session, people, asked)?.person.first ?? '' }}
              components={{ name: <Name /> }}
            />
          </p>
          <Button variant="primary" onPress={() => tick(asked, true)}>
            {t('person.answered')}
          </Button>
        </div>
      ))}
      {wasAnswered && (
        <div className={style.question}>
          <p>{t('person.wasAnswered')}</p>
          <Button variant="plain" onPress={() => tick(id, false)}>
            {t('person.notAnswered')}
          </Button>
        </div>
      )}
    </>
  );
};
