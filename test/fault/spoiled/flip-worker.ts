import * as z from 'zod';
import { say } from '../tap-once.ts';
import { tryFlips } from './try-flips.ts';

/** A share of the flips, in a process of its own: `node flip-worker.ts SHARE`, as JSON; the counts likewise. */
const share = z.strictObject({
  where: z.enum(['database', 'write-ahead log']),
  each: z.int(),
  seed: z.string(),
  share: z.int(),
  of: z.int(),
});
say(JSON.stringify(await tryFlips(share.parse(JSON.parse(process.argv[2] ?? '')))));
