import type { ReactNode } from 'react';
import type { Verdict } from '../core/session/commands.ts';
import type { Stage } from '../core/session/stage.ts';
import type { Round, Session } from '../core/session/state.ts';
import type { Outcome } from '../core/session/words.ts';
import type { DeviceView } from '../core/view.ts';
import { useChoices, useCommands } from './device/device.tsx';
import { useLanguage } from './i18n/language.tsx';
import { BoardScreen } from './screens/board/board-screen.tsx';
import { LastStep } from './screens/board/last-step.tsx';
import { PatientCard } from './screens/patient/patient-card.tsx';
import { Together } from './screens/patient/together.tsx';
import { Goodbye } from './screens/shift/goodbye.tsx';
import { TeamScreen } from './screens/team/team-screen.tsx';
import { laterFrom } from './screens/welcome/later.ts';
import type { UnableReason } from './screens/welcome/unable-sheet.tsx';
import { Welcome } from './screens/welcome/welcome.tsx';

interface SessionScreenProps {
  view: DeviceView;
  session: Session;
  stage: Stage;
  /** The next shift takes over from whoever is here. */
  onNextShift: (session: Session, people: DeviceView['people']) => void;
  /** Somebody wants to look after the kiosk. */
  onManage: () => void;
}

/** The screen of the stage that the session is at; what is tapped on it becomes a command. */
export const SessionScreen = ({ view, session, stage, onNextShift, onManage }: SessionScreenProps) => {
  const { send } = useCommands();
  const reader = stage.at === 'board' || stage.at === 'team' ? 'staff' : 'patient';
  const undo = <LastStep {...{ session, reader }} people={view.people} language={view.choices.language} />;
  switch (stage.at) {
    case 'board':
      return (
        <BoardScreen
          {...{ view, session, undo, send, onManage }}
          onNextShift={() => onNextShift(session, view.people)}
        />
      );
    case 'team':
      return <TimeOut view={view} session={session} round={stage.round} undo={undo} />;
    default:
      return <WithPatient view={view} session={session} stage={stage} undo={undo} />;
  }
};

interface TimeOutProps extends Omit<SessionScreenProps, 'stage' | 'onNextShift' | 'onManage'> {
  round: Round;
  undo: ReactNode;
}

const TimeOut = ({ view, session, round, undo }: TimeOutProps) => {
  const { send } = useCommands();
  const { change } = useChoices(session.id);
  const ids = { session: session.id, round: round.id };
  return (
    <TeamScreen
      key={round.id}
      {...{ session, round, undo }}
      people={view.people}
      choices={view.choices}
      place={view.place.name}
      onChange={change}
      onRecord={({ participant, record }, verdict) =>
        send({ type: 'record', ...ids, participant, verdict, corrects: record })
      }
      onEnd={(outcome) => send({ type: 'end-round', ...ids, outcome })}
    />
  );
};

interface WithPatientProps extends Omit<SessionScreenProps, 'stage' | 'onNextShift' | 'onManage'> {
  stage: Exclude<Stage, { at: 'board' | 'team' }>;
  undo: ReactNode;
}

/** The button under a card stands for somebody else as soon as it was pressed: its double taps are its own. */
const cardButton = 'card';

const WithPatient = ({ view, session, stage, undo }: WithPatientProps): ReactNode => {
  const { send } = useCommands();
  const { language } = useLanguage();
  const { change: onChange, chosen } = useChoices(session.id);
  const { people, choices } = view;
  const { round } = stage;
  const ids = { session: session.id, round: round.id };
  const record = (participant: string, verdict: Verdict, button?: string) =>
    send({ type: 'record', ...ids, participant, verdict }, button);
  const end = (values: { outcome: Outcome; beforeSedation?: boolean | null; reason?: UnableReason }) =>
    send({ type: 'end-round', ...ids, ...values });
  const begin = async () => {
    // Whoever begins wants nothing later any more.
    if (choices.later !== null) onChange({ later: null });
    const last = await chosen();
    if (last === null) return;
    send({
      type: 'start-round',
      ...ids,
      language: last.language ?? language,
      oneByOne: last.way === null || last.way === 'one-by-one',
      without: last.students === false ? learnersIn(session) : [],
    });
  };
  switch (stage.at) {
    case 'welcome':
      return (
        // Its own for every round: what one patient typed is never there for the next.
        <Welcome
          key={round.id}
          {...{ session, people, choices, onChange }}
          onStart={begin}
          onNotNow={async (wish) => {
            await onChange({ later: laterFrom(wish, new Date()) });
            end({ outcome: 'postponed' });
          }}
          onDecline={() => end({ outcome: 'declined' })}
          onUnable={(reason) => end({ outcome: 'unable', reason })}
        />
      );
    case 'goodbye':
      return (
        <Goodbye
          {...{ session, round, people, choices, undo }}
          onGoodbye={(staying) => send({ type: 'say-goodbye', ...ids, staying })}
        />
      );
    case 'card':
      return (
        <PatientCard
          {...{ session, round, people, choices, undo, onChange }}
          participant={stage.participant}
          onRecord={(verdict) => record(stage.participant, verdict, cardButton)}
        />
      );
    default:
      return (
        <Together
          key={round.id}
          {...{ view, session, round, undo, onChange }}
          onMet={(participant) => record(participant, { status: 'introduced', method: 'self', reason: null })}
          onShow={(participant) => send({ type: 'show-card', ...ids, participant })}
          onRecall={(answer) => send({ type: 'answer-recall', ...ids, ...answer })}
          onFinish={end}
        />
      );
  }
};

const learnersIn = (session: Session): string[] =>
  session.participants.filter((one) => one.learner).map((one) => one.id);
