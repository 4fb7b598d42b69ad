import { type ReactNode, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Verdict } from '../../../core/session/commands.ts';
import { isHere, participantOf, type Round, type Session } from '../../../core/session/state.ts';
import type { Choices, ChoicesChange, PersonCard } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';
import { Steps } from '../../ui/steps.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { CardLayout } from './card-layout.tsx';
import { NotHereSheet } from './not-here-sheet.tsx';
import style from './patient-card.module.css';
import { ReadAloud } from './read-aloud.tsx';

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
  const [isAway, setIsAway] = useState(false);
  /** Whose card could not be read aloud. */
  const [voiceless, setVoiceless] = useState<string | null>(null);
  const here = participantOf(session, participant);
  const person = here === null ? undefined : people[here.person];
  if (here === null || person === undefined) return null;
  const steps = round.introductions.filter((one) => one.status !== null || isHere(session, one.participant));
  const asked = choices.questions.includes(participant);
  const ask = (wants: boolean) => {
    const others = choices.questions.filter((one) => one !== participant);
    onChange({ questions: wants ? [...others, participant] : others });
  };
  return (
    <>
      <CardLayout
        person={person}
        role={here.role}
        head={
          <>
            {steps.length > 1 && (
              <Steps
                done={steps.map((one) => one.status !== null)}
                now={steps.findIndex((one) => one.participant === participant)}
              />
            )}
            {choices.readAloud && (
              <ReadAloud
                key={participant}
                person={person}
                role={here.role}
                onNoVoice={() => setVoiceless(participant)}
              />
            )}
            <div className={style.undo}>{undo}</div>
          </>
        }
        aside={
          <p className={style.cue} role="status">
            {voiceless === participant ? (
              t('noVoice')
            ) : (
              <Trans t={t} i18nKey="cue" values={{ name: person.first }} components={{ name: <bdi /> }} />
            )}
          </p>
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
            <Toggle isSelected={asked} onChange={ask} className={style.question}>
              <Trans
                t={t}
                i18nKey="question"
                values={{ name: person.first }}
                components={{ name: <bdi /> }}
              />
            </Toggle>
            <Button
              className={style.other}
              onPress={() => onRecord({ status: 'declined', method: null, reason: null })}
            >
              {t('notNow')}
            </Button>
            <Button className={style.other} onPress={() => setIsAway(true)}>
              {t('notHere')}
            </Button>
          </>
        }
      />
      <NotHereSheet
        name={person.first}
        isOpen={isAway}
        onClose={() => setIsAway(false)}
        onRecord={(verdict) => {
          setIsAway(false);
          onRecord(verdict);
        }}
      />
    </>
  );
};
