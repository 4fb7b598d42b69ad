import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { Choices, PersonCard } from '../../../core/view.ts';
import type { Tap } from '../../device/answer.ts';
import { minute, useNow } from '../../device/clock.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Question, Tick } from '../../ui/mark.tsx';
import { AddSheet } from './add-sheet.tsx';
import style from './board.module.css';
import { hasMet, type Member, memberOf, membersOf } from './members.ts';
import { nextSteps } from './next-steps.ts';
import { PersonSheet } from './person-sheet.tsx';
import { SessionSheet } from './session-sheet.tsx';
import { Wall, WallTile } from './wall.tsx';

interface BoardScreenProps {
  session: Session;
  people: Record<string, PersonCard>;
  choices: Choices;
  place: string;
  undo: ReactNode;
  send: (tap: Tap) => void;
}

/** The team, for as long as the session lasts: names left in view are the ones that are remembered. */
export const BoardScreen = ({ session, people, choices, place, undo, send }: BoardScreenProps) => {
  const { t } = useTranslation('board');
  const { time } = useLanguage();
  const now = useNow(minute);
  const [open, setOpen] = useState<string | 'add' | 'session' | null>(null);
  const members = membersOf(session, people);
  const next = nextSteps(session);
  const close = () => setOpen(null);
  const round = (kind: 'patient' | 'team') => send({ type: 'open-round', session: session.id, kind });
  const patient = (
    <Button
      key="patient"
      variant={next.due === 'patient' ? 'primary' : 'quiet'}
      onPress={() => round('patient')}
    >
      {t(next.patient === 'held' ? 'introduceAgain' : 'introduce')}
    </Button>
  );
  const team = next.team !== null && (
    <Button key="team" variant={next.due === 'team' ? 'primary' : 'quiet'} onPress={() => round('team')}>
      {t(next.team === 'due' ? 'timeOut' : 'timeOutAgain')}
    </Button>
  );
  return (
    <main className={style.screen}>
      <header className={style.head}>
        <p>
          <bdi>{place}</bdi>
        </p>
        <h1 className={style.title}>{t('title')}</h1>
        <time>{time(now)}</time>
      </header>
      <Wall label={t('title')} count={members.length}>
        {members.map((member) => (
          <BoardTile
            key={member.participant.id}
            member={member}
            met={hasMet(session, member.participant.id)}
            asked={choices.questions.includes(member.participant.id)}
            onPress={() => setOpen(member.participant.id)}
          />
        ))}
      </Wall>
      <footer className={style.foot}>
        <Button onPress={() => setOpen('session')}>{t('more')}</Button>
        <Button onPress={() => setOpen('add')}>{t('addSomeone')}</Button>
        <div className={style.between}>
          {undo}
          {next.patient === 'postponed' && <p>{t('later')}</p>}
        </div>
        {/* What is due stands last, under the thumb. */}
        {next.due === 'team' ? [patient, team] : [team, patient]}
      </footer>
      <PersonSheet
        session={session}
        member={memberOf(session, people, open)}
        onClose={close}
        send={(tap) => {
          close();
          send(tap);
        }}
      />
      <AddSheet
        isOpen={open === 'add'}
        here={members.filter((one) => one.participant.left === null).map((one) => one.person.id)}
        onClose={close}
        onAdd={({ id, role }) => {
          close();
          send({ type: 'join', session: session.id, person: id, role });
        }}
      />
      <SessionSheet session={session} isOpen={open === 'session'} onClose={close} send={send} />
    </main>
  );
};

interface BoardTileProps {
  member: Member;
  met: boolean;
  asked: boolean;
  onPress: () => void;
}

const BoardTile = ({ member: { participant, person }, met, asked, onPress }: BoardTileProps) => {
  const { t } = useTranslation('board');
  const gone = participant.left !== null;
  return (
    <WallTile
      person={person}
      role={participant.role}
      look={gone ? 'away' : met ? 'done' : 'open'}
      said={
        <>
          {asked ? <Question /> : met && !gone && <Tick />}
          <span>{t(asked ? 'question' : gone ? 'gone' : met ? 'met' : 'notMet')}</span>
        </>
      }
      onPress={onPress}
    />
  );
};
