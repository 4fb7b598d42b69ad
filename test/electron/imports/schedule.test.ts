import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '../../../electron/services/device.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { holderOf } from '../../../electron/services/people.ts';
import { carryOutSchedule } from '../../../electron/services/schedule/carry-out.ts';
import { planSchedule } from '../../../electron/services/schedule/from-list.ts';
import { carryOut } from '../../../electron/services/sessions.ts';
import { setUp } from '../../../electron/services/set-up.ts';
import { query } from '../../../electron/store/sql.ts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../support/rosters/${name}`, import.meta.url));
const scheduled = query<{
  id: string;
  place: string;
  place_id: string;
  unit_id: string;
  date: string;
  time: string;
  kind: string;
  lead: string | null;
  team: string;
}>(
  `select scheduled_session.id, place.name as place, place_id, place.unit_id, date, time, kind, lead_id as lead, team
   from scheduled_session join place on place.id = place_id order by date, time`,
);
const actor = { kind: 'command-line' as const };

let folder: string;
let device: Device;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schedule-'));
  device = openDevice({ folder });
  const plan = await planImport(device, { bytes: fixture('six.csv'), folder });
  await carryOutImport(device, plan, { actor, skipProblems: false });
});
afterEach(() => {
  device.close();
  rmSync(folder, { recursive: true });
});

const bring = (source: string | Uint8Array, skipProblems = false) => {
  const plan = planSchedule(device, Buffer.from(source));
  return { plan, done: carryOutSchedule(device, plan, { actor, skipProblems }).ok };
};
const idOf = (badge: string): string => holderOf(device, badge)?.id ?? '';
const times = (): string[] => scheduled.all(device.db, {}).map(({ place, time }) => `${place} ${time}`);
const header = 'date,time,place,unit,lead,team\n';

describe('an import of a schedule', () => {
  it('finds everybody by badge or name, and gives the roles that it names', () => {
    expect(bring(fixture('schedule.csv')).done).toBe(true);
    const [first, second, third] = scheduled.all(device.db, {});
    expect(first?.lead).toBe(idOf('B-1001'));
    expect(JSON.parse(first?.team ?? '')).toEqual([
      { person: idOf('B-1001'), role: 'surgeon' },
      { person: idOf('B-1002'), role: 'anesthesiologist' },
      { person: idOf('B-1003'), role: 'scrub-nurse' },
      { person: idOf('B-1004'), role: 'scrub-technician' },
    ]);
    expect(JSON.parse(second?.team ?? '').map((one: { person: string }) => one.person)).toEqual(
      ['B-1001', 'B-1002', 'B-1005'].map(idOf),
    );
    expect(third).toMatchObject({ place: 'Bed 4', time: '19:00', kind: 'shift-change', lead: null });
  });

  it('keeps who arrives and who leaves; whoever is only in the team, or leads, stays on', () => {
    const { plan, done } = bring(
      `date,time,place,unit,kind,lead,team,arriving,leaving
2026-03-09,19:00,Bed 4,U,shift-change,B-1001,B-1004;B-1002,B-1002,B-1003=charge nurse\n`,
    );
    expect([plan.problems, done]).toEqual([[], true]);
    expect(JSON.parse(scheduled.all(device.db, {})[0]?.team ?? '')).toEqual([
      { person: idOf('B-1001'), role: 'surgeon' },
      { person: idOf('B-1004'), role: 'scrub-technician' },
      { person: idOf('B-1002'), role: 'anesthesiologist', part: 'arriving' },
      { person: idOf('B-1003'), role: 'charge-nurse', part: 'leaving' },
    ]);
  });

  it('does not know somebody who both arrives and leaves, by whatever name', () => {
    const { plan, done } = bring(
      `date,time,place,unit,kind,arriving,leaving
2026-03-09,19:00,Bed 4,U,shift-change,B-1001,B-1003;Ngozi Adeyemi-Falk\n`,
    );
    expect(done).toBe(false);
    expect(plan.problems).toEqual([
      expect.objectContaining({ line: 2, what: '“Ngozi Adeyemi-Falk” both arrives and leaves.' }),
    ]);
    expect(times()).toEqual([]);
  });

  it('with somebody unknown brings nothing, and names them with their line', () => {
    const { plan, done } = bring(`${header}2026-03-09,07:30,OR 3,U,,B-1001;Nobody Atall\n`);
    expect(done).toBe(false);
    expect(plan.problems).toEqual([
      expect.objectContaining({ line: 2, what: expect.stringContaining('Nobody Atall') }),
    ]);
    expect(times()).toEqual([]);
  });

  it('replaces the days and places that it is about, and no other', () => {
    bring(
      `${header}2026-03-09,07:30,OR 3,U,,B-1001\n2026-03-10,07:30,OR 3,U,,B-1001\n2026-03-09,07:30,OR 4,U,,B-1001\n`,
    );
    bring(`${header}2026-03-09,08:00,OR 3,,,B-1001\n`);
    expect(times()).toEqual(['OR 4 07:30', 'OR 3 08:00', 'OR 3 07:30']);
  });

  it('leaves what was held as it was, and does not schedule it twice', () => {
    const day = `${header}2026-03-09,07:30,OR 3,U,,B-1001\n2026-03-09,09:30,OR 3,U,,B-1001\n`;
    bring(day);
    const held = scheduled.all(device.db, {})[0];
    if (held === undefined) throw new Error('Nothing was scheduled');
    setUp(device, { kind: 'command-line' }, { place: 'OR 3', unit: 'U' });
    carryOut(
      device,
      {
        ...{ type: 'open-session', id: device.newId(), kind: 'surgery', urgency: 'elective' },
        ...{ interpreter: 'none', scheduled: held.id, team: JSON.parse(held.team) },
      },
      { kind: 'bedside' },
    );
    bring(day.replace('B-1001\n2026', 'B-1002\n2026'));
    const after = scheduled.all(device.db, {});
    expect(after.map(({ time }) => time)).toEqual(['07:30', '09:30']);
    expect(after[0]).toEqual(held);
  });

  it.each([
    ['a new place without a unit', '2026-03-09,07:30,OR 9,,,B-1001\n', 1],
    ['two sessions at one time', '2026-03-09,07:30,OR 3,U,,B-1001\n2026-03-09,7:30,OR 3,U,,B-1002\n', 2],
  ])('is refused with %s', (_, rows, count) => {
    const { plan, done } = bring(header + rows);
    expect([done, plan.problems.length]).toEqual([false, count]);
  });
});
