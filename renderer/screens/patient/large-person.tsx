import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../core/session/state.ts';
import type { Choices, ChoicesChange, PersonCard } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';
import { CardLayout } from './card-layout.tsx';
import { AnsweredToggle, QuestionToggle } from './question-toggles.tsx';
import { ReadAloud } from './read-aloud.tsx';
import { useSpokenPerson } from './spoken-person.ts';

interface LargePersonProps {
  participant: Participant;
  person: PersonCard;
  choices: Choices;
  undo: ReactNode;
  onChange: (change: ChoicesChange) => void;
  onBack: () => void;
}

/** One of the team, looked at again: who they are, and whether there is a question for them. Nothing is recorded. */
export const LargePerson = ({ participant, person, choices, undo, onChange, onBack }: LargePersonProps) => {
  const { t } = useTranslation('patient');
  const spoken = useSpokenPerson();
  useEffect(() => {
    window.scrollTo(0, 0);
    return () => window.scrollTo(0, 0);
  }, []);
  const question = { participant: participant.id, choices, onChange };
  return (
    <CardLayout
      person={person}
      role={participant.role}
      head={
        <>
          {choices.readAloud && <ReadAloud words={spoken(person, participant.role)} />}
          {undo}
        </>
      }
      others={
        <>
          <QuestionToggle {...question} name={person.first} />
          <AnsweredToggle {...question} />
        </>
      }
      primary={
        <Button variant="primary" onPress={onBack}>
          {t('everyone')}
        </Button>
      }
    />
  );
};
