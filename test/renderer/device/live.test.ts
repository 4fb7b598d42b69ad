import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceView } from '../../../core/view.ts';
import { createLive, type LiveSources, newerOf } from '../../../renderer/device/live.ts';
import { viewOf } from './view.ts';

/** A device whose streams, answers and time are moved by hand. */
const stage = () => {
  const streams: Parameters<LiveSources['stream']>[0][] = [];
  const timers = new Map<number, { ms: number; run: () => void }>();
  let next = 0;
  let closed = 0;
  let answer: () => Promise<DeviceView> = () => Promise.reject(new Error('offline'));
  const live = createLive({
    stream: (on) => {
      streams.push(on);
      return () => {
        closed += 1;
      };
    },
    ask: () => answer(),
    later: (ms, run) => {
      const id = next++;
      timers.set(id, { ms, run });
      return () => timers.delete(id);
    },
  });
  live.start();
  return {
    live,
    streams,
    newest: () => streams.at(-1),
    closed: () => closed,
    answers: (reply: () => Promise<DeviceView>) => {
      answer = reply;
    },
    settle: () => new Promise((done) => setImmediate(done)),
    pass: () => {
      const due = [...timers];
      timers.clear();
      for (const [, { run }] of due) run();
    },
  };
};

describe('the live view', () => {
  it('is shown only when the words of its language are there, and one that comes meanwhile is not lost', async () => {
    const coming = new Map([
      [1, Promise.withResolvers<void>()],
      [2, Promise.withResolvers<void>()],
    ]);
    const live = createLive({
      stream: () => () => {},
      ask: () => Promise.reject(new Error('offline')),
      later: () => () => {},
      ready: ({ version }) => coming.get(version)?.promise ?? null,
    });
    const [first, second] = [live.accept(viewOf('a', 1)), live.accept(viewOf('a', 2))];
    expect(live.get().view).toBeNull();
    coming.get(2)?.resolve();
    await second;
    expect(live.get().view?.version).toBe(2);
    // The older one was only held up.
    coming.get(1)?.resolve();
    await first;
    expect(live.get().view?.version).toBe(2);
    expect(live.accept(viewOf('a', 3))).toBeNull();
    expect(live.get().view?.version).toBe(3);
  });

  it('never goes back to an older view of the same run', () => {
    expect(newerOf(viewOf('a', 5), viewOf('a', 4)).version).toBe(5);
    expect(newerOf(viewOf('a', 5), viewOf('a', 6)).version).toBe(6);
  });

  it('takes any view of a new run, since its numbers start again', () => {
    expect(newerOf(viewOf('a', 5), viewOf('b', 1))).toEqual(viewOf('b', 1));
  });

  it('never goes back to a run that is over, in whatever order answers and streams arrive', () => {
    const arriving = fc.array(fc.record({ run: fc.integer({ min: 0, max: 3 }), version: fc.nat(5) }));
    fc.assert(
      fc.property(arriving, (views) => {
        const { live } = stage();
        const shown: string[] = [];
        for (const { run, version } of views) {
          live.accept(viewOf(`run-${run}`, version));
          const boot = live.get().view?.boot;
          if (boot !== undefined && boot !== shown.at(-1)) shown.push(boot);
        }
        expect(shown).toEqual([...new Set(shown)]);
      }),
    );
  });

  it('shows what the stream brings, and tells its listeners once per change', () => {
    const { live, newest } = stage();
    let told = 0;
    live.subscribe(() => {
      told += 1;
    });
    newest()?.view(viewOf('a', 1));
    newest()?.view(viewOf('a', 0));
    expect(live.get().view?.version).toBe(1);
    expect(told).toBe(1);
  });

  it('asks the device when a stream ends, and nobody notices', async () => {
    const { live, newest, answers, settle, pass, streams, closed } = stage();
    answers(() => Promise.resolve(viewOf('a', 2)));
    newest()?.view(viewOf('a', 1));
    newest()?.dropped();
    await settle();
    expect(live.get()).toEqual({ view: viewOf('a', 2), connected: true });
    pass();
    expect(streams).toHaveLength(2);
    expect(closed()).toBe(1);
  });

  it('says that it is reconnecting while the device does not answer, and recovers by itself', async () => {
    const { live, newest, settle, pass } = stage();
    newest()?.view(viewOf('a', 1));
    newest()?.dropped();
    await settle();
    expect(live.get()).toEqual({ view: viewOf('a', 1), connected: false });
    pass();
    newest()?.view(viewOf('b', 1));
    expect(live.get()).toEqual({ view: viewOf('b', 1), connected: true });
  });

  it('gives up a stream that has gone silent', async () => {
    const { newest, pass, settle, streams, closed } = stage();
    newest()?.view(viewOf('a', 1));
    pass();
    await settle();
    expect(closed()).toBe(1);
    pass();
    expect(streams).toHaveLength(2);
  });
});
