import { expect, test } from 'vitest';
import { kills } from './kills.ts';
import { operationNames } from './operations.ts';

const each = Number(process.env.BEDSIDE_KILLS_EACH ?? 20);

test.each(operationNames)(
  `a kiosk that is killed while it is %s is as it was before or after, ${each} times`,
  { timeout: 60_000 + each * 2_000 },
  async (operation) => {
    const counts = await kills({ operation, count: each, seed: 'short' });
    expect(counts.troubles).toEqual([]);
    expect(counts).toMatchObject({ kills: each, lost: 0, unreadable: 0, inconsistent: 0 });
    // Else the moments were not those of the operation.
    expect(counts.during).toBeGreaterThan(each / 10);
    console.log(`${operation}: ${each} kills, ${counts.during} before it was done`);
  },
);
