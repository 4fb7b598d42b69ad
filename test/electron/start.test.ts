import { expect, test } from 'vitest';
import { demoPersonId } from '../../electron/services/demo.ts';
import { scheduleDay } from '../../electron/services/schedule/view.ts';
import { startView } from '../../electron/services/start.ts';
import { tablesFollow } from '../../electron/services/verify/tables.ts';
import { change } from '../../electron/store/sql.ts';
import { bedside, demoDevice } from '../support/device.ts';

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

test('the last team here is the one that came last, also where the clock was set back in between', () => {
  let now = new Date(2026, 10, 22, 9);
  const device = demoDevice({ clock: { now: () => now, mono: () => 0 } });
  const { open, tap } = bedside(device);
  const session = (person: string) => {
    open([{ person: demoPersonId(person), role: 'surgeon' }]);
    tap({ type: 'close-session' });
  };
  session('kofi');
  now = new Date(2026, 10, 21, 9);
  session('yusuf');
  const { lastTeam, people } = startView(device);
  expect(lastTeam.map(({ person }) => person)).toEqual([demoPersonId('yusuf')]);
  expect(people.slice(0, 2).map(({ id }) => id)).toEqual([demoPersonId('yusuf'), demoPersonId('kofi')]);
});

test('the start screen knows who arrives and who leaves', () => {
  const { schedule } = startView(demoDevice());
  const partsAt = (time: string) =>
    schedule
      .find((one) => one.time === time)
      ?.team.map(({ person, part = null }) => [person, part])
      .sort();
  expect(partsAt('23:00')).toEqual(
    [
      [demoPersonId('thandiwe'), 'leaving'],
      [demoPersonId('olena'), 'arriving'],
    ].sort(),
  );
  expect(partsAt('08:30')?.every(([, part]) => part === null)).toBe(true);
});

test('a planned session that a disk has changed beyond reading hides no other, is told, and stops no figure', () => {
  const device = demoDevice();
  const before = startView(device).schedule;
  const spoiled = before[0]?.id ?? '';
  device.db.pragma('ignore_check_constraints = 1');
  for (const team of ['[{"person', '["somebody"]', '{}']) {
    device.db.prepare('update scheduled_session set team = ? where id = ?').run(team, spoiled);
    expect(startView(device).schedule.map(({ id }) => id)).toEqual(before.slice(1).map(({ id }) => id));
    expect(scheduleDay(device, null).sessions.map(({ id }) => id)).not.toContain(spoiled);
    expect(tablesFollow(device.db)).toBe(true);
  }
});
