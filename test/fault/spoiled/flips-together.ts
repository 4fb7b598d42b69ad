import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { ended } from '../children.ts';
import { outcomes } from './outcome.ts';
import { type Counts, merged, noFlips } from './try-flips.ts';

const worker = fileURLToPath(new URL('./flip-worker.ts', import.meta.url));

const tally = z.partialRecord(z.enum(outcomes), z.int());
const counts = z.strictObject({
  flips: z.int(),
  outcomes: tally,
  byOwner: z.record(z.string(), tally),
  troubles: z.array(z.string()),
});

/** As tryFlips, by some processes together. */
export const flipsTogether = async ({
  where,
  each,
  seed,
  processes,
}: {
  where: 'database' | 'write-ahead log';
  each: number;
  seed: string;
  processes: number;
}): Promise<Counts> => {
  const shares = Array.from({ length: processes }, (_, share) => ({
    where,
    each,
    seed,
    share,
    of: processes,
  }));
  const parts = await Promise.all(
    shares.map(async (share) => {
      const { code, lines, problems } = await ended([process.execPath, worker, JSON.stringify(share)], {
        limit: 60_000 + each * 60_000,
      });
      if (code !== 0) throw new Error(`Flipping bits ended with ${code}: ${problems}`);
      return counts.parse(JSON.parse(lines.at(-1) ?? ''));
    }),
  );
  return parts.reduce<Counts>(merged, noFlips);
};
