import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { ended, said, withScratch } from '../children.ts';
import { kioskAfter } from '../kills/tapping.ts';
import { placeIn } from '../place.ts';
import type { CaseFound } from './case.ts';

/** A file system of one megabyte, which only its own process sees and which is gone with it. */
const inSmallDisk = (folder: string, words: string[]): string[] => [
  ...['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c'],
  ...['mount -t tmpfs -o size=1m small "$0" && exec "$@"', folder, ...words],
];

/** Whether there can be one here. */
const canMount = (folder: string): boolean => {
  if (process.platform !== 'linux') return false;
  const [program = '', ...args] = inSmallDisk(folder, ['true']);
  return spawnSync(program, args).status === 0;
};

const worker = fileURLToPath(new URL('./full-disk-worker.ts', import.meta.url));

const caseFound = z.strictObject({
  name: z.string(),
  acknowledged: z.number(),
  lost: z.number(),
  unreadable: z.string().nullable(),
  wrong: z.array(z.string()),
});

/**
 * A kiosk fills a disk of one megabyte of which so many kilobytes are free, and there is room again later. Null where there
 * can be no such disk.
 */
export const fullDisk = (kilobytes: number[]): Promise<CaseFound[] | null> =>
  withScratch(async (scratch) => {
    const [small, template] = [join(scratch, 'small'), join(scratch, 'before')];
    mkdirSync(small);
    if (!canMount(small)) return null;
    mkdirSync(placeIn(template).elsewhere, { recursive: true });
    kioskAfter(placeIn(template), 4);
    const found: CaseFound[] = [];
    for (const free of kilobytes) {
      const end = await ended(inSmallDisk(small, [process.execPath, worker, template, small, String(free)]));
      const [line] = said(end, 'found');
      if (line === undefined)
        throw new Error(`The kiosk on a full disk ended with ${end.code}: ${end.problems}`);
      found.push(caseFound.parse(JSON.parse(line)));
    }
    return found;
  });
