import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NextSteps, nextSteps } from '../../../core/session/next-steps.ts';
import { hasMet, type Session } from '../../../core/session/state.ts';
import type { DeviceView } from '../../../core/view.ts';
import type { Tap } from '../../device/answer.ts';
import { minute, useNow } from '../../device/clock.ts';
import { useChoices, useLive } from '../../device/device.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { StillThere } from '../../ui/still-there.tsx';
import { LeaveBehindSheet } from '../leave-behind/leave-behind-sheet.tsx';
import { SuggestionSheet } from '../suggestions/suggestion-sheet.tsx';
import { RoomGrid } from '../team/room.tsx';
import { InterpreterTile } from '../team/room-tile.tsx';
import { AddSheet } from './add-sheet.tsx';
import style from './board.module.css';
import { BoardTile } from './board-tile.tsx';
import { interpreting } from './interpreting.ts';
import { type Member, memberOf, membersOf } from './members.ts';
import { Notes } from './notes.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { waitingQuestions } from './questions.ts';
import { SessionSheet } from './session-sheet.tsx';
import { WristbandSheet } from './wristband-sheet.tsx';

interface BoardScreenProps {
  view: DeviceView;
  session: Session;
  undo: ReactNode;
  send: (tap: Tap) => void;
  /** The next shift takes over from those who are here. */
  onNextShift: () => void;
  /** Somebody wants to look after the kiosk; the session stays as it is. */
  onManage: () => void;
}

/** A sheet that is open: a participant’s own, by their id, or one of these. */
type Open = 'add' | 'session' | 'wristband' | 'take-along' | 'suggestions' | (string & {}) | null;

/** The team, for as long as the session lasts: names left in view are the ones that are remembered. */
export const BoardScreen = ({ view, session, undo, send, onNextShift, onManage }: BoardScreenProps) => {
  const { t } = useTranslation(['board', 'stay', 'shift']);
  const { time } = useLanguage();
  const { accept } = useLive();
  const { change: onChange } = useChoices(session.id);
  const now = useNow(minute);
  const [open, setOpen] = useState<Open>(null);
  const [masked, setMasked] = useState(false);
  const { people, choices } = view;
  const members = membersOf(session, people);
  const here = members.filter((one) => one.participant.left === null);
  const gone = members.filter((one) => one.participant.left !== null);
  const next = nextSteps(session, { now, later: choices.later });
  const helped = interpreting(session);
  const helper = helped === 'waiting' ? null : helped;
  const questions = waitingQuestions(choices, session);
  const close = () => setOpen(null);
  const tileOf = (member: Member) => (
    <BoardTile
      key={member.participant.id}
      {...{ session, people, member, masked }}
      asked={questions.some(({ answers }) => answers === member.participant.id)}
      onPress={() => setOpen(member.participant.id)}
    />
  );
  const sendAndClose = (tap: Tap) => {
    close();
    send(tap);
  };
  return (
    <main className={style.screen}>
      <header className={style.head}>
        <p>
          <bdi>{view.place.name}</bdi>
        </p>
        <h1 className={style.title}>{t('title')}</h1>
        <time>{time(now)}</time>
      </header>
      <Notes
        {...{ session, people, choices, next }}
        onInterpreter={(interpreter) =>
          send({ type: 'change-session', session: session.id, urgency: session.urgency, interpreter })
        }
      >
        {next.patient === 'held' ? (
          <Button variant="plain" onPress={() => setOpen('take-along')}>
            {t('takeAlong')}
          </Button>
        ) : (
          !view.stay && (
            <Button variant="plain" onPress={() => setOpen('wristband')}>
              {t('stay:scan')}
            </Button>
          )
        )}
      </Notes>
      <RoomGrid label={t('title')} count={members.length + (helper === null ? 0 : 1)} low>
        {here.map(tileOf)}
        {helper !== null && <InterpreterTile how={helper} />}
        {gone.map(tileOf)}
      </RoomGrid>
      <footer className={style.foot}>
        <Button onPress={() => setOpen('session')}>{t('more')}</Button>
        <Button onPress={() => setOpen('add')}>{t('addSomeone')}</Button>
        <div className={style.between}>{undo}</div>
        {session.kind === 'shift-change' && <Button onPress={onNextShift}>{t('shift:next')}</Button>}
        <Rounds
          next={next}
          again={here.some(({ participant }) => hasMet(session, participant.id))}
          onOpen={(kind) => send({ type: 'open-round', session: session.id, kind })}
        />
      </footer>
      <PersonSheet
        {...{ session, people, choices, onChange }}
        member={memberOf(session, people, open)}
        onClose={close}
        send={sendAndClose}
      />
      <AddSheet
        isOpen={open === 'add'}
        here={here.map((one) => one.person.id)}
        onClose={close}
        onAdd={({ id, role }) => sendAndClose({ type: 'join', session: session.id, person: id, role })}
      />
      <SessionSheet
        {...{ session, masked, send }}
        isOpen={open === 'session'}
        onMasked={setMasked}
        onWristband={() => setOpen('wristband')}
        onSuggest={() => setOpen('suggestions')}
        onManage={onManage}
        onClose={close}
      />
      <WristbandSheet
        {...{ session, people }}
        known={view.stay}
        isOpen={open === 'wristband'}
        onClose={close}
        onView={accept}
      />
      <LeaveBehindSheet {...{ view, session }} isOpen={open === 'take-along'} onClose={close} />
      <SuggestionSheet isOpen={open === 'suggestions'} onClose={close} />
      {/* The box asks for itself. */}
      <StillThere what="sheet" watches={open !== null && open !== 'suggestions'} onOver={close} />
    </main>
  );
};

interface RoundsProps {
  next: NextSteps;
  /** Whether the patient has met anybody yet: whoever slept until now is not shown the team again. */
  again: boolean;
  onOpen: (kind: 'patient' | 'team') => void;
}

/** What can be begun from here. What is due stands last, under the thumb. */
const Rounds = ({ next, again, onOpen }: RoundsProps) => {
  const { t } = useTranslation('board');
  const patient = (
    <Button
      key="patient"
      variant={next.due === 'patient' ? 'primary' : 'quiet'}
      onPress={() => onOpen('patient')}
    >
      {t(next.patient === 'held' && again ? 'introduceAgain' : 'introduce')}
    </Button>
  );
  const team = next.team !== null && (
    <Button key="team" variant={next.due === 'team' ? 'primary' : 'quiet'} onPress={() => onOpen('team')}>
      {t(next.team === 'due' ? 'timeOut' : 'timeOutAgain')}
    </Button>
  );
  return next.due === 'team' ? [patient, team] : [team, patient];
};
