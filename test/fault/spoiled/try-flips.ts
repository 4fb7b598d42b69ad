import { join } from 'node:path';
import { Chance } from '../../../electron/services/simulate/chance.ts';
import { withScratch } from '../children.ts';
import { inCopy } from '../copies.ts';
import { contentsIn, type Flip, flip, flipsInDatabase, flipsInWriteAheadLog, smallRecord } from './flips.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** What became of some flips: how many had which outcome, by what they were in. */
export interface Counts {
  flips: number;
  outcomes: Partial<Record<Outcome, number>>;
  byOwner: Record<string, Partial<Record<Outcome, number>>>;
  /** Those that nobody found and that changed something, and starts that ended with a stack: in words. */
  troubles: string[];
}

export const noFlips: Counts = { flips: 0, outcomes: {}, byOwner: {}, troubles: [] };

const added = (
  one: Partial<Record<Outcome, number>>,
  other: Partial<Record<Outcome, number>>,
): Partial<Record<Outcome, number>> => {
  const sum = { ...one };
  for (const [outcome, count] of Object.entries(other) as [Outcome, number][])
    sum[outcome] = (sum[outcome] ?? 0) + count;
  return sum;
};

export const merged = (one: Counts, other: Counts): Counts => {
  const owners = new Set([...Object.keys(one.byOwner), ...Object.keys(other.byOwner)]);
  return {
    flips: one.flips + other.flips,
    outcomes: added(one.outcomes, other.outcomes),
    byOwner: Object.fromEntries(
      [...owners].map((owner) => [owner, added(one.byOwner[owner] ?? {}, other.byOwner[owner] ?? {})]),
    ),
    troubles: [...one.troubles, ...other.troubles],
  };
};

const unfound: ReadonlySet<Outcome> = new Set(['changed-outside-the-log', 'shortened', 'silent', 'crashed']);

/**
 * Turns one bit over at a time, so many in each page of a small record, or in each frame of its write-ahead log, and starts
 * the kiosk on each. `share` of `of`: every so-manieth of them, for processes that do it together.
 */
export const tryFlips = ({
  where,
  each,
  seed,
  share = 0,
  of = 1,
}: {
  where: 'database' | 'write-ahead log';
  each: number;
  seed: string;
  share?: number;
  of?: number;
}): Promise<Counts> =>
  withScratch(async (scratch) => {
    const folder = smallRecord(scratch, where === 'database' ? 'closed' : 'killed');
    const before = contentsIn(folder, join(scratch, 'read'));
    const chance = new Chance(`flips ${where} ${seed}`);
    const all = (where === 'database' ? flipsInDatabase : flipsInWriteAheadLog)(folder, each, chance);
    const mine = all.filter((_, index) => index % of === share);
    const one = (spoiled: string, bit: Flip): Counts => {
      flip(spoiled, bit);
      const { outcome, why } = outcomeOf(spoiled, before);
      const { file, at, owner } = bit;
      return {
        flips: 1,
        outcomes: { [outcome]: 1 },
        byOwner: { [owner]: { [outcome]: 1 } },
        troubles: unfound.has(outcome)
          ? [`${outcome}: ${file}, byte ${at}, bit ${bit.bit}, ${owner}: ${why}`]
          : [],
      };
    };
    const copy = join(scratch, 'spoiled');
    let counts = noFlips;
    for (const bit of mine)
      counts = merged(counts, await inCopy(folder, copy, async (spoiled) => one(spoiled, bit)));
    return counts;
  });
