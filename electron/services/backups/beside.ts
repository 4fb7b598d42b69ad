import { inThread } from '../in-thread.ts';
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
export const beside = async <Job extends keyof Jobs>(
  job: Job,
  input: Parameters<Jobs[Job]>[0],
  { sign = () => {}, signal }: Beside = {},
): Promise<ReturnType<Jobs[Job]>> => {
  const answers: { found: ReturnType<Jobs[Job]> }[] = [];
  const onMessage = (message: unknown): boolean => {
    // What the worker says is of the kind that its job finds: both are built together.
    const said = message as { say: 'sign' } | { say: 'found'; found: ReturnType<Jobs[Job]> };
    if (said.say === 'sign') sign();
    else answers.push(said);
    return said.say === 'found';
  };
  await inThread(worker, { workerData: { job, input }, onMessage, signal });
  const [answer] = answers;
  if (answer === undefined) throw new Error(`The thread for “${job}” found nothing`);
  return answer.found;
};
