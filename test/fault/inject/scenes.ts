import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backUp } from '../../../electron/services/backups/backup.ts';
import { backupsIn } from '../../../electron/services/backups/list.ts';
import { backupFolder } from '../../../electron/services/backups/names.ts';
import { exportBundle } from '../../../electron/services/exports/bundle.ts';
import { exportIntroductions } from '../../../electron/services/exports/export.ts';
import { checkpointFile, databaseFile } from '../../../electron/services/folder.ts';
import { lastEntry } from '../../../electron/store/log.ts';
import { openReader } from '../../../electron/store/open.ts';
import { backingUp } from '../kills/backing-up.ts';
import { exportingBundle } from '../kills/exporting-bundle.ts';
import { exportingCsv } from '../kills/exporting-csv.ts';
import type { Operation } from '../kills/operation.ts';
import { kioskAfter } from '../kills/tapping.ts';
import { type Place, writeDown } from '../place.ts';
import type { Scene } from './scene.ts';

/** The database and what SQLite writes beside it, and the folder in which their names are. */
const database = ({ data }: Place): string[] => [
  ...['', '-wal', '-shm', '-journal'].map((end) => databaseFile(data) + end),
  data,
];

const checkpoint = ({ data }: Place): string[] => [
  checkpointFile(data),
  `${checkpointFile(data)}.$$.partial`,
];

const partialId = '00000000-0000-4000-8000-000000000000';

/** An export writes beside its name first. */
const exported = (place: Place, name: string): string[] => [
  place.elsewhere,
  join(place.elsewhere, name),
  join(place.elsewhere, `.${name}.$$.partial`),
];

const besideOf =
  ({ besides }: Operation) =>
  (place: Place): string[] =>
    besides?.(place) ?? [];

const scenes = {
  /** A session in which a round ends, and the session, and the next one begins. */
  tapping: {
    files: (place) => [...database(place), ...checkpoint(place)],
    prepare: (place) => kioskAfter(place, 9),
    act: async ({ page }) => ((await page.taps(12)) ? null : 'a tap was not recorded'),
  },
  /** The first start of all. */
  starting: {
    files: (place) => [...database(place), ...checkpoint(place)],
    prepare: (place) => writeDown(place, null),
    act: async ({ page }) => ((await page.isShown()) ? null : 'it shows nothing'),
  },
  /**
   * The first start and all of a surgery, during half of which somebody else reads, so that the write-ahead log cannot be
   * emptied; for power cuts, where every call counts, wherever it is made.
   */
  surgery: {
    files: () => [],
    prepare: (place) => writeDown(place, null),
    act: async ({ page, place }) => {
      const before = await page.taps(5);
      const reader = openReader(databaseFile(place.data));
      lastEntry.get(reader, {});
      const meanwhile = await page.taps(6);
      reader.close();
      const afterwards = await page.taps(6);
      return before && meanwhile && afterwards ? null : 'a tap was not recorded';
    },
  },
  'backing-up': {
    files: ({ data }) => {
      const partial = join(backupFolder(data), `bedside-${partialId}.partial`);
      return [backupFolder(data), partial, `${partial}-journal`];
    },
    prepare: (place) => backingUp.prepare(place),
    act: async ({ device, nextId }) => {
      nextId(partialId);
      const made = await backUp(device);
      return made.ok ? null : made.problem.sentence;
    },
    besides: (place, done) => {
      const found = backupsIn(backupFolder(place.data), new Date());
      return [
        ...besideOf(backingUp)(place),
        ...(done && found.length < 2 ? ['a backup was made, and is not there'] : []),
      ];
    },
  },
  'exporting-csv': {
    files: (place) => exported(place, 'introductions.csv'),
    prepare: (place) => exportingCsv.prepare(place),
    act: async ({ device, place }) => {
      const days = { from: '2000-01-01', to: '2999-12-31' };
      await exportIntroductions(device, days, join(place.elsewhere, 'introductions.csv'));
      return null;
    },
    besides: besideOf(exportingCsv),
  },
  'exporting-bundle': {
    files: (place) => exported(place, 'record.tar'),
    prepare: (place) => exportingBundle.prepare(place),
    act: async ({ device, place }) => {
      const file = join(place.elsewhere, 'record.tar');
      await exportBundle(device, { kind: 'all' }, file, { kind: 'command-line' });
      return existsSync(file) ? null : 'it is not there';
    },
    besides: besideOf(exportingBundle),
  },
} satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

const isScene = (name: string): name is SceneName => Object.hasOwn(scenes, name);

/** Those with files of their own in which calls can fail. */
export const sceneNames: SceneName[] = Object.keys(scenes)
  .filter(isScene)
  .filter((name) => name !== 'surgery');

/** Throws for a name that is none. */
export const sceneNamed = (name: string): Scene => {
  if (!isScene(name)) throw new Error(`There is no scene “${name}”`);
  return scenes[name];
};
