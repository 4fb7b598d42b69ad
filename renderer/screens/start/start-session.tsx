import { useEffect, useState } from 'react';
import type { StartView } from '../../../core/view.ts';
import { askStart } from '../../device/calls.ts';
import { useCommands } from '../../device/device.tsx';
import type { Draft, DraftChange } from './draft.ts';
import { StartScreen } from './start-screen.tsx';

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
  const start = useStart();
  const open = async (handOver: boolean) => {
    onOpening();
    const { from, kind, urgency, interpreter, team } = draft;
    const scheduled = from !== null && typeof from === 'object' ? from.scheduled : null;
    const opened = await send({ type: 'open-session', kind, scheduled, urgency, interpreter, team });
    if (opened.outcome === 'recorded' && opened.view.session !== null && handOver)
      await send({ type: 'open-round', session: opened.view.session.id, kind: 'patient' });
    if (opened.outcome !== 'ignored') onDone(opened.outcome === 'recorded');
  };
  return (
    <StartScreen
      start={start}
      draft={draft}
      change={change}
      onBack={() => onDone(true)}
      onHandOver={() => open(true)}
      onBoardOnly={() => open(false)}
    />
  );
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
