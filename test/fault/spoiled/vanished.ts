import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from '../../../electron/services/folder.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { withScratch } from '../children.ts';
import { inCopy } from '../copies.ts';
import { pageOn } from '../inject/page.ts';
import { kioskAfter } from '../kills/tapping.ts';
import { look } from '../look.ts';
import { type Place, placeIn, writtenDown } from '../place.ts';
import type { CaseFound } from './case.ts';

/** What somebody does to the files of a kiosk that runs, and how it is made good again. */
interface Mishap {
  spoil(file: string, aside: string): void;
  mend(file: string, aside: string): void;
  /** Whether taps may go on being recorded meanwhile: nothing was taken away that they need. */
  harmless?: boolean;
}

const ends = ['', '-wal', '-shm'];

const moveAll = (from: string, to: string): void => {
  for (const end of ends) renameSync(from + end, to + end);
};

const takeBack = (file: string, aside: string): void => {
  for (const end of ends) rmSync(file + end, { force: true });
  moveAll(aside, file);
};

const mishaps: Record<string, Mishap> = {
  'the database is moved away': {
    spoil: (file, aside) => renameSync(file, aside),
    mend: (file, aside) => renameSync(aside, file),
  },
  'the database and what is beside it are moved away': { spoil: moveAll, mend: takeBack },
  'the database is replaced by a copy of itself': {
    spoil: (file, aside) => {
      renameSync(file, aside);
      copyFileSync(aside, file);
    },
    mend: (file, aside) => renameSync(aside, file),
  },
  'all is replaced by the record of another kiosk': {
    spoil: (file, aside) => {
      moveAll(file, aside);
      const folder = `${aside}-other`;
      openDevice({ folder }).close();
      copyFileSync(databaseFile(folder), file);
    },
    mend: takeBack,
  },
  'all is replaced by an empty file': {
    spoil: (file, aside) => {
      moveAll(file, aside);
      writeFileSync(file, '');
    },
    mend: takeBack,
  },
  'the write-ahead log is moved away': {
    spoil: (file, aside) => renameSync(`${file}-wal`, aside),
    mend: () => {},
    harmless: true,
  },
  'the write-ahead log is removed': {
    spoil: (file) => rmSync(`${file}-wal`),
    mend: () => {},
    harmless: true,
  },
};

/** Spoils a record in each of these ways while its kiosk runs, taps on, makes it good again, and looks. */
export const whileRunning = (): Promise<CaseFound[]> =>
  withScratch(async (scratch) => {
    const template = join(scratch, 'before');
    mkdirSync(placeIn(template).elsewhere, { recursive: true });
    kioskAfter(placeIn(template), 4);
    const found: CaseFound[] = [];
    for (const [name, mishap] of Object.entries(mishaps))
      found.push(await inCopy(template, join(scratch, 'case'), (root) => lived(name, mishap, placeIn(root))));
    return found;
  });

const lived = async (
  name: string,
  { spoil, mend, harmless = false }: Mishap,
  place: Place,
): Promise<CaseFound> => {
  const said: string[] = [];
  const ids = (word: string): string[] =>
    said.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
  const device = startDevice({
    folder: place.data,
    host: 'browser',
    demo: true,
    space: { reserve: 0, warn: 0 },
  });
  const page = pageOn(device, (line) => said.push(line));
  const wrong: string[] = [];
  try {
    if (!(await page.taps(3))) wrong.push('it did not even record before');
    const [file, aside] = [databaseFile(place.data), join(place.elsewhere, 'aside.db')];
    spoil(file, aside);
    const went = await page.taps(1);
    if (went && !harmless) wrong.push('it recorded into a file that was not there');
    if (!went && device.health.status.recording) wrong.push('it does not say that it cannot record');
    mend(file, aside);
    await page.meanwhile();
    if (!(await page.taps(2))) wrong.push('it does not record again');
  } finally {
    page.end();
    device.close();
  }
  const acknowledged = [...writtenDown(place), ...ids('ack').map((id) => ({ id, seq: null }))];
  const { lost, unreadable, inconsistent, events } = look(place.data, acknowledged);
  if (inconsistent !== null) wrong.push(inconsistent);
  for (const id of ids('gave-up')) if (events.has(id)) wrong.push(`${id} was recorded all the same`);
  return { name, acknowledged: acknowledged.length, lost: lost.length, unreadable, wrong };
};
