import { useEffect, useState } from 'react';
import type { StartView } from '../../../core/view.ts';
import { askStart } from '../../device/calls.ts';
import { useCommands, useLive } from '../../device/device.tsx';
import { StillThere } from '../../ui/still-there.tsx';
import type { Draft, DraftChange } from './draft.ts';
import { teamBefore } from './plan-list.tsx';
import { StartScreen } from './start-screen.tsx';
import { nearest } from './turnover.ts';

interface StartSessionProps {
  draft: Draft;
  change: (change: DraftChange) => void;
  /** While the session is being opened, this screen stays, so that no other flashes by. */
  onOpening: () => void;
  /** Whether the session is open, or was given up; if not, the choosing goes on. */
  onDone: (done: boolean) => void;
}

/** The start screen at work: asks the device who there is, and opens what was chosen. */
export const StartSession = ({ draft, change, onOpening, onDone }: StartSessionProps) => {
  const { send } = useCommands();
  const { view } = useLive();
  const start = useStart();
  useSuggestion(start, draft.next, change);
  /** Whether the session before is over: an open one ends here, and what its patient chose is erased. */
  const endBefore = async (): Promise<boolean | null> => {
    const session = view?.session?.id;
    if (session === undefined || session !== draft.next?.session) return true;
    const { outcome } = await send({ type: 'close-session', session });
    return outcome === 'ignored' ? null : outcome === 'recorded';
  };
  const [isOpening, setIsOpening] = useState(false);
  const open = async (handOver: boolean) => {
    onOpening();
    setIsOpening(true);
    await openChosen(handOver);
    setIsOpening(false);
  };
  const openChosen = async (handOver: boolean) => {
    const ended = await endBefore();
    if (ended === null) return;
    if (!ended) return onDone(false);
    const { from, kind, interpreter } = draft;
    const scheduled = from !== null && typeof from === 'object' ? from.scheduled : null;
    const isShiftChange = kind === 'shift-change';
    const urgency = isShiftChange ? 'elective' : draft.urgency;
    const opened = await send({
      ...{ type: 'open-session', kind, scheduled, urgency, interpreter },
      team: draft.team.map(({ part, ...one }) => (isShiftChange ? { ...one, part } : one)),
      ...(isShiftChange && !handOver ? { withoutPatient: true } : {}),
    });
    if (opened.outcome === 'recorded' && opened.view.session !== null && handOver)
      await send({ type: 'open-round', session: opened.view.session.id, kind: 'patient' });
    if (opened.outcome !== 'ignored') onDone(opened.outcome === 'recorded');
  };
  return (
    <>
      <StartScreen
        start={start}
        draft={draft}
        change={change}
        onBack={() => onDone(true)}
        onHandOver={() => open(true)}
        onBoardOnly={() => open(false)}
      />
      <StillThere what="start" watches={!isOpening} onOver={() => onDone(true)} />
    </>
  );
};

/** What is on about now is chosen before anybody touches anything. */
const useSuggestion = (
  start: StartView | null,
  next: Draft['next'],
  change: (change: DraftChange) => void,
): void => {
  useEffect(() => {
    if (start === null) return;
    const scheduled = nearest(start.schedule, new Date(), next === null ? null : 'shift-change');
    const here = teamBefore(start, next).map(({ person }) => person);
    if (scheduled !== null) change({ type: 'suggest', scheduled, here });
  }, [start, next, change]);
};

const pause = 2_000;

const useStart = (): StartView | null => {
  const [start, setStart] = useState<StartView | null>(null);
  useEffect(() => {
    let timer = 0;
    let over = false;
    const ask = () => {
      askStart().then(
        (answer) => {
          if (!over) setStart(answer);
        },
        () => {
          if (!over) timer = window.setTimeout(ask, pause);
        },
      );
    };
    ask();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, []);
  return start;
};
