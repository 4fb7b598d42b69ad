import { expect, test } from 'vitest';
import { record } from '../../../electron/log/record.ts';
import { planPurge } from '../../../electron/services/retention/plan.ts';
import { bedside } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { kioskSince2019, purgeBefore, safeguard, surgeryWith, yearsOfRecord } from './old-record.ts';

test('a purge takes what is from before the day, and says how much that is', async () => {
  const { device, in2019, in2020 } = await yearsOfRecord();
  const plan = planPurge(device, { before: '2020-11-22' });
  expect(plan).toMatchObject({
    range: { after: 0, through: in2020 },
    entries: in2020,
    sessions: 2,
    days: { first: '2019-03-04', last: '2020-03-05' },
    obstacles: [],
  });
  expect(plan.introductions).toBeGreaterThan(10);
  expect(planPurge(device, { before: '2020-03-05' }).range.through).toBe(in2019);
  expect(planPurge(device, { before: '2019-03-04' })).toMatchObject({
    entries: 0,
    days: null,
  });
});

test('a session that went on past midnight is kept as a whole', () => {
  const { device, to, size, clock } = kioskSince2019();
  to('2020-03-05');
  wholeSurgery(device);
  const before = size();
  clock.pass(15.5 * 3600);
  const { open, tap } = bedside(device);
  open();
  clock.pass(3600);
  tap({ type: 'close-session' });
  to('2026-11-22');
  expect(planPurge(device, { before: '2020-03-06' }).range.through).toBe(before);
  expect(planPurge(device, { before: '2020-03-07' }).range.through).toBe(size());
});

test('nothing after the first entry of a session that is still open goes', () => {
  const { device, to, size } = kioskSince2019();
  to('2020-03-05');
  wholeSurgery(device);
  const before = size();
  bedside(device).open();
  to('2026-11-22');
  expect(planPurge(device, { before: '2020-11-22' }).range.through).toBe(before);
});

test('what only looks old, because the clock was behind for a while, is kept, also by the purge after that', async () => {
  const { device, to, size, clock } = kioskSince2019();
  to('2019-06-01');
  surgeryWith(device, 'Ada');
  const old = size();
  const behind = { now: () => new Date('2019-01-01T08:00:00'), mono: () => clock.mono() };
  to('2026-11-20');
  Object.assign(device, { clock: behind });
  surgeryWith(device, 'Ben');
  Object.assign(device, { clock });
  to('2026-11-22');
  surgeryWith(device, 'Cem');
  await safeguard(device);
  expect(planPurge(device, { before: '2020-11-22' }).range.through).toBe(old);
  await purgeBefore(device, '2020-11-22');
  expect(planPurge(device, { before: '2020-11-22' }).range).toEqual({
    after: old,
    through: old,
  });
});

test('the start of a run that still goes on is kept: by it the next start knows whether the kiosk crashed', () => {
  const { device, to, size } = kioskSince2019();
  const before = size();
  const started = { type: 'kiosk-started' as const, ids: {}, data: { host: 'browser' as const, demo: true } };
  record(device, { id: device.newId(), actor: { kind: 'system' }, events: [started] });
  to('2020-03-05');
  wholeSurgery(device);
  to('2026-11-22');
  expect(planPurge(device, { before: '2020-11-22' }).range.through).toBe(before);
});

test('what was recorded with the clock behind goes with what came after it', () => {
  const { device, to, size, clock } = kioskSince2019();
  to('2019-06-01');
  surgeryWith(device, 'Ada');
  const behind = { now: () => new Date('2019-01-01T08:00:00'), mono: () => clock.mono() };
  Object.assign(device, { clock: behind });
  surgeryWith(device, 'Ben');
  Object.assign(device, { clock });
  to('2019-06-02');
  surgeryWith(device, 'Cem');
  const old = size();
  to('2026-11-22');
  surgeryWith(device, 'Dee');
  expect(planPurge(device, { before: '2020-11-22' }).range.through).toBe(old);
});
