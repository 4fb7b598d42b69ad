import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, ended, inParallel, withScratch } from '../children.ts';
import { placeIn } from '../place.ts';
import { type Found, found, type Job, merged, nothingFound } from '../replay/found.ts';
import { ours, run } from '../replay/recording.ts';
import { traced } from '../replay/trace.ts';
import { worker } from './worker-file.ts';

/** What was found in the states that a power cut can leave after a sync had failed. */
export interface Counts extends Found {
  /** How many syncs were made to fail, each in a run of its own, once or with all after it. */
  syncs: number;
}

/** Which sync fails: the one of this number, or that and all after it. */
export interface FailedSync {
  call: 'fdatasync' | 'fsync';
  number: number;
  sticky: boolean;
}

/** The first start of a kiosk and a surgery, its system calls written down. */
const scene = 'surgery';

const strace = (trace: string, fail: FailedSync | null): string[] => [
  ...['strace', '-qq', '-f', '-xx', '-s', '1048576', '-e', `trace=${traced}`, '-o', trace],
  ...(fail === null
    ? []
    : ['-e', `inject=${fail.call}:error=EIO:when=${fail.number}${fail.sticky ? '+' : ''}`]),
];

const recorded = async (root: string, fail: FailedSync | null): Promise<Ended> => {
  const { data, elsewhere } = placeIn(root);
  for (const folder of [data, elsewhere]) mkdirSync(folder, { recursive: true });
  return ended([...strace(join(root, 'trace'), fail), process.execPath, worker, scene, root]);
};

/** Every sync of a run without failures, to fail once and with all that come after it. */
const failuresIn = (trace: string): FailedSync[] =>
  (['fdatasync', 'fsync'] as const).flatMap((call) =>
    Array.from(trace.matchAll(new RegExp(` ${call}\\(`, 'gu')), (_, index) => index + 1).flatMap((number) =>
      [false, true].map((sticky) => ({ call, number, sticky })),
    ),
  );

/**
 * A sync that failed has promised nothing, and what was written before it need never reach the disk, though it can still be
 * read back until the power is cut (Rebello et al., *Can Applications Recover from fsync Failures?*, USENIX ATC 2020). Lets
 * each sync that is chosen fail, and opens so many of the states that a power cut could have left in each of these runs.
 */
export const cutAfterFailedSyncs = ({
  states,
  seed,
  choose = (all) => all,
  processes = 4,
}: {
  states: number;
  seed: string;
  choose?: (all: FailedSync[]) => FailedSync[];
  processes?: number;
}): Promise<Counts> =>
  withScratch(async (scratch) => {
    const dry = join(scratch, 'dry');
    const { lines, problems } = await recorded(dry, null);
    if (!lines.includes('done')) throw new Error(`${scene} fails by itself: ${problems}`);
    const failures = choose(failuresIn(readFileSync(join(dry, 'trace'), 'latin1')));
    const parts = await inParallel(failures, processes, async (fail, index) => {
      const root = join(scratch, `sync-${index}`);
      await recorded(root, fail);
      const part = await foundIn(root, { states, seed });
      rmSync(root, { recursive: true, force: true });
      const label = `${fail.call} ${fail.number}${fail.sticky ? ' and all after it' : ''} fails`;
      return { ...part, troubles: part.troubles.slice(0, 1).map((trouble) => `${label}; ${trouble}`) };
    });
    return { ...parts.reduce(merged, nothingFound), syncs: failures.length };
  });

const foundIn = async (root: string, { states, seed }: Pick<Job, 'states' | 'seed'>): Promise<Found> => {
  const job: Job = {
    ...{ trace: join(root, 'trace'), watched: placeIn(root).data, data: '', scratch: root },
    ...{ states, seed, share: 0, of: 1 },
  };
  return found.parse(
    JSON.parse(await run(ours, 'share', [JSON.stringify(job)], { limit: 60_000 + states * 200 })),
  );
};
