import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Choices, ChoicesChange } from '../../core/view.ts';
import { loadAllWords } from '../i18n/languages.ts';
import { changeChoices, postCommand } from './calls.ts';
import { steadyNow } from './clock.ts';
import { type Commands, createCommands } from './commands.ts';
import { createLive, type LiveStore } from './live.ts';
import { browserSources } from './sources.ts';

interface Device {
  live: LiveStore;
  commands: Commands;
}

const DeviceContext = createContext<Device | null>(null);

const connectDevice = (shown: 'kiosk' | 'wall'): Device => {
  const live = createLive(browserSources(shown));
  const commands = createCommands({
    post: postCommand,
    newId: () => crypto.randomUUID(),
    now: steadyNow,
    wait: (ms) => new Promise((done) => window.setTimeout(done, ms)),
    accept: live.accept,
  });
  return { live, commands };
};

/** Connects everything inside it to the device, once, as the window that is shown. */
export const DeviceProvider = ({ shown, children }: { shown: 'kiosk' | 'wall'; children: ReactNode }) => {
  const [device] = useState(() => connectDevice(shown));
  useEffect(() => device.live.start(), [device]);
  useEffect(() => device.live.subscribe(once(() => requestIdleCallback(loadAllWords))), [device]);
  return <DeviceContext value={device}>{children}</DeviceContext>;
};

/** Does something the first time that it is asked for. */
const once = (work: () => unknown) => {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
};

const useDevice = (): Device => {
  const device = use(DeviceContext);
  if (device === null) throw new Error('This component needs a DeviceProvider around it');
  return device;
};

/** The device's newest view, whether it answers, and how to take in the view that an answer carried. */
export const useLive = () => {
  const { live } = useDevice();
  return { ...useSyncExternalStore(live.subscribe, live.get), accept: live.accept };
};

/** What was tapped last in this window: the step that can be undone, and what went wrong. */
export const useCommandState = () => {
  const { commands } = useDevice();
  return useSyncExternalStore(commands.subscribe, commands.get);
};

/** Sends what is tapped; see createCommands. */
export const useCommands = (): Commands => useDevice().commands;

/**
 * Keeps what the patient chose, one change after the other. `change` is true once the device has it; `chosen` waits
 * for the changes under way and gives what holds then, or null where one of them could not be kept.
 */
export const useChoices = (session: string) => {
  const { live, commands } = useDevice();
  const last = useRef(Promise.resolve(true));
  const change = useCallback(
    (wanted: ChoicesChange): Promise<boolean> => {
      const keep = async (): Promise<boolean> => {
        const view = await changeChoices(session, wanted).catch(() => null);
        if (view === null) return false;
        await live.accept(view);
        return true;
      };
      const kept = last.current.then(async () => (await keep()) || (await keep()));
      last.current = kept;
      kept.then((done) => {
        if (!done) commands.tell({ kind: 'not-kept' });
        // Whoever was told goes on with what holds.
        if (last.current === kept) last.current = Promise.resolve(true);
      });
      return kept;
    },
    [session, live, commands],
  );
  const chosen = async (): Promise<Choices | null> =>
    (await last.current) ? (live.get().view?.choices ?? null) : null;
  return { change, chosen };
};
