import { expect, test } from 'vitest';
import { demoPersonId } from '../../electron/services/demo.ts';
import { startView } from '../../electron/services/start.ts';
import { change } from '../../electron/store/sql.ts';
import { demoDevice } from '../support/device.ts';

const manyOthers = change(
  `insert into person (id, given, role, languages, origin, search, added_at, changed_at)
   with recursive n(i) as (select 1 union all select i + 1 from n where i < 200)
   select 'other-' || i, 'Aaron', 'bedside-nurse', '[]', 'import', 'aaron ' || i, '', '' from n`,
);

test('everybody who is scheduled has a face on the start screen, however many people there are', () => {
  const device = demoDevice();
  manyOthers(device.db, {});
  const { schedule, people } = startView(device);
  const shown = people.map(({ id }) => id);
  expect(shown).toContain(demoPersonId('yusuf'));
  for (const { team } of schedule) for (const { person } of team) expect(shown).toContain(person);
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown.length).toBeLessThan(80);
});
