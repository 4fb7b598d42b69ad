import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { formatReport } from '../../../core/roster/report.ts';
import { wallTime } from '../../../electron/log/clock.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { reportOf } from '../../../electron/services/imports/preview.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { carryOutSchedule } from '../../../electron/services/schedule/carry-out.ts';
import { planSchedule } from '../../../electron/services/schedule/from-list.ts';
import { setUp } from '../../../electron/services/set-up.ts';
import { temporaryFolder } from '../../support/device.ts';

const actor = { kind: 'command-line' } as const;

/** A device of its own, beside a folder for lists and photos, for one test. */
export const newcomers = () => {
  const home = temporaryFolder();
  const folder = join(home, 'lists');
  mkdirSync(folder);
  const device = openDevice({ folder: join(home, 'data') });
  onTestFinished(() => device.close());
  const planOf = (list: string | Uint8Array, renamed: number[] = []) =>
    planImport(device, { bytes: Buffer.from(list), folder, renamed: new Set(renamed) });
  return {
    ...{ device, home, folder, planOf },
    /** The report of a preview; nothing is written. */
    preview: async (list: string | Uint8Array, renamed: number[] = []): Promise<string> =>
      formatReport([reportOf('list.csv', await planOf(list, renamed), { isPreview: true })]),
    /** Whether a list could be brought in. */
    bring: async (
      list: string | Uint8Array,
      renamed: number[] = [],
      skipProblems = false,
    ): Promise<boolean> =>
      (await carryOutImport(device, await planOf(list, renamed), { actor, skipProblems })).ok,
    /** Schedules a surgery today, here. */
    schedule: (team: string, lead: string): void => {
      setUp(device, actor, { place: 'OR 3', unit: 'U' });
      const today = wallTime(device.clock.now()).slice(0, 10);
      const text = `date,time,place,unit,lead,team\n${today},07:30,OR 3,U,${lead},${team}\n`;
      carryOutSchedule(device, planSchedule(device, Buffer.from(text)), { actor, skipProblems: false });
    },
  };
};
