import type { ImportPreview, PreviewPart, UndonePart } from '../../../core/roster/import-view.ts';
import type { Device } from '../device.ts';
import type { Photo } from '../photos.ts';
import type { SchedulePlan } from '../schedule/plan.ts';
import { type KeptThread, keepThread } from './kept-thread.ts';
import type { Part, Prepared } from './part.ts';
import type { ImportCounts } from './plan.ts';
import type { Obstacles } from './preview-view.ts';
import type { RowsOfPart, Slice } from './slice.ts';
import type { ImportJob } from './work.ts';

/** As it lies beside this module, in the sources or where the build lays what is shipped. */
const worker = new URL(
  import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js',
  import.meta.url,
);

interface Seen {
  /** Without what it is to be called. */
  preview: Omit<ImportPreview, 'plan'>;
  obstacles: Obstacles;
}

/** What the thread says it found; people stay there. */
export type FoundBeside =
  | (Seen & { is: 'schedule'; plan: SchedulePlan })
  | (Seen & { is: 'people'; people: number; counts: ImportCounts; digest: string })
  | { is: 'undo'; people: number; items: number; putBack: number; kept: UndonePart[] };

/** What the thread can be asked about people. */
export type Question =
  | { is: 'rows'; part: PreviewPart; slice: Slice }
  | { is: 'stand' }
  | { is: 'part'; from: number; count: number }
  | { is: 'photos' };

type Of<Is extends FoundBeside['is']> = Extract<FoundBeside, { is: Is }>;

/** A plan of people that another thread keeps. */
export interface KeptPlan extends Of<'people'>, Prepared {
  rows: (part: PreviewPart, slice: Slice) => Promise<RowsOfPart>;
  /** Those that were brought one by one have no bytes. */
  photos: () => Promise<Photo[]>;
  end: () => void;
}

// What a thread answers is of the kind that it was asked for: import-worker.ts is the only one that answers.
const asking = ({ ask }: KeptThread<unknown>) => ({
  stand: () => ask({ is: 'stand' } satisfies Question) as Promise<number | null>,
  part: (from: number, count: number) => ask({ is: 'part', from, count } satisfies Question) as Promise<Part>,
  rows: (part: PreviewPart, slice: Slice) =>
    ask({ is: 'rows', part, slice } satisfies Question) as Promise<RowsOfPart>,
  photos: () => ask({ is: 'photos' } satisfies Question) as Promise<Photo[]>,
});

const begun = async (
  { folder, badgeKey, clock }: Device,
  job: ImportJob | { of: string; you: string | null },
  signal: AbortSignal,
) => {
  const workerData = { folder, badgeKey, now: clock.now().getTime(), job };
  const thread = await keepThread(worker, { workerData, signal });
  return { thread, found: thread.found as FoundBeside };
};

/** Finds out in another thread what files would change, so that no tap waits for it. Throws the reason of the signal. */
export const planBeside = async (
  device: Device,
  job: ImportJob,
  signal: AbortSignal,
): Promise<KeptPlan | Of<'schedule'>> => {
  const { thread, found } = await begun(device, job, signal);
  if (found.is === 'undo') throw new Error('Files were to be looked at');
  if (found.is === 'schedule') return found;
  return { ...found, ...asking(thread), items: found.people, end: thread.end };
};

/** Finds out in another thread how an import of people is put back. */
export const planUndoBeside = async (
  device: Device,
  undoing: { of: string; you: string | null },
): Promise<Prepared & Of<'undo'> & { end: () => void }> => {
  const { thread, found } = await begun(device, undoing, new AbortController().signal);
  if (found.is !== 'undo') throw new Error('An import was to be put back');
  const { stand, part } = asking(thread);
  return { ...found, stand, part, end: thread.end };
};
