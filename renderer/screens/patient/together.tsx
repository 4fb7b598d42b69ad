import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  introductionOf,
  participantOf,
  type Round,
  type Session,
  waiting,
} from '../../../core/session/state.ts';
import type { Outcome } from '../../../core/session/words.ts';
import type { Choices, PersonCard } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';
import { CardLayout } from './card-layout.tsx';
import { Finish } from './finish.tsx';
import { TeamTile } from './team-tile.tsx';
import style from './together.module.css';

interface TogetherProps {
  session: Session;
  round: Round;
  people: Record<string, PersonCard>;
  choices: Choices;
  /** The undo bar, which has its place at the top. */
  undo: ReactNode;
  /** Somebody and the patient have met. */
  onMet: (participant: string) => void;
  /** Brings up somebody's card. */
  onShow: (participant: string) => void;
  onFinish: (end: { outcome: Outcome; beforeSedation: boolean | null }) => void;
}

/**
 * The whole team on one screen. Together: a touch marks somebody as met. Only shown: a touch makes a face large and
 * records nothing. After a round of cards: who was met, what is still to be asked, and the end.
 */
export const Together = (props: TogetherProps) => {
  const { session, round, people, choices, undo, onMet, onShow, onFinish } = props;
  const { t } = useTranslation('patient');
  const [large, setLarge] = useState<string | null>(null);
  const left = waiting(session, round);
  const onlyShown = choices.way === 'show';
  const cards = !onlyShown && choices.way !== 'together';
  const enlarged = large === null ? null : participantOf(session, large);
  const enlargedPerson = enlarged === null ? undefined : people[enlarged.person];
  if (enlarged !== null && enlargedPerson !== undefined)
    return (
      <CardLayout
        person={enlargedPerson}
        role={enlarged.role}
        head={null}
        primary={
          <Button variant="primary" onPress={() => setLarge(null)}>
            {t('everyone')}
          </Button>
        }
      />
    );
  const everyoneWasMet = round.introductions.every((one) => one.status === 'introduced');
  const hint = onlyShown ? 'tapToSee' : left.length === 0 ? 'namesStay' : cards ? 'tapToMeet' : 'tapWhenMet';
  const touch = (participant: string) => {
    if (onlyShown) setLarge(participant);
    else if (introductionOf(round, participant)?.status !== null) setLarge(participant);
    else if (cards) onShow(participant);
    else onMet(participant);
  };
  return (
    <main className={style.screen}>
      <div className={style.layout}>
        <header className={style.head}>
          <h1 className={style.title}>
            {t(onlyShown || left.length > 0 ? 'team' : everyoneWasMet ? 'known' : 'yourTeam')}
          </h1>
          <p className={style.hint}>{t(hint)}</p>
          <div className={style.undo}>{undo}</div>
        </header>
        <ul className={style.team} data-size={sizeOf(round.introductions.length)}>
          {round.introductions.map((introduction) => {
            const participant = participantOf(session, introduction.participant);
            const person = participant === null ? undefined : people[participant.person];
            if (participant === null || person === undefined) return null;
            return (
              <li key={participant.id}>
                <TeamTile
                  person={person}
                  role={participant.role}
                  status={onlyShown ? null : introduction.status}
                  hasQuestion={choices.questions.includes(participant.id)}
                  onPress={() => touch(participant.id)}
                />
              </li>
            );
          })}
        </ul>
        <div className={style.end}>
          <Finish
            asksSedation={session.kind === 'surgery' && !onlyShown}
            outcome={onlyShown ? 'shown' : 'completed'}
            left={
              onlyShown
                ? []
                : left.flatMap(({ participant }) => {
                    const person = people[participantOf(session, participant)?.person ?? ''];
                    return person === undefined ? [] : [{ participant, person }];
                  })
            }
            onMeet={onShow}
            onFinish={onFinish}
          />
        </div>
      </div>
    </main>
  );
};

/** How many there are, as far as the layout cares. */
const sizeOf = (people: number): 'few' | 'team' | 'many' | 'crowd' => {
  if (people <= 4) return 'few';
  if (people <= 6) return 'team';
  return people <= 9 ? 'many' : 'crowd';
};
