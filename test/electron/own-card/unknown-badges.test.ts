import { afterEach, expect, test, vi } from 'vitest';
import type { Device } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { openCard } from '../../../electron/services/own-card/open.ts';
import { decideTry, entriesApart } from '../../../electron/services/own-card/unknown-badges.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import { badgeOf, logged, standingClock } from './desk.ts';

afterEach(() => {
  vi.useRealTimers();
});

const hold = async (device: Device, times = 1) => {
  for (let held = 0; held < times; held += 1) {
    const opened = await openCard(device, { way: 'badge', code: `9999${held}` });
    expect(opened).toEqual({ ok: false, problem: 'unknown-badge' });
  }
};
/** How many tries each entry stands for. */
const told = (device: Device) =>
  logged(device, 'card-not-opened').map(({ data }) => ('times' in data ? data.times : 1));

test('the first badge that nobody has is told at once, the others of that minute later, and none is forgotten', () => {
  expect(decideTry({ told: null, held: 0 }, 0)).toEqual({ tell: 1 });
  expect(decideTry({ told: 0, held: 0 }, 2_000)).toEqual({ hold: 1 });
  expect(decideTry({ told: 0, held: 1 }, entriesApart - 1)).toEqual({ hold: 2 });
  expect(decideTry({ told: 0, held: 2 }, entriesApart)).toEqual({ tell: 3 });
});

test('a reader that is stuck makes one entry a minute, which counts every try', async () => {
  const { clock, pass } = standingClock();
  const device = demoDevice({ clock });
  await hold(device, 300);
  expect(told(device)).toEqual([1]);
  pass(entriesApart);
  await hold(device, 200);
  expect(told(device)).toEqual([1, 300]);
  pass(entriesApart);
  await hold(device);
  expect(told(device)).toEqual([1, 300, 200]);
});

test('where nobody tries again, what was held is told after a minute all the same', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const device = demoDevice();
  await hold(device, 4);
  vi.advanceTimersByTime(entriesApart);
  expect(told(device)).toEqual([1, 3]);
  vi.advanceTimersByTime(10 * entriesApart);
  expect(told(device)).toEqual([1, 3]);
});

test('and when the kiosk is closed before that', async () => {
  const folder = temporaryFolder();
  const first = openDevice({ folder });
  await hold(first, 5);
  first.close();
  const again = demoDevice({ folder });
  expect(told(again)).toEqual([1, 4]);
});

test('a stuck reader keeps nobody from their own card', async () => {
  const device = demoDevice();
  await hold(device, 50);
  expect((await openCard(device, { way: 'badge', code: badgeOf('amara') })).ok).toBe(true);
});
