import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Found, found, type Job, merged, nothingFound } from './found.ts';
import { explain, operationsOf, ours, recorded, run } from './recording.ts';
import type { Plan } from './steps.ts';

/** What one replay tried and found. */
export interface Counts extends Found {
  /** What the trace has of changes, syncs and acknowledgements: the power can be cut after each. */
  operations: number;
  /** Events that were acknowledged by the end. */
  acknowledged: number;
}

/**
 * Lets a workload run, writes down its system calls, and opens the states that a power cut could have left: so many
 * different ones, or as many as there are. `root` is the tree whose workload runs and whose kiosk opens the states:
 * this one, or a copy that was broken on purpose. Throws where the workload fails, or the trace is not understood.
 */
export const replay = async ({
  states,
  plan,
  seed,
  root = ours,
  processes = 2,
}: {
  states: number;
  plan: Plan;
  seed: string;
  root?: string;
  processes?: number;
}): Promise<Counts> => {
  // In memory: what a sync costs does not matter here, only that it was asked for.
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const scratch = mkdtempSync(join(realpathSync(memory), 'bedside-hello-replay-'));
  try {
    const recording = await recorded(root, scratch, plan);
    const operations = operationsOf(recording);
    explain(operations, recording);
    const shares = Array.from({ length: processes }, (_, share): Job => {
      return { ...recording, scratch, states, seed, share, of: processes };
    });
    const parts = await Promise.all(
      shares.map((job) => run(root, 'share', [JSON.stringify(job)], { limit: 60_000 + states * 200 })),
    );
    const all = parts.map((part) => found.parse(JSON.parse(part))).reduce(merged, nothingFound);
    const acknowledged = operations.filter(({ change }) => change === 'acknowledged').length;
    return { ...all, operations: operations.length, acknowledged };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

/** The counts as a line for people. */
export const inWords = (counts: Counts): string => {
  const tried = Object.values(counts.states).reduce((sum, one) => sum + one, 0);
  const byKind = Object.entries(counts.states).map(([kind, count]) => `${kind} ${count}`);
  return (
    `states tried: ${tried} (${byKind.join(', ')}) of a run with ${counts.operations} operations; ` +
    `unreadable: ${counts.unreadable}, inconsistent: ${counts.inconsistent}, acknowledged and lost: ` +
    `${counts.lost.length} of ${counts.acknowledged} (in ${counts.losing} states), ` +
    `acknowledged and never written: ${counts.neverWritten.length}`
  );
};
