import { Worker } from 'node:worker_threads';
import * as z from 'zod';

/** As it lies beside this module, in the sources or where the build lays what is shipped. */
const worker = new URL(
  import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js',
  import.meta.url,
);

const answer = z.discriminatedUnion('result', [
  z.object({ result: z.literal('ok'), size: z.int() }),
  z.object({ result: z.literal('bad'), what: z.string(), entry: z.int().nullable(), why: z.string() }),
]);

/** Has another thread read the record of a folder, so that no tap waits for it. Throws what is thrown there. */
const beside = async (
  work: 'verify' | 'look-over',
  folder: string,
  signal: AbortSignal,
): Promise<unknown> => {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const thread = new Worker(worker, { workerData: { work, folder }, execArgv: [] });
  thread.on('message', resolve);
  thread.on('error', reject);
  thread.on('exit', () => reject(new Error('The check ended before it was done')));
  const stop = () => void thread.terminate();
  signal.addEventListener('abort', stop);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
};

/** Checks the database and the whole record. */
export const verifyBeside = async (folder: string, signal: AbortSignal): Promise<z.infer<typeof answer>> =>
  answer.parse(await beside('verify', folder, signal));

/** Whether SQLite finds the database sound. */
export const isSoundBeside = async (folder: string, signal: AbortSignal): Promise<boolean> =>
  z.boolean().parse(await beside('look-over', folder, signal));
