import { lazy, Suspense, useEffect, useReducer, useState } from 'react';
import { type Stage, stageOf } from '../core/session/stage.ts';
import type { Session } from '../core/session/state.ts';
import type { PersonCard } from '../core/view.ts';
import { minute, useNow } from './device/clock.ts';
import { DeviceProvider, useCommands, useLive } from './device/device.tsx';
import { useHand } from './device/hand.ts';
import { useFocusKept, useFocusOnArrival, useTextSize } from './device/page.ts';
import { RecordBand } from './device/record-band.tsx';
import { Troubles } from './device/troubles.tsx';
import { useBadges } from './device/use-badges.ts';
import { useTheme } from './device/use-theme.ts';
import { LanguageProvider } from './i18n/language.tsx';
import { directionOf, spoken } from './i18n/languages.ts';
import { Guide } from './screens/guide/guide.tsx';
import { useGuide } from './screens/guide/use-guide.ts';
import { MyCard } from './screens/my-card/my-card.tsx';
import { Opening } from './screens/resting/opening.tsx';
import { RestingScreen } from './screens/resting/resting-screen.tsx';
import { changeDraft, type DraftChange, emptyDraft } from './screens/start/draft.ts';
import { StartSession } from './screens/start/start-session.tsx';
import { WallView } from './screens/wall/wall-view.tsx';
import { SessionScreen } from './session-screen.tsx';

/** What only managers see, with its charts, comes when one asks for it: it is as much as all the rest. */
const Manage = lazy(async () => ({ default: (await import('./screens/manage/manage.tsx')).Manage }));

export const App = () => {
  const shown = window.location.pathname === '/wall' ? 'wall' : 'kiosk';
  return <DeviceProvider shown={shown}>{shown === 'wall' ? <OnTheWall /> : <Kiosk />}</DeviceProvider>;
};

/** The second display: it follows the session, in the language of the place. */
const OnTheWall = () => {
  const { view, connected } = useLive();
  useTheme(view?.theme ?? null, useNow(minute));
  return (
    <LanguageProvider wanted={[view?.language ?? null]}>
      <WallView view={view} connected={connected} />
    </LanguageProvider>
  );
};

/** Stages in which the patient looks at the screen: it speaks their language, in the size of text they chose. */
const patientStages = new Set<Stage['at']>(['welcome', 'card', 'together', 'goodbye']);

/** Shows the screen that the device's view asks for, in its theme, its language and its size of text. */
const Kiosk = () => {
  const { view } = useLive();
  const now = useNow(minute);
  const { start, draft, change, begin, next, opening, end } = useStarting(view?.session?.id ?? null);
  const [mine, setMine] = useState(false);
  const [managing, setManaging] = useState(false);
  const { tell } = useCommands();
  const stage = view?.session == null ? null : stageOf(view.session);
  const forPatient = !managing && stage !== null && patientStages.has(stage.at);
  useTheme(view?.theme ?? null, now);
  const wanted = [forPatient ? (view?.choices.language ?? null) : null, view?.language ?? null];
  useHand(view?.hand ?? 'right', directionOf(spoken(...wanted)));
  useTextSize(forPatient && view?.choices.largerText === true);
  const where = managing ? 'manage' : mine ? 'my-card' : start ? 'start' : (stage?.at ?? 'resting');
  const guide = useGuide(view, where, draft);
  useFocusOnArrival(managing || mine || start ? where : nameOf(stage));
  useFocusKept();
  useBadges((person) => {
    if (mine || managing) return;
    if (!start) begin();
    change({ type: 'add', person });
  }, start);
  return (
    <LanguageProvider wanted={wanted}>
      {view !== null && <RecordBand record={view.record} forPatient={forPatient} />}
      {!managing && <Guide {...guide} />}
      {view === null ? (
        <Opening />
      ) : managing ? (
        <Suspense fallback={<Opening />}>
          <Manage view={view} onDone={() => setManaging(false)} />
        </Suspense>
      ) : mine ? (
        <MyCard
          view={view}
          onDone={(name) => {
            setMine(false);
            if (name !== undefined) tell({ kind: 'card-done', name });
          }}
        />
      ) : start ? (
        <StartSession draft={draft} change={change} onOpening={opening} onDone={end} />
      ) : view.session === null || stage === null ? (
        <RestingScreen
          {...{ view, now }}
          onStart={begin}
          onMyCard={() => setMine(true)}
          onManage={() => setManaging(true)}
          onGuide={guide.step === null ? guide.begin : null}
        />
      ) : (
        // Its own for every session: what was open or typed for one patient is never there for the next.
        <SessionScreen
          key={view.session.id}
          {...{ view, stage }}
          session={view.session}
          onNextShift={next}
          onManage={() => setManaging(true)}
        />
      )}
      <Troubles />
    </LanguageProvider>
  );
};

const nameOf = (stage: Stage | null): string => {
  if (stage === null) return 'resting';
  return stage.at === 'card' ? `card ${stage.participant}` : stage.at;
};

/**
 * Whether this window is choosing a team. Once a session is open there is nothing to choose any more, whoever opened
 * it, but for the next shift, which takes over from it; and while this window itself is opening one, the screen stays
 * until it is done.
 */
const useStarting = (open: string | null) => {
  const [step, setStep] = useState<'choosing' | 'opening' | null>(null);
  const [draft, change] = useReducer(changeDraft, emptyDraft);
  const isDecided = open !== null && open !== draft.next?.session;
  useEffect(() => {
    if (isDecided) setStep((now) => (now === 'choosing' ? null : now));
  }, [isDecided]);
  const choose = (from: Extract<DraftChange, { type: 'begin' | 'next' }>) => {
    change(from);
    setStep('choosing');
  };
  return {
    start: step === 'opening' || (step === 'choosing' && !isDecided),
    draft,
    change,
    begin: () => choose({ type: 'begin' }),
    /** The next shift takes over from everybody who is here. */
    next: ({ id, participants }: Session, people: Record<string, PersonCard>) => {
      const team = participants.filter((one) => one.left === null);
      choose({
        type: 'next',
        session: id,
        team: team.map(({ person, role }) => ({ person, role })),
        people: team.flatMap(({ person }) => people[person] ?? []),
      });
    },
    opening: () => setStep('opening'),
    end: (done: boolean) => setStep(done ? null : 'choosing'),
  };
};
