import { Worker } from 'node:worker_threads';

/**
 * A thread that found something out and keeps it: what is large stays there, and is asked for part by part. A message of
 * a thread is read all at once, and a tap would wait for all of a large one.
 */
export interface KeptThread<Found> {
  readonly found: Found;
  /** Throws what is thrown there, and where it ended. */
  ask: (question: unknown) => Promise<unknown>;
  end: () => void;
}

/** What such a thread says: what it found, then an answer to each question. */
export type Said =
  | { is: 'found'; found: unknown }
  | { is: 'answer'; of: number; answer: unknown }
  | { is: 'not-answered'; of: number; problem: unknown };
export type Asked = { of: number; question: unknown } | 'end';

interface Begin {
  workerData: unknown;
  signal: AbortSignal;
}

/** Begins such a thread, and waits until it has found out. Throws what is thrown there, and the reason of the signal. */
export const keepThread = async (
  module: URL,
  { workerData, signal }: Begin,
): Promise<KeptThread<unknown>> => {
  signal.throwIfAborted();
  const thread = new Worker(module, { workerData, execArgv: [] });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const found = Promise.withResolvers<unknown>();
  let ended: Error | null = null;
  const over = (problem: unknown): void => {
    ended = problem instanceof Error ? problem : new Error(String(problem));
    found.reject(ended);
    for (const one of waiting.values()) one.reject(ended);
    waiting.clear();
  };
  thread.on('message', (said: Said) => {
    if (said.is === 'found') return found.resolve(said.found);
    const one = waiting.get(said.of);
    waiting.delete(said.of);
    // Only while something is asked is it worth waiting for.
    if (waiting.size === 0) thread.unref();
    if (said.is === 'answer') one?.resolve(said.answer);
    else one?.reject(said.problem);
  });
  thread.on('error', over);
  thread.on('exit', () => over(new Error('A thread that kept something ended')));
  // It ends by itself: a thread that is torn down while SQLite closes in it can take the kiosk with it.
  const end = (): void => {
    over(signal.aborted ? signal.reason : new Error('What a thread kept was let go of'));
    thread.postMessage('end' satisfies Asked);
  };
  const stop = (): void => {
    over(signal.reason);
    void thread.terminate();
  };
  signal.addEventListener('abort', stop);
  let asked = 0;
  try {
    return {
      found: await found.promise,
      ask: (question) => {
        if (ended !== null) return Promise.reject(ended);
        asked += 1;
        const one = Promise.withResolvers<unknown>();
        waiting.set(asked, one);
        thread.ref();
        thread.postMessage({ of: asked, question } satisfies Asked);
        return one.promise;
      },
      end,
    };
  } finally {
    signal.removeEventListener('abort', stop);
    thread.unref();
  }
};
