import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import { NotRecorded } from '../../../electron/problem.ts';
import { changeChoices } from '../../../electron/services/choices.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { Reserve } from '../../../electron/services/health/reserve.ts';
import { watchSpace } from '../../../electron/services/health/watch-space.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { carryOut } from '../../../electron/services/sessions.ts';
import { deviceView } from '../../../electron/services/view.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { bedside, bytesIn, demoDevice, temporaryFolder } from '../../support/device.ts';
import { faultyDisk, withoutLogger } from '../../support/disk.ts';
import { steadyClock } from '../../support/steady-clock.ts';

const atBedside = { kind: 'bedside' } as const;
const mb = 1_000_000;

test('the reserve is really written, to its size and no further, and goes on where it was left', async () => {
  const folder = temporaryFolder();
  const size = 2_500_000;
  writeFileSync(join(folder, 'reserve'), Buffer.alloc(1_000, 1), { mode: 0o600 });
  const reserve = new Reserve(folder, size, { pauseMs: 0 });
  expect(reserve.isWhole).toBe(false);
  await reserve.fill();
  const { size: held, blocks, mode } = statSync(reserve.file);
  expect(held).toBe(size);
  expect(blocks * 512).toBeGreaterThanOrEqual(size);
  expect(mode & 0o077).toBe(0);
  expect(readFileSync(reserve.file).subarray(0, 3)).toEqual(Buffer.alloc(3, 1));
  expect(reserve.giveUp()).toBe(true);
  expect(existsSync(reserve.file)).toBe(false);
  expect(reserve.giveUp()).toBe(false);
});

test('a reserve that is given up while it is written is not written on', async () => {
  const reserve = new Reserve(temporaryFolder(), 64 * mb, { pauseMs: 0 });
  const filled = reserve.fill();
  await vi.waitFor(() => expect(reserve.held).toBeGreaterThan(0));
  expect(reserve.giveUp()).toBe(true);
  await filled;
  expect(reserve.held).toBe(0);
});

const space = { reserve: 1_000_000, warn: 5_000_000 };
const lots = async () => 50_000_000;
const little = async () => 3_000_000;
const nothing = async () => 100_000;

const typed = 'Zorblax-of-Nine';

const typesOf = (device: Device) => allEntries.all(device.db, {}).map(({ bytes }) => decodeEntry(bytes).type);

test('where there is little room a manager can see it, and everything is recorded', async () => {
  const device = demoDevice({ space });
  await watchSpace(device, lots);
  expect(device.reserve.isWhole).toBe(true);
  expect(device.health.status).toMatchObject({ state: 'ok', since: null });
  await watchSpace(device, little);
  expect(device.health.status).toMatchObject({ state: 'low', recording: true });
  bedside(device).open();
  await watchSpace(device, lots);
  expect(device.health.status.state).toBe('ok');
});

test('on a full disk nothing is recorded but the end of a session; when there is room again, all is, and the log says so', async () => {
  const clock = steadyClock();
  const device = demoDevice({ space, clock });
  await watchSpace(device, lots);
  const { open, tap, session } = bedside(device);
  open();
  let views = 0;
  device.live.follow(() => {
    views += 1;
  });
  await watchSpace(device, nothing);
  expect(views).toBe(1);
  expect(device.health.status).toMatchObject({ state: 'full', recording: false });
  const size = typesOf(device).length;
  expect(() => tap({ type: 'open-round', kind: 'team', language: 'en' })).toThrow(NotRecorded);
  expect(() => changeChoices(device, session().id, { callMe: 'X' })).toThrow('full');
  expect(typesOf(device)).toHaveLength(size);
  expect(device.reserve.isWhole).toBe(true);

  tap({ type: 'close-session' });
  expect(device.reserve.held).toBe(0);
  expect(typesOf(device).slice(size)).toEqual(['session-closed']);
  expect(() => open()).toThrow(NotRecorded);

  clock.pass(60_000);
  await watchSpace(device, nothing);
  expect(device.health.status.state).toBe('full');
  clock.pass(60_000);
  await watchSpace(device, lots);
  expect(device.health.status).toMatchObject({ state: 'ok', recording: true });
  expect(device.reserve.isWhole).toBe(true);
  const resumed = allEntries
    .all(device.db, {})
    .map(({ bytes }) => decodeEntry(bytes))
    .at(-1);
  expect(resumed).toMatchObject({ type: 'recording-resumed', data: { seconds: 120, because: 'full' } });
  open();
});

test('where the disk says that it is full before anybody looked, the end of a session gets the reserve', () => {
  const disk = faultyDisk();
  const device = demoDevice({ open: disk.open, space });
  const { open, tap, session } = bedside(device);
  writeFileSync(device.reserve.file, Buffer.alloc(space.reserve));
  open();
  disk.fault = () => (existsSync(device.reserve.file) ? { code: 'SQLITE_FULL', keeps: false } : null);
  const close = { type: 'close-session', id: randomUUID(), session: session().id } as const;
  expect(carryOut(device, close, atBedside).outcome).toBe('recorded');
  expect(device.reserve.held).toBe(0);
  // The room that was kept is not for the next session.
  expect(device.health.status).toMatchObject({ state: 'full', recording: false });
  expect(() => tap({ type: 'close-session' })).toThrow('No session is open');
  expect(() => open()).toThrow(NotRecorded);
});

