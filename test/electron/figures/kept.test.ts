import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { stepsOver } from '../../../core/figures/days.ts';
import { noFilters } from '../../../core/figures/filters.ts';
import { dimensions } from '../../../core/rates/breakdown.ts';
import { keepFigures } from '../../../electron/log/figures.ts';
import { rebuildFromLog } from '../../../electron/log/project.ts';
import { leaveDemo } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { catchUpFigures } from '../../../electron/services/figures/catch-up.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { carryOut } from '../../../electron/services/sessions.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { tablesFollow } from '../../../electron/services/verify/tables.ts';
import { openWriter } from '../../../electron/store/open.ts';
import { project } from '../../../electron/store/sessions.ts';
import { anySequence, playing } from '../../core/support/any-play.ts';
import { bedside, demoDevice, surgeryTeam, temporaryFolder } from '../../support/device.ts';
import { bothCounts, expectKept } from '../../support/kept-figures.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { rowsOf } from '../../support/tables.ts';
import { purgeBefore, yearsOfRecord } from '../retention/old-record.ts';

/** A device on which so many sessions were simulated in as many days. */
const simulated = (sessions: number, seed = 4): Device => {
  const folder = temporaryFolder();
  simulate(folder, { sessions, seed, days: Math.ceil(sessions / 4), until: '2026-06-30' });
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  return device;
};

const change = (device: Device, sql: string): void => {
  device.db.prepare(sql).run();
};

test('after every tap of a surgery, with slips taken back and corrections, the figures are those of the tables', () => {
  const device = demoDevice();
  wholeSurgery(device, () => expectKept(device.db));
  expectKept(device.db);
});

test('whatever is tapped, in whatever order, they are', () => {
  const db = openWriter(join(temporaryFolder(), 'any.db'));
  onTestFinished(() => db.close());
  // No log stands behind these sessions.
  db.pragma('foreign_keys = 0');
  fc.assert(
    fc.property(anySequence, (actions) => {
      for (const table of ['introduction', 'round', 'participant', 'session'])
        db.prepare(`delete from ${table}`).run();
      keepFigures(db);
      playing(actions, ({ play, before, done }) => {
        const [after, last] = [play.standing(), play.events.at(-1)];
        if (!done || after === null || last === undefined) return;
        const at = { at: last.stamp.at, simulated: false, corrected: false };
        db.transaction(() => {
          project(db, before, after, at);
          keepFigures(db);
        })();
        const { kept, afresh } = bothCounts(db);
        expect(kept).toEqual(afresh);
      });
      expectKept(db);
    }),
    { numRuns: 60 },
  );
});

test('they are of a simulated year, by everything, narrowed to anything, and over time', () => {
  const device = simulated(200);
  expectKept(device.db);
  const { shares } = bothCounts(device.db, {}, true).kept;
  expect(shares.every((share) => share.denominator > 0)).toBe(true);
  const [one] = device.db.prepare('select place_id as place, unit_id as unit from session').all({}) as {
    place: string;
    unit: string;
  }[];
  const days = { from: '2026-05-20', to: '2026-06-17' };
  for (const narrowed of [
    { unit: one?.unit ?? '' },
    { place: one?.place ?? '' },
    { kind: 'surgery' as const },
    { urgency: 'urgent' as const },
    { shift: '07:00–15:00' },
    { role: 'surgeon' as const },
    { unit: one?.unit ?? '', urgency: 'elective' as const, shift: '07:00–15:00', role: 'surgeon' as const },
    { place: 'nowhere' },
    { shift: '01:00–02:00' },
    { role: 'chaplain' as const },
  ])
    for (const by of [null, ...dimensions]) {
      const asked = { filters: { ...noFilters, ...narrowed }, by, days, over: stepsOver(days, 'week') };
      const { kept, afresh } = bothCounts(device.db, asked, true);
      expect(kept, `${JSON.stringify(narrowed)} by ${by}`).toEqual(afresh);
    }
});

test('another end of a shift needs nothing to be counted again', () => {
  const device = simulated(80);
  for (const shifts of [['06:45', '18:45'], ['00:00'], ['07:01', '07:02']]) {
    const site = { shifts, today: '2026-11-22' };
    const { kept, afresh } = bothCounts(device.db, { by: 'shift', site }, true);
    expect(kept).toEqual(afresh);
    expect(kept.groups.length).toBeGreaterThan(0);
  }
});

test('what is rebuilt from the log has the same figures, byte for byte', () => {
  const device = simulated(40);
  const before = rowsOf(device.db, ['figures', 'figures_word']);
  rebuildFromLog(device.db);
  expect(rowsOf(device.db, ['figures', 'figures_word'])).toEqual(before);
  expectKept(device.db);
});

test('a purge takes what it purges out of them', async () => {
  const { device } = await yearsOfRecord();
  const before = bothCounts(device.db, {}, true).kept.sessions;
  await purgeBefore(device, '2020-06-01');
  expect(bothCounts(device.db, {}, true).kept.sessions).toBeLessThan(before);
  expectKept(device.db);
});

