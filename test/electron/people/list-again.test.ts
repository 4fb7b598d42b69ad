import { expect, test } from 'vitest';
import { writeByHand } from '../../../electron/services/people/by-hand.ts';
import { managedPerson } from '../../../electron/store/people-changes.ts';
import { query } from '../../../electron/store/sql.ts';
import { newcomers } from '../imports/steps.ts';

const people = query<{ id: string; given: string; family: string | null }>(
  'select id, given, family from person where retired_at is null order by search',
);

test.each([
  'given,family,role,employee id\nJohn,Doe,Nurse,1\nAna,Sol,Nurse,2\n',
  'given,family,role\nJohn,Doe,Nurse\nAna,Sol,Nurse\n',
])(
  'a name that was corrected by hand stands when the same list comes again, and no second person is made',
  async (list) => {
    const { device, bring, planOf } = newcomers();
    await bring(list);
    const names = () => people.all(device.db, {}).map(({ given, family }) => `${given} ${family}`);
    const john = people.all(device.db, {}).find(({ given }) => given === 'John');
    const row = managedPerson.get(device.db, { id: john?.id ?? '' });
    if (row === undefined) throw new Error('John is not here');
    writeByHand(device.db, device, row, { given: 'Jon' });
    const again = await planOf(list);
    expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([again.added.length, again.changed.length]).toEqual([0, 0]);
    expect(await bring(list)).toBe(true);
    expect(names()).toEqual(['Ana Sol', 'Jon Doe']);
  },
);

test('once the list says the corrected name too, it is the same person; and never two rows of one', async () => {
  const { device, bring, planOf } = newcomers();
  await bring('given,family,role\nJohn,Doe,Nurse\n');
  const [john] = people.all(device.db, {});
  const row = managedPerson.get(device.db, { id: john?.id ?? '' });
  if (row === undefined) throw new Error('John is not here');
  writeByHand(device.db, device, row, { given: 'Jon' });
  const both = await planOf('given,family,role\nJohn,Doe,Nurse\nJon,Doe,Nurse\n');
  expect(both.problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  expect(both.added).toHaveLength(0);
  expect(await bring('given,family,role\nJon,Doe,Nurse\n')).toBe(true);
  expect(people.all(device.db, {})).toHaveLength(1);
});
