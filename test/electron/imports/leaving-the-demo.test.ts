import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { prepareDemo } from '../../../electron/services/demo.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { holderOf, searchPeople } from '../../../electron/services/people.ts';
import { readSettings } from '../../../electron/services/settings.ts';
import { startView } from '../../../electron/services/start.ts';
import { demoDevice } from '../../support/device.ts';

const six = readFileSync(new URL('../../support/rosters/six.csv', import.meta.url));
const kofisBadge = '4100273816';

test('with the first real people the invented team is gone from search, badges and schedule', async () => {
  const device = demoDevice();
  expect(startView(device).schedule.length).toBeGreaterThan(0);
  expect(holderOf(device, kofisBadge)).not.toBeNull();

  const plan = await planImport(device, { bytes: six, folder: '.' });
  await carryOutImport(device, plan, { actor: { kind: 'command-line' }, skipProblems: false });

  expect(searchPeople(device, '')).toHaveLength(6);
  expect(holderOf(device, kofisBadge)).toBeNull();
  expect(startView(device).schedule).toEqual([]);
  expect(readSettings(device).settings).toMatchObject({ demo: false, names: 'first-only' });
  prepareDemo(device);
  expect(searchPeople(device, '')).toHaveLength(6);
});