test('a scheduled session counts as soon as it is opened, held, put on the schedule or taken off', () => {
  const device = demoDevice();
  change(device, "update scheduled_session set date = '2026-03-02'");
  keepFigures(device.db);
  const coverage = () => bothCounts(device.db, {}, true).kept.shares[3];
  const before = coverage();
  expect(before?.missing).toBeGreaterThan(2);
  const first = device.db
    .prepare("select id, kind, urgency from scheduled_session where kind = 'surgery' order by time")
    .get({}) as { id: string };
  const opening = { kind: 'surgery', scheduled: first.id, urgency: 'elective', interpreter: 'none' } as const;
  const team = surgeryTeam.map((one) => ({ person: one.person, role: one.role }));
  carryOut(device, { type: 'open-session', id: randomUUID(), ...opening, team }, { kind: 'bedside' });
  expectKept(device.db);
  expect(coverage()).toMatchObject({ numerator: 0, missing: (before?.missing ?? 0) - 1 });
  const { tap } = bedside(device);
  const round = tap({ type: 'open-round', kind: 'patient' });
  const ended = tap({ type: 'end-round', round, outcome: 'declined' });
  expectKept(device.db);
  expect(coverage()).toMatchObject({ numerator: 1 });
  tap({ type: 'undo', of: ended });
  expectKept(device.db);
  expect(coverage()).toMatchObject({ numerator: 0 });
  tap({ type: 'end-round', round, outcome: 'declined' });
  tap({ type: 'close-session' });
  change(device, `delete from scheduled_session where id <> '${first.id}'`);
  keepFigures(device.db);
  expectKept(device.db);
  expect(coverage()).toMatchObject({ numerator: 1, denominator: 1 });
});

test('what the demo team did stays invented when the demo is over; of a person who turns out to be real it is not', () => {
  const device = demoDevice();
  wholeSurgery(device);
  leaveDemo(device, { kind: 'system' });
  expectKept(device.db);
  expect(bothCounts(device.db).kept.sessions).toBe(0);
  change(device, "update person set origin = 'import'");
  // Nobody counted it yet: whoever asks does.
  const { kept, afresh } = bothCounts(device.db);
  expect(kept).toEqual(afresh);
  expect(kept.sessions).toBe(1);
  keepFigures(device.db);
  expectKept(device.db);
});

test('a place that goes to another unit takes its past with it nowhere', () => {
  const device = simulated(60);
  const before = bothCounts(device.db, { by: 'unit' }, true).kept;
  change(device, 'update place set unit_id = (select max(id) from unit)');
  expectKept(device.db);
  expect(bothCounts(device.db, { by: 'unit' }, true).kept).toEqual(before);
});

test('a record from before there were figures starts at once, answers rightly, and is counted little by little', async () => {
  const device = simulated(60);
  change(device, 'delete from figures');
  change(device, 'delete from figures_rules');
  change(device, 'delete from figures_word');
  device.close();
  const again = openDevice({ folder: device.folder });
  onTestFinished(() => again.close());
  const due = () => again.db.prepare('select count(*) as count from figures_due where late = 1').get({});
  expect(due()).toMatchObject({ count: expect.toSatisfy((count: number) => count > 100) });
  const { kept, afresh } = bothCounts(again.db, { by: 'place' }, true);
  expect(kept).toEqual(afresh);
  expect(kept.sessions).toBe(60);
  // A tap in the meantime counts its own session, and leaves the others where they are.
  wholeSurgery(again);
  expect(bothCounts(again.db, {}, true).kept.sessions).toBe(61);
  await catchUpFigures(again, new AbortController().signal);
  expectKept(again.db);
});

test('figures of other rules are counted again', () => {
  const device = simulated(20);
  change(device, 'update figures_rules set counted_by = 0');
  device.close();
  const again = openDevice({ folder: device.folder });
  onTestFinished(() => again.close());
  expect(again.db.prepare('select count(*) as count from figures').get({})).toEqual({ count: 0 });
  expect(bothCounts(again.db, {}, true).kept.sessions).toBe(20);
});

test('a day whose figures were damaged hinders no tap, and is counted again', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  change(device, "update figures set pieces = x'7f01' where part = 'sessions'");
  wholeSurgery(device);
  const { kept, afresh } = bothCounts(device.db, {}, true);
  expect(kept).toEqual(afresh);
  expect(kept.sessions).toBe(2);
  await catchUpFigures(device, new AbortController().signal);
  expectKept(device.db);
});

test('figures that somebody changed are found when the record is verified', () => {
  const device = simulated(8);
  expect(tablesFollow(device.db)).toBe(true);
  const row = device.db.prepare("select pieces from figures where part = 'sessions'").get({}) as {
    pieces: Buffer;
  };
  const other = Buffer.from(row.pieces);
  other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
  device.db
    .prepare("update figures set pieces = ? where pieces = ? and part = 'sessions'")
    .run(other, row.pieces);
  expect(tablesFollow(device.db)).toBe(false);
  device.db.prepare('update figures set pieces = ? where pieces = ?').run(row.pieces, other);
  expect(tablesFollow(device.db)).toBe(true);
  change(device, "delete from figures where part = 'schedule'");
  expect(tablesFollow(device.db)).toBe(false);
});
