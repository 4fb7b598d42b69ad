import type { Device } from '../device.ts';
import { inThread } from '../in-thread.ts';
import type { ImportJob, PlannedImport } from './work.ts';

/** As it lies beside this module, in the sources or where the build lays what is shipped. */
const worker = new URL(
  import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js',
  import.meta.url,
);

/** Finds out in another thread what files would change, so that no tap waits for it. Throws the reason of the signal. */
export const planBeside = async (
  { folder, badgeKey, clock }: Device,
  job: ImportJob,
  signal: AbortSignal,
): Promise<PlannedImport> => {
  const answers: PlannedImport[] = [];
  await inThread(worker, {
    workerData: { folder, badgeKey, now: clock.now().getTime(), job },
    onMessage: (message) => {
      answers.push(message as PlannedImport);
      return true;
    },
    signal,
  });
  const [answer] = answers;
  if (answer === undefined) throw new Error('The thread found nothing');
  return answer;
};
