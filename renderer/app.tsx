import { useEffect, useReducer, useState } from 'react';
import { type Stage, stageOf } from '../core/session/stage.ts';
import { minute, useNow } from './device/clock.ts';
import { DeviceProvider, useLive } from './device/device.tsx';
import { useHand } from './device/hand.ts';
import { useFocusKept, useFocusOnArrival, useTextSize } from './device/page.ts';
import { RecordBand } from './device/record-band.tsx';
import { Troubles } from './device/troubles.tsx';
import { useBadges } from './device/use-badges.ts';
import { useTheme } from './device/use-theme.ts';
import { LanguageProvider } from './i18n/language.tsx';
import { Guide } from './screens/guide/guide.tsx';
import { useGuide } from './screens/guide/use-guide.ts';
import { MyCard } from './screens/my-card/my-card.tsx';
import { Opening } from './screens/resting/opening.tsx';
import { RestingScreen } from './screens/resting/resting-screen.tsx';
import { changeDraft, emptyDraft } from './screens/start/draft.ts';
import { StartSession } from './screens/start/start-session.tsx';
import { WallView } from './screens/wall/wall-view.tsx';
import { SessionScreen } from './session-screen.tsx';

export const App = () => (
  <DeviceProvider>{window.location.pathname === '/wall' ? <OnTheWall /> : <Kiosk />}</DeviceProvider>
);

/** The second display: it follows the session, in the language of the place. */
const OnTheWall = () => {
  const { view } = useLive();
  useTheme(view?.theme ?? null, useNow(minute));
  return (
    <LanguageProvider wanted={[view?.language ?? null]}>
      <WallView view={view} />
    </LanguageProvider>
  );
};

/** Stages in which the patient looks at the screen: it speaks their language, in the size of text they chose. */
const patientStages = new Set<Stage['at']>(['welcome', 'card', 'together', 'goodbye']);

/** Shows the screen that the device's view asks for, in its theme, its language and its size of text. */
const Kiosk = () => {
  const { view } = useLive();
  const now = useNow(minute);
  const { start, draft, change, begin, opening, end } = useStarting(view?.session != null);
  const [mine, setMine] = useState(false);
  const stage = view?.session == null ? null : stageOf(view.session);
  const forPatient = stage !== null && patientStages.has(stage.at);
  useTheme(view?.theme ?? null, now);
  useHand(view?.hand ?? 'right');
  useTextSize(forPatient && view?.choices.largerText === true);
  const where = mine ? 'my-card' : start ? 'start' : (stage?.at ?? 'resting');
  const guide = useGuide(view, where, draft);
  useFocusOnArrival(mine || start ? where : nameOf(stage));
  useFocusKept();
  useBadges((person) => {
    if (mine) return;
    if (!start) begin();
    change({ type: 'add', person });
  });
  return (
    <LanguageProvider wanted={[forPatient ? (view?.choices.language ?? null) : null, view?.language ?? null]}>
      {view !== null && <RecordBand record={view.record} forPatient={forPatient} />}
      <Guide {...guide} />
      {view === null ? (
        <Opening />
      ) : mine ? (
        <MyCard view={view} onDone={() => setMine(false)} />
      ) : start ? (
        <StartSession draft={draft} change={change} onOpening={opening} onDone={end} />
      ) : view.session === null || stage === null ? (
        <RestingScreen
          {...{ view, now }}
          onStart={begin}
          onMyCard={() => setMine(true)}
          onGuide={guide.begin}
        />
      ) : (
        <SessionScreen view={view} session={view.session} stage={stage} />
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
 * it; but while this window itself is opening one, the screen stays until it is done.
 */
const useStarting = (sessionIsOpen: boolean) => {
  const [step, setStep] = useState<'choosing' | 'opening' | null>(null);
  const [draft, change] = useReducer(changeDraft, emptyDraft);
  useEffect(() => {
    if (sessionIsOpen) setStep((now) => (now === 'choosing' ? null : now));
  }, [sessionIsOpen]);
  return {
    start: step === 'opening' || (step === 'choosing' && !sessionIsOpen),
    draft,
    change,
    begin: () => {
      change({ type: 'begin' });
      setStep('choosing');
    },
    opening: () => setStep('opening'),
    end: (done: boolean) => setStep(done ? null : 'choosing'),
  };
};
