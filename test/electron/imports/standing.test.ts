import { expect, test } from 'vitest';
import { readRoster } from '../../../core/roster/roster.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { planPeople } from '../../../electron/services/imports/plan.ts';
import { addVisitor, holderOf, searchPeople } from '../../../electron/services/people.ts';
import { startView } from '../../../electron/services/start.ts';
import { query } from '../../../electron/store/sql.ts';
import { newcomers } from './steps.ts';

const people = query<{ given: string; retired: number; on_leave: number }>(
  'select given, retired_at is not null as retired, on_leave from person order by rowid',
);
const header = 'given,family,role,employee id,status,badge\n';
const ana = 'Ana,Sol,Nurse,100,Active,B-1\n';
const bo = 'Bo,Li,Surgeon,200,Active,B-2\n';

test('whoever has left by the list and was never here is left out, and whoever is on leave comes', async () => {
  const { device, bring, preview } = newcomers();
  const list = `${header}${ana}Bo,Li,Surgeon,200,Terminated,\nCy,Do,Nurse,300,On leave (maternity),\n`;
  expect(await preview(list)).toContain(
    'people: 2 added, 0 changed, 0 skipped; problems: 0\nalso: 1 left before they came',
  );
  await bring(list);
  expect(people.all(device.db, {})).toEqual([
    { given: 'Ana', retired: 0, on_leave: 0 },
    { given: 'Cy', retired: 0, on_leave: 1 },
  ]);
});

test('whoever is on leave is not offered, and is found by name and badge', async () => {
  const { device, bring } = newcomers();
  await bring(`${header}${ana}${bo.replace('Active', 'LOA')}`);
  expect(searchPeople(device, '').map(({ first }) => first)).toEqual(['Ana']);
  expect(startView(device).people.map(({ first }) => first)).toEqual(['Ana']);
  expect(searchPeople(device, 'li').map(({ first }) => first)).toEqual(['Bo']);
  expect(holderOf(device, 'B-2')?.first).toBe('Bo');
  await bring(header + ana + bo);
  expect(searchPeople(device, '')).toHaveLength(2);
});

test('a list that says nothing of leave leaves it as it was', async () => {
  const { device, bring } = newcomers();
  await bring(header + bo.replace('Active', 'LOA'));
  await bring('given,family,role,employee id\nBo,Li,Surgeon,200\n');
  await bring(header + bo.replace('Active', ''));
  expect(people.all(device.db, {})).toEqual([{ given: 'Bo', retired: 0, on_leave: 1 }]);
});

test('whoever leaves is retired, keeps their id, and comes back by their number as the same person', async () => {
  const { device, bring, preview } = newcomers();
  await bring(header + ana + bo);
  const { id } = searchPeople(device, 'ana')[0] ?? {};
  const left = header + ana.replace('Active', 'inactive') + bo;
  expect(await preview(left)).toContain('list.csv:2: retired: “Ana Sol”');
  await bring(left);
  expect(searchPeople(device, 'ana')).toEqual([]);
  expect(holderOf(device, 'B-1')).toBeNull();
  expect(people.all(device.db, {})).toHaveLength(2);
  expect(await preview(header + ana + bo)).toContain('list.csv:2: changed: “Ana Sol”: here again');
  await bring(header + ana + bo);
  expect(searchPeople(device, 'ana')[0]?.id).toBe(id);
  expect(people.all(device.db, {})).toHaveLength(2);
});

test('somebody of the name of one who left, whom nothing else marks, is somebody new', async () => {
  const { device, bring } = newcomers();
  await bring('given,family,role,status\nAna,Sol,Nurse,Active\n');
  await bring('given,family,role,status\nAna,Sol,Nurse,Left\n');
  await bring('given,family,role,status\nAna,Sol,Nurse,Active\n');
  expect(people.all(device.db, {}).map(({ retired }) => retired)).toEqual([1, 0]);
});

test('the badge of somebody who left may be given on, which is said; their number may not', async () => {
  const { device, bring, preview } = newcomers();
  await bring(header + ana + bo);
  await bring(header + ana.replace('Active', 'Left') + bo);
  const given = `${header}Di,Fo,Nurse,300,Active,B-1\n`;
  expect(await preview(given)).toContain('The badge of “Di Fo” was that of “Ana Sol”, who has left.');
  await bring(given);
  expect(holderOf(device, 'B-1')?.first).toBe('Di');
  expect(await preview(`${header}Di,Fo,Nurse,100,Active,\n`)).toContain('conflict: ');
});

test('nobody who left is on a team, whatever is scheduled', async () => {
  const { device, bring, schedule } = newcomers();
  await bring(header + ana + bo);
  schedule('B-1;B-2', 'Ana Sol');
  expect(startView(device).schedule[0]?.team).toHaveLength(2);
  await bring(header + ana.replace('Active', 'Left') + bo);
  expect(startView(device).schedule[0]).toMatchObject({ lead: null, team: [{ role: 'surgeon' }] });
  expect(startView(device).people.map(({ first }) => first)).toEqual(['Bo']);
});

test('a status that is no word known here is an error, which does not repeat it', async () => {
  const { preview, bring } = newcomers();
  const list = header + ana.replace('Active', 'Wobbly');
  expect(await preview(list)).toContain('list.csv:2: The status is no word known here.');
  expect(await preview(list)).not.toContain('Wobbly');
  expect(await bring(list)).toBe(false);
});

test('a plan is not carried out where the people here have changed since it was made', async () => {
  const { device, bring, folder } = newcomers();
  await bring(header + ana);
  const bytes = Buffer.from(header + ana.replace('Nurse', 'Surgeon'));
  const plan = await planImport(device, { bytes, folder });
  await bring(header + ana.replace('Nurse', 'Pharmacist'));
  const done = await carryOutImport(device, plan, { actor: { kind: 'command-line' }, skipProblems: false });
  expect(done).toEqual({ ok: false, problem: 'changed-meanwhile' });
  expect(holderOf(device, 'B-1')?.role).toBe('pharmacist');
});

test('a visitor who is typed in meanwhile stands in nobody’s way', async () => {
  const { device, bring, folder } = newcomers();
  await bring(header + ana);
  const plan = await planImport(device, { bytes: Buffer.from(header + bo), folder });
  addVisitor(device, { id: device.newId(), name: 'Eva Po', role: 'chaplain' });
  const done = await carryOutImport(device, plan, { actor: { kind: 'command-line' }, skipProblems: false });
  expect(done.ok).toBe(true);
});

test('where everybody is on leave or has left, no invented team takes their place', async () => {
  const { device, bring } = newcomers();
  await bring(header + ana.replace('Active', 'On leave') + bo);
  await bring(header + ana.replace('Active', 'On leave') + bo.replace('Active', 'Left'));
  expect(searchPeople(device, '')).toEqual([]);
  prepareDemo(device);
  expect(searchPeople(device, '')).toEqual([]);
});

test('a number that a file gives twice for one person is one number', async () => {
  const { device } = newcomers();
  const read = readRoster(Buffer.from(header + ana));
  const [person] = read.ok ? read.value.people : [];
  if (person === undefined) throw new Error('Nobody was read');
  const people = [{ ...person, identifiers: [...person.identifiers, ...person.identifiers] }];
  const nothing = { problems: [], digest: '0'.repeat(64) };
  const photoOf = async () => ({ photo: null, problems: [] });
  const plan = await planPeople(device, { people, ...nothing, photoOf });
  const done = await carryOutImport(device, plan, { actor: { kind: 'command-line' }, skipProblems: false });
  expect([done.ok, searchPeople(device, '').length]).toEqual([true, 1]);
});
