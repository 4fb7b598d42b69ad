import { expect, test } from 'vitest';
import { canTrace } from './recording.ts';
import { type Counts, inWords, replay } from './replay.ts';
import { withBroken } from './sabotage.ts';
import type { Plan } from './steps.ts';

const plan: Plan = { taps: 40, steps: ['export', 'restart'], folder: 'there' };
const few: Plan = { taps: 20, steps: ['restart'], folder: 'there' };
const states = Number(process.env.BEDSIDE_STATES ?? 400);
const timeout = 60_000 + states * 100;

test.skipIf(!canTrace)(
  `in each of ${states} states that a power cut can leave, nothing acknowledged is missing (skipped where strace cannot be used)`,
  { timeout },
  async () => {
    const counts = await replay({ states, plan, seed: 'short' });
    console.log(inWords(counts));
    expect(counts.troubles).toEqual([]);
    expect(counts).toMatchObject({ unreadable: 0, inconsistent: 0, losing: 0, lost: [], neverWritten: [] });
    expect(counts.acknowledged).toBe(plan.taps);
    const tried = Object.values(counts.states);
    expect(tried.reduce((sum, one) => sum + one)).toBe(states);
    expect(Math.min(...tried)).toBeGreaterThan(states / 10);
  },
);

test.skipIf(!canTrace)(
  'nothing is missing either where the kiosk had to make its data folder itself (skipped likewise)',
  { timeout },
  async () => {
    const counts = await replay({ states: 60, plan: { ...few, folder: 'new' }, seed: 'short' });
    expect(counts).toMatchObject({ unreadable: 0, inconsistent: 0, losing: 0, lost: [] });
  },
);

/** The same with a kiosk that is broken on purpose. */
const replayBroken = async (title: string, ...edits: Parameters<typeof withBroken>[0]): Promise<Counts> => {
  const counts = await withBroken(edits, (root) => replay({ states: 60, plan: few, seed: 'short', root }));
  console.log(`${title}: ${inWords(counts)}`);
  return counts;
};

test.skipIf(!canTrace)(
  'a kiosk that syncs less often than it acknowledges is found to lose introductions (skipped likewise)',
  { timeout },
  async () => {
    const edit = { file: 'electron/store/open.ts', from: 'synchronous: 2,', to: 'synchronous: 1,' };
    const counts = await replayBroken('synchronous = 1', edit);
    expect(counts.lost.length).toBeGreaterThan(2);
    expect(counts.neverWritten).toEqual([]);
  },
);

test.skipIf(!canTrace)(
  'a kiosk that writes hashes in a transaction of their own is found to disagree with itself (skipped likewise)',
  { timeout },
  async () => {
    const add = 'addHash(db, { level, place, hash })';
    const committed = '.immediate();\n    device.stillThere();';
    const counts = await replayBroken(
      'hashes in another transaction',
      { file: 'electron/log/record.ts', from: add, to: `(globalThis.late ??= []).push(() => ${add})` },
      {
        file: 'electron/log/commit.ts',
        from: committed,
        to: `${committed}\n    for (const one of globalThis.late?.splice(0) ?? []) one();`,
      },
    );
    expect(counts.inconsistent).toBeGreaterThan(2);
  },
);
