import { expect, test } from 'vitest';
import { canTrace } from './recording.ts';
import { inWords, replay } from './replay.ts';
import { withBroken } from './sabotage.ts';
import type { Plan } from './steps.ts';

const plan: Plan = { taps: 40, steps: ['export', 'restart'], folder: 'there' };
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
  'a kiosk that syncs less often than it acknowledges is found to lose introductions (skipped likewise)',
  { timeout },
  async () => {
    const broken = { file: 'electron/store/open.ts', from: 'synchronous: 2,', to: 'synchronous: 1,' };
    const counts = await withBroken(broken, (root) => replay({ states: 60, plan, seed: 'short', root }));
    console.log(`synchronous = 1: ${inWords(counts)}`);
    expect(counts.lost.length).toBeGreaterThan(plan.taps / 4);
    expect(counts.neverWritten).toEqual([]);
  },
);

// To be turned into a plain test by whoever mends it: the name of a data folder that the kiosk makes is never synced.
(canTrace ? test.fails : test.skip)(
  'nothing acknowledged is missing where the kiosk had to make its data folder itself (skipped likewise)',
  { timeout },
  async () => {
    const made: Plan = { ...plan, taps: 10, folder: 'new' };
    // A replay that cannot take place is not the failure that is expected.
    const counts = await replay({ states: 60, plan: made, seed: 'short' }).catch(console.error);
    console.log(`a new data folder: ${counts ? inWords(counts) : 'no replay'}`);
    if (counts) expect(counts.lost).toEqual([]);
  },
);
