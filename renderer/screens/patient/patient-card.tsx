import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../core/session/commands.ts';
import { participantOf, type Round, type Session } from '../../../core/session/state.ts';
import type { Choices, ChoicesChange, PersonCard } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';
import { Steps } from '../../ui/steps.tsx';
import { TakesOver } from '../board/takes-over.tsx';
import { Handover } from '../shift/handover.tsx';
import { useUntil } from '../shift/use-shift-end.ts';
import { CardLayout } from './card-layout.tsx';
import { NotHereSheet } from './not-here-sheet.tsx';
import style from './patient-card.module.css';
import { QuestionToggle } from './question-toggles.tsx';
import { ReadAloud } from './read-aloud.tsx';
import { SpeakerCue } from './speaker-cue.tsx';
import { useSpokenPerson } from './spoken-person.ts';
import { stepsOf } from './steps-of.ts';

interface PatientCardProps {
  session: Session;
  round: Round;
  /** Whose card is up. */
  participant: string;
  people: Record<string, PersonCard>;
  choices: Choices;
  /** The undo bar, which has its place at the top. */
  undo: ReactNode;
  onRecord: (verdict: Verdict) => void;
  onChange: (change: ChoicesChange) => void;
}

/** One person introduces themselves to the patient. One tap records it; every other answer is as good. */
export const PatientCard = (props: PatientCardProps) => {
  const { session, round, participant, people, choices, undo, onRecord, onChange } = props;
  const { t } = useTranslation('patient');
  /** Of whom it is asked why they are not introduced: never of whoever comes next, as when a badge was read meanwhile. */
  const [away, setAway] = useState<string | null>(null);
  const spoken = useSpokenPerson();
  const again = useUntil(session, participant);
  const here = participantOf(session, participant);
  const person = here === null ? undefined : people[here.person];
  if (here === null || person === undefined) return null;
  const steps = stepsOf(session, round, participant);
  return (
    <>
      <CardLayout
        person={person}
        role={here.role}
        again={again}
        head={
          <>
            {steps.length > 1 && (
              <Steps
                done={steps.map((one) => one.status !== null)}
                now={steps.findIndex((one) => one.participant === participant)}
                isShort={choices.readAloud || choices.largerText}
              />
            )}
            {choices.readAloud && (
              <ReadAloud
                key={participant}
                words={spoken(person, here.role, again)}
                isKnown={steps.some((one) => one.status !== null)}
              />
            )}
            {round.kind === 'join' && <TakesOver {...{ session, people, participant }} />}
            <div className={style.undo}>{undo}</div>
          </>
        }
        aside={
          <Handover {...{ session, participant, people, choices }}>
            <SpeakerCue name={person.first} choices={choices} />
          </Handover>
        }
        primary={
          <Button
            variant="primary"
            className={style.primary}
            onPress={() => onRecord({ status: 'introduced', method: 'self', reason: null })}
          >
            {t('met')}
          </Button>
        }
        others={
          <>
            <QuestionToggle
              {...{ participant, choices, onChange }}
              name={person.first}
              className={style.question}
            />
            <Button
              className={style.other}
              onPress={() => onRecord({ status: 'declined', method: null, reason: null })}
            >
              {t('notNow')}
            </Button>
            <Button className={style.other} onPress={() => setAway(participant)}>
              {t('notHere')}
            </Button>
          </>
        }
      />
      <NotHereSheet
        name={person.first}
        isOpen={away === participant}
        onClose={() => setAway(null)}
        onRecord={(verdict) => {
          setAway(null);
          onRecord(verdict);
        }}
      />
    </>
  );
};
