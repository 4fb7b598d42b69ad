import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodeEntry, type LogEvent } from '../../../core/log/entry.ts';
import { record } from '../../../electron/log/record.ts';
import { startDevice } from '../../../electron/services/open-device.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';

const changed: LogEvent = { type: 'settings-changed', ids: {}, data: { settings: ['language'] } };
const minute = 60_000;

/** A device whose clocks stand where they are put. */
const withClocks = () => {
  const clocks = { wall: Date.parse('2026-03-02T08:00:00Z'), mono: 1_000 };
  const device = demoDevice({ clock: { now: () => new Date(clocks.wall), mono: () => clocks.mono } });
  const tap = (): void => {
    record(device, { id: randomUUID(), actor: { kind: 'system' }, events: [changed] });
  };
  const jumps = () =>
    allEntries
      .all(device.db, {})
      .map(({ bytes }) => decodeEntry(bytes))
      .flatMap((entry) => (entry.type === 'clock-jumped' ? [entry.data.ms] : []));
  return { device, clocks, tap, jumps };
};

test('a wall clock that goes with the time is no jump, however long nobody taps', () => {
  const { clocks, tap, jumps } = withClocks();
  for (let hour = 0; hour < 10; hour += 1) {
    clocks.mono += 60 * minute;
    clocks.wall += 60 * minute + 2 * minute - 1;
    tap();
  }
  expect(jumps()).toEqual([]);
});

test.each([
  ['forward', 3 * 60 * minute],
  ['back', -2 * minute - 1],
])('a wall clock that was set %s is in the log before what comes after, once', (_, by) => {
  const { clocks, tap, jumps } = withClocks();
  tap();
  clocks.wall += by + 5_000;
  clocks.mono += 5_000;
  tap();
  tap();
  expect(jumps()).toEqual([by]);
});

test('where the tap that found a jump is not recorded, the next one tells of it', () => {
  const { device, clocks, tap, jumps } = withClocks();
  tap();
  clocks.wall += 10 * minute;
  const happening = { id: randomUUID(), actor: { kind: 'system' as const }, events: [changed] };
  expect(() =>
    record(device, happening, () => {
      throw new Error('the disk said no');
    }),
  ).toThrow('the disk said no');
  expect(jumps()).toEqual([]);
  tap();
  expect(jumps()).toEqual([10 * minute]);
});

test.each([
  ['back by an hour', -60 * minute, [-60 * minute]],
  ['back by as little as clocks drift', -minute, []],
  ['forward, as time does', 24 * 60 * minute, []],
])('a clock that was set %s while the kiosk was off', (_, by, expected) => {
  const folder = temporaryFolder();
  const clocks = { wall: Date.parse('2026-03-02T08:00:00Z') };
  const clock = { now: () => new Date(clocks.wall), mono: () => 1_000 };
  const start = () => startDevice({ folder, clock, host: 'browser', demo: false });
  start().close();
  clocks.wall += by;
  const device = start();
  const types = allEntries.all(device.db, {}).map(({ bytes }) => decodeEntry(bytes));
  device.close();
  expect(types.flatMap((entry) => (entry.type === 'clock-jumped' ? [entry.data.ms] : []))).toEqual(expected);
});
