import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Chance } from '../../../electron/services/simulate/chance.ts';
import { type Ended, ended, inParallel, said, withScratch } from '../children.ts';
import { inCopy } from '../copies.ts';
import { look } from '../look.ts';
import { type Acknowledged, placeIn, writtenDown } from '../place.ts';
import type { Operation } from './operation.ts';
import { type OperationName, operationNamed } from './operations.ts';

/** What some kills of one operation did. */
export interface Counts {
  kills: number;
  /** How many of them came before the operation was done. */
  during: number;
  /** Events that were acknowledged before the kill, over all kills. */
  acknowledged: number;
  /** What was acknowledged and is missing afterwards. */
  lost: number;
  /** Folders that cannot be opened, or whose database is not sound. */
  unreadable: number;
  /** Folders in which something does not agree, or a half-written file has a name. */
  inconsistent: number;
  /** The first of them, in words. */
  troubles: string[];
}

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

/**
 * Kills an operation so many times, each time in a copy of the same place, and looks at what was left. The moments are
 * chosen by the seed and spread evenly over the whole time that the operation takes. Throws where the operation fails
 * by itself.
 */
export const kills = ({
  operation,
  count,
  seed,
  processes = 4,
}: {
  operation: OperationName;
  count: number;
  seed: string;
  processes?: number;
}): Promise<Counts> =>
  withScratch(async (scratch) => {
    const run = async (root: string, when: string | number): Promise<Ended> => {
      const words = [process.execPath, worker, operation, root, String(when)];
      const end = await ended(words, { env: { NODE_COMPILE_CACHE: join(scratch, 'cache') } });
      if (end.code !== 0 && end.signal !== 'SIGKILL')
        throw new Error(`${operation} failed by itself: ${end.problems}`);
      return end;
    };
    const template = join(scratch, 'before');
    mkdirSync(placeIn(template).elsewhere, { recursive: true });
    await run(template, 'prepare');
    const copied = <Value>(name: string, work: (root: string) => Promise<Value>): Promise<Value> =>
      inCopy(template, join(scratch, name), work);

    const took = await inParallel([1, 2, 3], 1, (turn) =>
      copied(`dry-${turn}`, async (root) => Number(said(await run(root, 'never'), 'took')[0])),
    );
    const usual = Math.min(...took);
    const after = await operationNamed(operation);
    const chance = new Chance(`kills ${operation} ${seed}`);
    const moments = Array.from({ length: count }, (_, at) => ((at + chance.fraction()) / count) * usual);
    const found = await inParallel(moments, processes, (moment, at) =>
      copied(`kill-${at}`, async (root) =>
        lookAfter(
          root,
          after,
          await run(root, Math.round(moment)),
          `${operation}, killed after ${moment.toFixed()} of ${usual} µs`,
        ),
      ),
    );
    return found.reduce(merged, nothing);
  });

const nothing: Counts = {
  ...{ kills: 0, during: 0, acknowledged: 0, lost: 0, unreadable: 0, inconsistent: 0 },
  troubles: [],
};

const merged = (one: Counts, other: Counts): Counts => ({
  kills: one.kills + other.kills,
  during: one.during + other.during,
  acknowledged: one.acknowledged + other.acknowledged,
  lost: one.lost + other.lost,
  unreadable: one.unreadable + other.unreadable,
  inconsistent: one.inconsistent + other.inconsistent,
  troubles: [...one.troubles, ...other.troubles].slice(0, 12),
});

const lookAfter = (root: string, { besides, mayBeGone }: Operation, end: Ended, when: string): Counts => {
  const place = placeIn(root);
  const taps = said(end, 'ack').map((id): Acknowledged => ({ id, seq: null }));
  const acknowledged = [...writtenDown(place), ...taps];
  const wrong = besides?.(place) ?? [];
  const { unreadable, inconsistent, lost } = look(place.data, acknowledged, mayBeGone?.(place));
  const words = [
    ...(unreadable === null ? [] : [`unreadable, ${unreadable}`]),
    ...(inconsistent === null ? [] : [`inconsistent, ${inconsistent}`]),
    ...(lost.length === 0 ? [] : [`${lost.length} of ${acknowledged.length} acknowledged missing`]),
    ...wrong,
  ];
  return {
    kills: end.signal === 'SIGKILL' ? 1 : 0,
    during: end.lines.includes('done') ? 0 : 1,
    acknowledged: acknowledged.length,
    lost: lost.length,
    unreadable: unreadable === null ? 0 : 1,
    inconsistent: inconsistent === null && wrong.length === 0 ? 0 : 1,
    troubles: words.length === 0 ? [] : [`${when}: ${words.join('; ')}`],
  };
};
