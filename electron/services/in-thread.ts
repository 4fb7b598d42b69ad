import { type ResourceLimits, Worker } from 'node:worker_threads';

interface InThread {
  workerData: unknown;
  /** What the thread says; `true` once that was its answer. May throw. */
  onMessage: (message: unknown) => boolean;
  signal?: AbortSignal | undefined;
  /** How much memory the thread may take; beyond it, it is ended, and `ERR_WORKER_OUT_OF_MEMORY` is thrown. */
  resourceLimits?: ResourceLimits;
}

/**
 * Runs a module in another thread until it has answered and is over. It is left to end by itself: a thread that is torn
 * down while SQLite closes in it can take the kiosk with it. Throws what is thrown there, what `onMessage` throws, and
 * the reason of the signal, on which the thread is ended where it stands.
 */
export const inThread = async (
  module: URL,
  { workerData, onMessage, signal, resourceLimits = {} }: InThread,
): Promise<void> => {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const thread = new Worker(module, { workerData, execArgv: [], resourceLimits });
  const over = new Promise<void>((done) => thread.once('exit', () => done()));
  let answered = false;
  thread.on('message', (message) => {
    try {
      answered = onMessage(message) || answered;
    } catch (problem) {
      reject(problem);
    }
  });
  thread.on('error', reject);
  thread.on('exit', () =>
    answered ? resolve() : reject(new Error('A thread ended before it had answered')),
  );
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop);
  try {
    await promise;
  } catch (problem) {
    await thread.terminate();
    throw problem;
  } finally {
    signal?.removeEventListener('abort', stop);
    await over;
  }
};
