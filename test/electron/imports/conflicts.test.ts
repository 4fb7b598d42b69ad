import { expect, test } from 'vitest';
import { shownName } from '../../../core/names.ts';
import { holderOf, searchPeople } from '../../../electron/services/people.ts';
import { query } from '../../../electron/store/sql.ts';
import { newcomers } from './steps.ts';

const people = query<{ id: string; given: string; family: string | null; role: string; changed_at: string }>(
  'select id, given, family, role, changed_at from person order by rowid',
);
const entries = query<{ count: number }>('select count(*) as count from entry');
const header = 'given,family,role,employee id,badge\n';
const staff = `${header}Ana,Sol,Nurse,100,B-1\nBo,Li,Surgeon,200,B-2\n`;

test('the same number with another name is a conflict, and changes nobody', async () => {
  const { device, preview, bring } = newcomers();
  await bring(staff);
  const before = [people.all(device.db, {}), entries.get(device.db, {})];
  const other = staff.replace('Ana,Sol', 'Ana,Mar');
  expect(await preview(other)).toContain(
    'list.csv:2: conflict: The staff number of “Ana Mar” belongs to “Ana Sol” here.',
  );
  expect(await bring(other)).toBe(false);
  expect([people.all(device.db, {}), entries.get(device.db, {})]).toEqual(before);
});

test('while it is undecided, the other rows can come without it', async () => {
  const { device, bring } = newcomers();
  await bring(staff);
  const other = staff.replace('Ana,Sol', 'Ana,Mar').replace('Surgeon', 'Pharmacist');
  expect(await bring(other, [], true)).toBe(true);
  expect(people.all(device.db, {}).map(({ family, role }) => `${family} ${role}`)).toEqual([
    'Sol bedside-nurse',
    'Li pharmacist',
  ]);
});

test('a new name is taken where somebody says that it is the same person, and only there', async () => {
  const { device, preview, bring } = newcomers();
  await bring(staff);
  const married = staff.replace('Ana,Sol', 'Ana,Mar').replace('Bo,Li', 'Cy,Do');
  expect(await preview(married, [2])).toContain('list.csv:2: changed: “Ana Mar”: family name');
  expect(await bring(married, [2])).toBe(false);
  expect(await bring(married, [2], true)).toBe(true);
  expect(holderOf(device, 'B-1')).toMatchObject({ first: 'Ana' });
  expect(searchPeople(device, 'mar')).toHaveLength(1);
  expect(people.all(device.db, {}).map(({ family }) => family)).toEqual(['Mar', 'Li']);
});

test.each([
  ['divided elsewhere', 'Ana María,Sol', 'Ana,María Sol', ['Ana', 'María Sol']],
  ['the other way round', 'Sol,Ana', 'Ana,Sol', ['Ana', 'Sol']],
  ['in other case', 'ana,sol', 'Ana,Sol', ['Ana', 'Sol']],
  ['in capitals, which says nothing of how it is spelled', 'Ana,McLeod', 'ANA,MCLEOD', ['Ana', 'McLeod']],
])('the same name %s is no other name', async (_, first, second, expected) => {
  const { device, bring } = newcomers();
  expect(await bring(staff.replace('Ana,Sol', first))).toBe(true);
  expect(await bring(staff.replace('Ana,Sol', second))).toBe(true);
  const [ana, ...rest] = people.all(device.db, {});
  expect([ana?.given, ana?.family, rest.length]).toEqual([...expected, 1]);
});

test('a preview says who comes, what of whom changes, and how many stay as they are', async () => {
  const { bring, preview } = newcomers();
  await bring(staff);
  const later = `${staff.replace('Surgeon,200,B-2', 'Pharmacist,200,B-2;B-22')}Cy,Do,Nurse,300,B-3\nAna,Sol,Nurse,400\n`;
  expect((await preview(later)).split('\n')).toEqual([
    'people: 1 added, 1 changed, 1 skipped; problems: 1',
    expect.stringMatching(/^list\.csv:5: The row has 4 cells, the header 5/),
    'list.csv:3: changed: “Bo Li”: title, role, badge',
    'list.csv:4: added: “Cy Do”',
  ]);
});

test('importing the same list again changes nothing, and writes nobody', async () => {
  const { device, bring, preview } = newcomers();
  await bring(staff);
  const before = people.all(device.db, {});
  expect(await preview(staff)).toBe('people: 0 added, 0 changed, 2 skipped; problems: 0');
  await bring(staff);
  expect(people.all(device.db, {})).toEqual(before);
});

test('one number on two rows, and a number and a badge of two people, are for a person to decide', async () => {
  const { bring, preview } = newcomers();
  await bring(staff);
  expect(await preview(`${header}Cy,Do,Nurse,300,\nCy,Do,Nurse,300,\n`)).toContain(
    'list.csv:2: conflict: This staff number is also on line 3.',
  );
  expect(await preview(`${header}Ana,Sol,Nurse,100,B-2\n`)).toContain(
    'list.csv:2: conflict: The badges and numbers of this row belong to “Ana Sol” and “Bo Li” here.',
  );
});

test('what a name policy shows of two family names is the first letter of the first', async () => {
  const { device, bring } = newcomers();
  await bring('Nombre,Primer apellido,Segundo apellido\nAna María,García,López\n');
  const [row] = people.all(device.db, {});
  const named = { given: row?.given ?? '', family: row?.family ?? null, preferred: null };
  expect(shownName(named, 'full')).toEqual({ first: 'Ana María', rest: 'García López' });
  expect(shownName(named, 'first-and-initial')).toEqual({ first: 'Ana María', rest: 'G.' });
  expect(shownName(named, 'first-only')).toEqual({ first: 'Ana María', rest: '' });
});

test('a policy that hides family names hides those of lists in capitals and behind commas too', async () => {
  const { device, bring } = newcomers();
  await bring('name\n"Sol, Ana"\n"MAR, Dr. BEN"\nDr. Cy Do\n');
  const shown = searchPeople(device, '').map(({ first, rest }) => first + rest);
  expect(shown.sort()).toEqual(['Ana', 'BEN', 'Cy']);
});
