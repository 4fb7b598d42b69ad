import type { MadeFile, Progress } from '../../../core/exports/view.ts';
import { inThread } from '../in-thread.ts';
import type { Said, Work } from './work.ts';

/** As it lies beside this module, in the sources or where the build lays what is shipped. */
const worker = new URL(
  import.meta.url.endsWith('.ts') ? './export-worker.ts' : './export-worker.js',
  import.meta.url,
);

/** A workbook of as many rows as there may be wants half of this; the kiosk is not to be short of memory for it. */
const resourceLimits = { maxOldGenerationSizeMb: 1_200 };

export type Outcome =
  | { is: 'made'; made: MadeFile; size: number | null }
  | (Extract<Said, { say: 'failed' }> & { is: 'failed' });

/** What makes a file: another thread, or for a test this one. */
export type Make = typeof makeBeside;

/**
 * Makes a file in another thread. It is left to end by itself when nobody wants it any more (`work.stop`), for a thread
 * that is torn down while SQLite closes in it can take the kiosk with it; once all is read, `signal` ends it at once.
 * Throws what went wrong in the thread itself.
 */
export const makeBeside = async (
  work: Work,
  {
    onProgress,
    onAllRead,
    signal,
  }: { onProgress: (progress: Progress) => void; onAllRead: () => void; signal: AbortSignal },
): Promise<Outcome> => {
  const outcomes: Outcome[] = [];
  const onMessage = (message: unknown): boolean => {
    // What the worker says is what `work` says: both are built together.
    const said = message as Said;
    if (said.say === 'progress') onProgress(said.progress);
    else if (said.say === 'all-read') onAllRead();
    else
      outcomes.push(
        said.say === 'made' ? { is: 'made', made: said.made, size: said.size } : { ...said, is: 'failed' },
      );
    return said.say === 'made' || said.say === 'failed';
  };
  await inThread(worker, { workerData: work, onMessage, signal, resourceLimits });
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('The thread of an export said nothing');
  return outcome;
};
