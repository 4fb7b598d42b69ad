import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { importedPeople } from '../../../electron/store/roster.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';

const planned = async (lines: string[]) => {
  const device = demoDevice();
  const folder = temporaryFolder();
  const face = { width: 400, height: 500, channels: 3, background: '#c08060' } as const;
  writeFileSync(join(folder, 'face.png'), await sharp({ create: face }).png().toBuffer());
  const bytes = new TextEncoder().encode(`given,family,role,photo,Photo taken\n${lines.join('\n')}\n`);
  return { device, plan: await planImport(device, { bytes, folder }) };
};

test('the day of a photo comes with it, so that its age is known', async () => {
  const { device, plan } = await planned([
    'Ana,Sol,surgeon,face.png,2024-05-06',
    'Ben,Ode,surgeon,face.png,',
  ]);
  const done = await carryOutImport(device, plan, { actor: { kind: 'command-line' }, skipProblems: false });
  expect(done.ok).toBe(true);
  const days = importedPeople.all(device.db, {}).map(({ given, photo_date }) => [given, photo_date]);
  expect(days).toContainEqual(['Ana', '2024-05-06']);
  expect(days).toContainEqual(['Ben', null]);
});

test.each([
  ['2024-02-30', 'is no day'],
  ['05/06/2024', 'is no day'],
  ['last year', 'is no day'],
  ['9999-01-01', 'is still to come'],
])('a day that is none, or still to come, is an error with its line: %s', async (day, what) => {
  const { plan } = await planned(['Ana,Sol,surgeon,face.png,2024-05-06', `Ben,Ode,surgeon,face.png,${day}`]);
  expect(plan.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { line: 3, what: expect.stringContaining(what) },
  ]);
  expect(plan.added).toHaveLength(1);
});
