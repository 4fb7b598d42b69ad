import * as z from 'zod';
import { inThread } from '../in-thread.ts';

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
  let found: unknown;
  const onMessage = (message: unknown): boolean => {
    found = message;
    return true;
  };
  await inThread(worker, { workerData: { work, folder }, onMessage, signal });
  return found;
};

/** Checks the database and the whole record. */
export const verifyBeside = async (folder: string, signal: AbortSignal): Promise<z.infer<typeof answer>> =>
  answer.parse(await beside('verify', folder, signal));

/** Whether SQLite finds the database sound. */
export const isSoundBeside = async (folder: string, signal: AbortSignal): Promise<boolean> =>
  z.boolean().parse(await beside('look-over', folder, signal));
