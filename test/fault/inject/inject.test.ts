import { expect, test } from 'vitest';
import { cutAfterFailedSyncs } from './cut.ts';
import { inject } from './inject.ts';
import { type SceneName, sceneNames } from './scenes.ts';
import { canInject, type Point } from './traced.ts';

/** So many points of each scene, spread over its calls. */
const shares: Record<SceneName, number> = {
  ...{ tapping: 12, starting: 6, surgery: 0, 'backing-up': 3, 'exporting-csv': 2, 'exporting-bundle': 2 },
};

/** Spread over all calls, and over every call from the first to the last; each takes its turn to be sticky. */
const spread = (points: Point[], count: number): Point[] => {
  const calls = [...Map.groupBy(points, ({ call }) => call).values()];
  return Array.from({ length: count }, (_, index) => {
    const ofCall = calls[index % calls.length] ?? [];
    const turn = Math.floor(index / calls.length) + 0.5;
    const rounds = Math.ceil(count / calls.length);
    return ofCall[(Math.floor((turn / rounds) * ofCall.length) + index) % ofCall.length] ?? [];
  }).flat();
};

test.skipIf(!canInject).each(sceneNames)(
  'when the disk fails while a kiosk is %s, it says so, and nothing that it confirmed is missing (skipped where strace cannot be used)',
  { timeout: 120_000 },
  async (scene) => {
    const counts = await inject({ scene, choose: (points) => spread(points, shares[scene]) });
    expect(counts.troubles).toEqual([]);
    expect(counts).toMatchObject({
      lost: 0,
      falselyConfirmed: 0,
      unreadable: 0,
      inconsistent: 0,
      crashed: 0,
    });
    expect(counts.injections).toBe(shares[scene]);
  },
);

// To be turned into a plain test by whoever mends it: what is found again after a failed sync is confirmed as recorded
// although no sync has covered it.
(canInject ? test : test.skip)(
  'nothing that was confirmed after a sync had failed is missing after a power cut (skipped likewise)',
  { timeout: 120_000 },
  async () => {
    const counts = await cutAfterFailedSyncs({
      states: 20,
      seed: 'short',
      choose: (all) => all.filter((_, index) => index % 19 === 7),
    });
    expect(counts.troubles).toEqual([]);
    expect(counts.lost).toEqual([]);
  },
);
