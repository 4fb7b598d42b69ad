import type { DeviceView } from '../../core/view.ts';

/** What this window knows of the device: its newest view, and whether the device answers at present. */
export interface Live {
  view: DeviceView | null;
  connected: boolean;
}

/** The world around the live store, given in so that it can be tested without one. */
export interface LiveSources {
  /** Opens the stream of views; gives back what closes it. */
  stream: (on: { view: (view: DeviceView) => void; beat: () => void; dropped: () => void }) => () => void;
  /** Asks once for the present view. */
  ask: () => Promise<DeviceView>;
  /** What is still to come before a view can be shown; null where all is there. */
  ready?: (view: DeviceView) => Promise<unknown> | null;
  /** Runs something later; gives back what cancels it. */
  later: (ms: number, run: () => void) => () => void;
}

/** The device beats every 10 s; a stream silent for longer than two beats is dead, whatever its state says. */
const silence = 25_000;
const pause = 1_000;
const longestPause = 5_000;

/** Of two views the one to show: a view from before, of the same run of the device, never replaces a newer one. */
export const newerOf = (shown: DeviceView | null, arrived: DeviceView): DeviceView =>
  shown !== null && shown.boot === arrived.boot && arrived.version < shown.version ? shown : arrived;

/**
 * Keeps one view fresh. When the stream drops, the device is asked directly until a new stream stands, so a
 * stream that merely reached its end is never noticed; only a device that does not answer is `connected: false`.
 */
export const createLive = (sources: LiveSources) => {
  let live: Live = { view: null, connected: true };
  const listeners = new Set<() => void>();
  let stop = () => {};

  const set = (next: Live) => {
    if (next.view === live.view && next.connected === live.connected) return;
    live = next;
    for (const listener of listeners) listener();
  };
  /** Runs that are over: what still arrives of them was sent before the one that is shown. */
  const over = new Set<string>();
  const show = (view: DeviceView) => {
    if (over.has(view.boot)) return;
    if (live.view !== null && live.view.boot !== view.boot) over.add(live.view.boot);
    set({ view: newerOf(live.view, view), connected: true });
  };
  /** Shows a view at once, or as soon as it can be: then what it gives is waited for. */
  const accept = (view: DeviceView): Promise<void> | null => {
    const coming = sources.ready?.(view) ?? null;
    if (coming !== null) return coming.then(() => show(view));
    show(view);
    return null;
  };

  const connect = (wait: number) => {
    let stopWatching = () => {};
    const drop = () => {
      stop();
      askAndReconnect(wait);
    };
    const alive = () => {
      wait = pause;
      stopWatching();
      stopWatching = sources.later(silence, drop);
    };
    const close = sources.stream({
      view: (view) => {
        alive();
        accept(view);
      },
      beat: alive,
      dropped: drop,
    });
    stopWatching = sources.later(silence, drop);
    stop = () => {
      stopWatching();
      close();
    };
  };

  const askAndReconnect = (wait: number) => {
    let over = false;
    let cancel = () => {};
    stop = () => {
      over = true;
      cancel();
    };
    const again = () => {
      if (!over) cancel = sources.later(wait, () => connect(Math.min(wait * 2, longestPause)));
    };
    sources.ask().then(
      (view) => {
        if (!over) accept(view);
        again();
      },
      () => {
        if (!over) set({ ...live, connected: false });
        again();
      },
    );
  };

  return {
    /** Starts the stream; gives back what ends it. */
    start: (): (() => void) => {
      connect(pause);
      return () => stop();
    },
    /** Takes in the view that an answer carried. */
    accept,
    get: (): Live => live,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export type LiveStore = ReturnType<typeof createLive>;
