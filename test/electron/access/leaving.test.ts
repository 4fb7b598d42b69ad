import { expect, test } from 'vitest';
import { nameManager } from '../../../electron/services/access/first-manager.ts';
import { hasManager } from '../../../electron/services/access/holders.ts';
import type { Device } from '../../../electron/services/device.ts';
import { personById } from '../../../electron/store/people.ts';
import { newcomers } from '../imports/steps.ts';
import { logged } from '../own-card/desk.ts';
import { administrator, kioskSince2019, purgeBefore, safeguard } from '../retention/old-record.ts';
import { managerPin, otherPin, windowAt } from './desk.ts';

const header = 'given,family,role,employee id,status\n';
const ana = 'Ana,Sol,Nurse,100,Active\n';
const bo = 'Bo,Li,Surgeon,200,Active\n';
const gone = (row: string): string => row.replace('Active', 'Terminated');
const names = async (device: Device, name: string, pin: string): Promise<string> => {
  const named = await nameManager(device, administrator, { name, pin });
  if (!named.ok) throw new Error(named.problem.problem);
  return named.value.person;
};

test('the last manager does not leave with a list: it says who has to be named before', async () => {
  const { device, bring, preview } = newcomers();
  await bring(header + ana + bo);
  await names(device, 'Ana Sol', managerPin);
  expect(await preview(header + gone(ana) + bo)).toContain(
    '“Ana Sol” manages this kiosk, and nobody else does.',
  );
  expect(await bring(header + gone(ana) + bo)).toBe(false);
  expect(hasManager(device)).toBe(true);
  await names(device, 'Bo Li', otherPin);
  expect(await preview(header + gone(ana) + gone(bo))).toContain('“Bo Li” manages this kiosk');
});

test('who leaves has no access any more, and has none when they come back', async () => {
  const { device, bring } = newcomers();
  await bring(header + ana + bo);
  const person = await names(device, 'Ana Sol', managerPin);
  await names(device, 'Bo Li', otherPin);
  const window = await windowAt(device);
  await window.signIn(managerPin, { by: 'person', person });
  expect(await window.people()).toBe(200);
  await bring(header + gone(ana) + bo);
  expect(await window.people()).toBe(401);
  expect((await window.signIn(managerPin, { by: 'person', person })).said.problem).toBe('not-opened');
  expect(logged(device, 'access-withdrawn')).toMatchObject([
    { actor: administrator, ids: { person }, data: { role: 'manager' } },
  ]);
  await bring(header + ana + bo);
  expect((await window.signIn(managerPin, { by: 'person', person })).said.problem).toBe('no-access');
});

test('a manager who is on no list is still here after a purge of what is older', async () => {
  const { device, to } = kioskSince2019();
  const person = await names(device, 'Rosa Nine', managerPin);
  to('2026-11-22');
  await safeguard(device);
  await purgeBefore(device, '2020-11-22', { first: 1000 });
  expect(personById.get(device.db, { id: person })).toBeDefined();
  const window = await windowAt(device);
  expect((await window.signIn(managerPin, { by: 'person', person })).status).toBe(200);
});
