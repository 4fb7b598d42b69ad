import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { plainly } from '../../../electron/problem.ts';
import { databaseFile } from '../../../electron/services/folder.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { openWriter } from '../../../electron/store/open.ts';
import { withScratch } from '../children.ts';
import { inCopy } from '../copies.ts';
import { kioskAfter } from '../kills/tapping.ts';
import { placeIn } from '../place.ts';
import { tapOnce } from '../tap-once.ts';
import type { CaseFound } from './case.ts';

/** What somebody does to a data folder between two runs, and what the kiosk must say of it at its start. */
interface Mishap {
  spoil(folder: string, elsewhere: string): void;
  /** A state of the record that it starts with and shows; null where it must not start. */
  says: 'missing' | 'damaged' | 'bad' | null;
}

/** Puts back a copy of the database from before the last surgery; the checkpoint beside it knows of more. */
const putBackOld = (folder: string): void => {
  const file = databaseFile(folder);
  const old = readFileSync(file);
  const device = startDevice({ folder, host: 'browser', demo: true, space: { reserve: 0, warn: 0 } });
  for (let tap = 0; tap < 15; tap += 1) tapOnce(device);
  device.close();
  writeFileSync(file, old);
};

const mishaps: Record<string, Mishap> = {
  'the database is gone': { spoil: (folder) => rmSync(databaseFile(folder)), says: 'missing' },
  // An empty file is an empty database to SQLite: nothing was damaged, all is missing.
  'the database is empty': { spoil: (folder) => writeFileSync(databaseFile(folder), ''), says: 'missing' },
  'the database is something else': {
    spoil: (folder) => writeFileSync(databaseFile(folder), Buffer.alloc(40_960, 'not a database')),
    says: 'damaged',
  },
  'the database is cut off': {
    spoil: (folder) => {
      const bytes = readFileSync(databaseFile(folder));
      writeFileSync(databaseFile(folder), bytes.subarray(0, bytes.length / 2));
    },
    says: 'damaged',
  },
  'an old copy of the database was put back': { spoil: putBackOld, says: 'bad' },
  'the database is that of another kiosk': {
    spoil: (folder, elsewhere) => {
      openDevice({ folder: join(elsewhere, 'other') }).close();
      copyFileSync(databaseFile(join(elsewhere, 'other')), databaseFile(folder));
    },
    says: null,
  },
  'the key that signs is gone': {
    spoil: (folder) => renameSync(join(folder, 'signing.key'), join(folder, 'gone')),
    says: null,
  },
  'a newer version wrote the database': {
    spoil: (folder) => {
      const db = openWriter(databaseFile(folder));
      db.prepare("insert into migration values (99, '099-from-the-future.sql', 'unknown')").run();
      db.close();
    },
    says: null,
  },
};

/** Spoils a data folder in each of these ways between two runs. Where the kiosk refuses, not a byte may be another one. */
export const betweenRuns = (): Promise<CaseFound[]> =>
  withScratch(async (scratch) => {
    const template = join(scratch, 'before');
    mkdirSync(placeIn(template).elsewhere, { recursive: true });
    kioskAfter(placeIn(template), 20);
    const found: CaseFound[] = [];
    for (const [name, { spoil, says }] of Object.entries(mishaps))
      found.push(
        await inCopy(template, join(scratch, 'case'), async (root) => {
          const { data, elsewhere } = placeIn(root);
          spoil(data, elsewhere);
          return { name, acknowledged: 0, lost: 0, unreadable: null, wrong: said(data, says) };
        }),
      );
    return found;
  });

/** What a kiosk that starts there does wrong. */
const said = (folder: string, wanted: Mishap['says']): string[] => {
  const before = bytesIn(folder);
  try {
    const device = startDevice({ folder, host: 'browser', demo: false, space: { reserve: 0, warn: 0 } });
    const { state } = device.health.status;
    const notices = device.notices.length;
    device.close();
    return [
      ...(state === wanted ? [] : [`it says “${state}”, not “${wanted ?? 'no'}”`]),
      ...(notices > 0 ? [] : ['it tells nobody what to do']),
    ];
  } catch (problem) {
    if (plainly(problem) === null) throw problem;
    const same = bytesIn(folder) === before;
    return [
      ...(wanted === null ? [] : [`it does not start: ${plainly(problem)}`]),
      ...(same ? [] : ['it refuses, and has changed something']),
    ];
  }
};

/** Every file by name and content, but for the lock. */
const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.name.startsWith('kiosk.lock'))
    .map(({ parentPath, name }) => `${name} ${readFileSync(join(parentPath, name)).toString('base64')}`)
    .sort()
    .join('\n');
