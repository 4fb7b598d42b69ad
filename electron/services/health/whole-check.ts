import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { readEntry } from '../../log/read-entry.ts';
import { newestOfType, readHead } from '../../store/log.ts';
import type { Device } from '../device.ts';
import { beganAnew } from './began-anew.ts';
import type { DailyJob } from './upkeep.ts';

/** As it lies beside this module, in the sources or where the build lays what is shipped. */
const worker = new URL(
  import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js',
  import.meta.url,
);

const answer = z.discriminatedUnion('result', [
  z.object({ result: z.literal('ok'), size: z.int() }),
  z.object({ result: z.literal('bad'), what: z.string(), entry: z.int().nullable(), why: z.string() }),
]);

/** Checks the database and the whole record in another thread, by a connection that only reads. */
const checkBeside = async (folder: string, signal: AbortSignal): Promise<z.infer<typeof answer>> => {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const thread = new Worker(worker, { workerData: { folder }, execArgv: [] });
  thread.on('message', resolve);
  thread.on('error', reject);
  thread.on('exit', () => reject(new Error('The check ended before it was done')));
  const stop = () => void thread.terminate();
  signal.addEventListener('abort', stop);
  try {
    return answer.parse(await promise);
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
};

/** The database and the whole log, checked while nobody is about to tap. What was found is logged and shown. */
export const wholeCheck: DailyJob = {
  name: 'check',
  lastDone: ({ db }) => {
    for (const { at, bytes } of newestOfType.iterate(db, { type: 'checked' })) {
      const entry = readEntry(bytes);
      if (entry?.type === 'checked' && entry.data.occasion === 'daily') return at;
    }
    return null;
  },
  run: async (device: Device, signal) => {
    const found = await checkBeside(device.folder, signal);
    const isDamaged = found.result === 'bad' && found.what === 'database';
    const result = isDamaged ? ('damaged' as const) : found.result;
    const { entry, why } = found.result === 'ok' ? { entry: null, why: null } : found;
    const size = found.result === 'ok' ? found.size : (readHead(device.db)?.size ?? 0);
    const data = { occasion: 'daily' as const, result, size, entry, why };
    device.say({ type: 'checked', ids: {}, data });
    device.health.find(result === 'ok' ? beganAnew(device) : result);
  },
};