test('where there is no room to erase what a patient chose, the reserve makes it', () => {
  withoutLogger();
  const device = demoDevice({ space });
  const { open, tap, session } = bedside(device);
  open();
  changeChoices(device, session().id, { callMe: typed });
  writeFileSync(device.reserve.file, Buffer.alloc(space.reserve));
  const { db } = device;
  const { pragma } = db;
  const full = (asked: string, how?: Parameters<typeof pragma>[1]) => {
    if (asked.startsWith('wal_checkpoint') && device.reserve.held > 0)
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    return pragma.call(db, asked, how);
  };
  Object.assign(db, { pragma: full });
  tap({ type: 'close-session' });
  expect(device.reserve.held).toBe(0);
  expect(bytesIn(device.folder).includes(typed)).toBe(false);
});

test('a disk that said it is full is tried again, and believed when it says so again', async () => {
  const disk = faultyDisk();
  const device = demoDevice({ open: disk.open, space });
  const { open } = bedside(device);
  disk.fault = { code: 'SQLITE_FULL', keeps: false };
  expect(() => open()).toThrow(NotRecorded);
  await watchSpace(device, lots);
  expect(device.health.status.state).toBe('full');
  disk.fault = null;
  await watchSpace(device, lots);
  expect(device.health.status.state).toBe('ok');
  open();
});

const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
  const made = mount(folder, '64k');
  if (made) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return made;
})();

function mount(folder: string, size: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;
}

/** A disk of its own, small enough to be filled to the last byte; unmounted when the test is over. */
const smallDisk = () => {
  const root = temporaryFolder();
  mount(root, '4m');
  onTestFinished(() => {
    spawnSync('umount', ['-l', root]);
  });
  const fill = (): void => {
    let count = 0;
    for (let piece = 1 << 20; piece >= 1; piece = Math.floor(piece / 2))
      try {
        for (;;) {
          count += 1;
          writeFileSync(join(root, `filler-${piece}-${count}`), Buffer.alloc(piece));
        }
      } catch {
        // A smaller piece may still fit.
      }
  };
  return { folder: join(root, 'data'), fill };
};

const small = { reserve: 1_000_000, warn: 0 };

test.skipIf(!canMount)(
  'on a disk without a byte left a session ends, and what its patient chose is erased (skipped where none can be mounted)',
  async () => {
    withoutLogger();
    const { folder, fill } = smallDisk();
    const device = openDevice({ folder, space: small });
    onTestFinished(() => device.close());
    prepareDemo(device);
    await device.reserve.fill();
    const { open, tap, session } = bedside(device);
    open();
    changeChoices(device, session().id, { callMe: typed });
    device.db.pragma('wal_checkpoint(truncate)');
    fill();
    await watchSpace(device);
    expect(device.health.status.state).toBe('full');
    expect(() => tap({ type: 'open-round', kind: 'team', language: 'en' })).toThrow(NotRecorded);
    expect(bytesIn(device.folder).includes(typed)).toBe(true);
    tap({ type: 'close-session' });
    expect(bytesIn(device.folder).includes(typed)).toBe(false);
  },
);

test.skipIf(!canMount)(
  'on a disk without a byte left nothing is half written before anybody looked at the room (skipped likewise)',
  async () => {
    withoutLogger();
    const { folder, fill } = smallDisk();
    const device = openDevice({ folder, space: small });
    onTestFinished(() => device.close());
    prepareDemo(device);
    await device.reserve.fill();
    const { open, tap, session } = bedside(device);
    open();
    changeChoices(device, session().id, { callMe: typed });
    device.db.pragma('wal_checkpoint(truncate)');
    fill();
    const before = typesOf(device);
    expect(() => tap({ type: 'open-round', kind: 'team', language: 'en' })).toThrow(NotRecorded);
    expect(device.health.status.recording).toBe(false);
    expect(typesOf(device)).toEqual(before);
    tap({ type: 'close-session' });
    expect(typesOf(device)).toEqual([...before, 'session-closed']);
    expect(bytesIn(device.folder).includes(typed)).toBe(false);
  },
);

test.skipIf(!canMount)(
  'a kiosk starts on a disk without a byte left, shows its team and says that it cannot record (skipped likewise)',
  async () => {
    withoutLogger();
    const { folder, fill } = smallDisk();
    const options = { folder, space: small, host: 'browser', demo: true } as const;
    const before = startDevice(options);
    prepareDemo(before);
    await before.reserve.fill();
    const session = bedside(before).open();
    before.close();
    fill();
    const device = startDevice(options);
    onTestFinished(() => device.close());
    await watchSpace(device);
    expect(deviceView(device)).toMatchObject({
      session: { id: session },
      record: { state: 'full', recording: false },
    });
    expect(() => bedside(device).tap({ type: 'open-round', kind: 'patient' })).toThrow(NotRecorded);
    bedside(device).tap({ type: 'close-session' });
  },
);
