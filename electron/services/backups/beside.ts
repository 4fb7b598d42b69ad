import { Worker } from 'node:worker_threads';
import type { Jobs } from './jobs.ts';

/** As it lies beside this module, in the sources or where the build lays what is shipped. */
const worker = new URL(
  import.meta.url.endsWith('.ts') ? './backup-worker.ts' : './backup-worker.js',
  import.meta.url,
);

interface Beside {
  /** Signs the log of the record; called in this thread. */
  sign?: () => void;
  signal?: AbortSignal | undefined;
}

/**
 * Does a step of a backup in another thread, so that a tap need not wait for it. Throws what is thrown there, what `sign`
 * throws, and the reason of the signal once it is given.
 */
export const beside = <Job extends keyof Jobs>(
  job: Job,
  input: Parameters<Jobs[Job]>[0],
  { sign = () => {}, signal }: Beside = {},
): Promise<ReturnType<Jobs[Job]>> => {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<ReturnType<Jobs[Job]>>();
  const thread = new Worker(worker, { workerData: { job, input }, execArgv: [] });
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop);
  thread.on('error', reject);
  thread.on('exit', () => reject(new Error(`The thread for “${job}” ended before it was done`)));
  thread.on('message', (message: { say: 'sign' } | { say: 'found'; found: ReturnType<Jobs[Job]> }) => {
    try {
      if (message.say === 'found') resolve(message.found);
      else sign();
    } catch (problem) {
      reject(problem);
    }
  });
  return promise.finally(() => {
    signal?.removeEventListener('abort', stop);
    return thread.terminate();
  });
};
