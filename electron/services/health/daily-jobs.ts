import { lastOfDevice } from '../../store/log.ts';
import { backUp } from '../backups/backup.ts';
import { forgetOldImports } from '../imports/remembered.ts';
import { forgetOldChanges } from '../people/keep.ts';
import { readSettings } from '../settings.ts';
import { forgetOldStays } from '../stays.ts';
import type { DailyJob } from './upkeep.ts';
import { wholeCheck } from './whole-check.ts';

const backup: DailyJob = {
  name: 'backup',
  lastDone: ({ db }) => lastOfDevice.get(db, { type: 'backed-up' })?.at ?? null,
  run: async (device, signal) => {
    await backUp(device, { signal });
    // A disk that breaks takes its own backups with it.
    const { backupFolder } = readSettings(device).settings;
    if (backupFolder !== null) await backUp(device, { to: backupFolder, signal });
  },
};

/** Whom a patient met is forgotten some time after their stay; nothing in the record says that there was one. */
const stays: DailyJob = {
  name: 'stays',
  lastDone: () => null,
  run: async (device) => {
    forgetOldStays(device);
  },
};

/** What was before a change by hand, or an import, is kept only while it can be put back. */
const people: DailyJob = {
  name: 'people',
  lastDone: () => null,
  run: async (device) => {
    forgetOldChanges(device);
    await forgetOldImports(device);
  },
};

/** What a kiosk does once a day while nobody uses it: a copy is made of what was checked before. */
export const dailyJobs: readonly DailyJob[] = [wholeCheck, stays, people, backup];
