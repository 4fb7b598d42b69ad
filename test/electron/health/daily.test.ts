import { closeSync, existsSync, openSync, statSync, writeSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { parseCheckpoint } from '../../../core/log/checkpoint.ts';
import { decodeEntry } from '../../../core/log/entry.ts';
import { NotRecorded } from '../../../electron/problem.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { databaseFile, suspicionFile } from '../../../electron/services/folder.ts';
import { dailyJobs } from '../../../electron/services/health/daily-jobs.ts';
import { isDailyDue, isTailDue } from '../../../electron/services/health/due.ts';
import { type DailyJob, keepUp } from '../../../electron/services/health/upkeep.ts';
import { wholeCheck } from '../../../electron/services/health/whole-check.ts';
import { startDevice } from '../../../electron/services/open-device.ts';
import { lastCheckpoint } from '../../../electron/store/checkpoints.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import { bedside, demoDevice, temporaryFolder } from '../../support/device.ts';
import { faultyDisk, withoutLogger } from '../../support/disk.ts';
import { steadyClock } from '../../support/steady-clock.ts';

const minute = 60_000;
const hour = 60 * minute;

const day = { today: '2026-11-22', idle: 10 * minute, sinceTried: null, sessionOpen: false };

test.each([
  [{ lastDone: '2026-11-22', idle: 2 * hour }, false],
  [{ lastDone: '2026-11-21', idle: 10 * minute - 1 }, false],
  [{ lastDone: '2026-11-21' }, true],
  [{ lastDone: '2026-11-21', sinceTried: 20 * minute }, false],
  [{ lastDone: '2026-11-21', sinceTried: hour }, true],
  [{ lastDone: '2026-11-21', sessionOpen: true }, false],
  [{ lastDone: '2026-11-21', sessionOpen: true, idle: 2 * hour }, true],
  [{ lastDone: null }, true],
  // A clock that was set back.
  [{ lastDone: '2026-11-23' }, true],
])('a daily job for which %o is due: %s', (more, due) => {
  expect(isDailyDue({ ...day, ...more })).toBe(due);
});

test.each([
  [null, false],
  [0, false],
  [15 * minute - 1, false],
  [15 * minute, true],
  [-1, true],
])('a tail whose first entry is %o ms old is to be signed: %s', (age, due) => {
  expect(isTailDue({ now: 0, firstUnsigned: age === null ? null : -age })).toBe(due);
});

const lots = async () => 50_000_000;
const space = { reserve: 1000, warn: 1000 };

/** A kiosk whose upkeep is done when it is asked for, at a clock that is let pass. */
const keptUp = (
  jobs: readonly DailyJob[],
  { open }: Pick<ReturnType<typeof faultyDisk>, 'open'> | { open?: never } = {},
) => {
  const clock = steadyClock();
  const device = demoDevice({ clock, space, ...(open && { open }) });
  const { look, stop } = keepUp(device, jobs, { free: lots });
  onTestFinished(stop);
  return { device, clock, look, stop };
};

const entriesOf = (device: Device) => allEntries.all(device.db, {}).map(({ bytes }) => decodeEntry(bytes));
const typesOf = (device: Device) => entriesOf(device).map(({ type }) => type);

/** A job that counts how often it is done, and is done for the day then. */
const counting = (fails = false) => {
  const done: string[] = [];
  const job: DailyJob = {
    name: 'count',
    lastDone: () => (fails ? null : (done.at(-1) ?? null)),
    run: async ({ clock }) => {
      done.push(clock.now().toISOString());
      if (fails) throw new Error('it does not work');
    },
  };
  return { job, done };
};

test('once a day, ten minutes after the last that anybody asked for, what is daily is done', async () => {
  const { job, done } = counting();
  const { device, clock, look } = keptUp([job]);
  await look();
  clock.pass(9 * minute);
  device.lastUsed = clock.mono();
  clock.pass(9 * minute);
  await look();
  expect(done).toEqual([]);
  clock.pass(minute);
  await look();
  await look();
  expect(done).toHaveLength(1);
  clock.pass(23 * hour);
  await look();
  expect(done).toHaveLength(2);
});

test('a daily job that fails is tried again after an hour, and keeps nothing else from being done', async () => {
  withoutLogger();
  const [bad, good] = [counting(true), counting()];
  const { clock, look } = keptUp([bad.job, good.job]);
  clock.pass(10 * minute);
  await look();
  clock.pass(minute);
  await look();
  expect([bad.done.length, good.done.length]).toEqual([1, 1]);
  clock.pass(hour);
  await look();
  expect([bad.done.length, good.done.length]).toEqual([2, 1]);
});

test('while a session is open nothing daily is begun', async () => {
  const { job, done } = counting();
  const { device, clock, look } = keptUp([job]);
  bedside(device).open();
  clock.pass(30 * minute);
  await look();
  expect(done).toEqual([]);
});

test('what was recorded last is signed after a quarter of an hour, though nothing more is', async () => {
  const { device, clock, look } = keptUp([]);
  clock.pass(15 * minute);
  await look();
  clock.pass(minute);
  bedside(device).open();
  const size = readHead(device.db)?.size ?? 0;
  expect(lastCheckpoint.get(device.db, {})?.size).toBeLessThan(size);
  clock.pass(14 * minute);
  await look();
  expect(lastCheckpoint.get(device.db, {})?.size).toBeLessThan(size);
  clock.pass(minute);
  await look();
  const last = lastCheckpoint.get(device.db, {});
  expect(last?.size).toBe(size);
  expect(parseCheckpoint(last?.note ?? '')?.size).toBe(size);
  clock.pass(hour);
  await look();
  expect(readHead(device.db)?.size).toBe(size);
});

test('a clock that is set while nobody taps is in the log, once', async () => {
  const { device, clock, look } = keptUp([]);
  await look();
  const size = typesOf(device).length;
  clock.pass(hour);
  await look();
  clock.set(new Date(clock.now().getTime() - 3 * hour));
  await look();
  await look();
  const jumps = entriesOf(device).slice(size);
  expect(jumps.map(({ type, data }) => [type, data])).toEqual([['clock-jumped', { ms: -3 * hour }]]);
  bedside(device).open();
  expect(typesOf(device).filter((type) => type === 'clock-jumped')).toHaveLength(1);
});

test('a jump that could not be recorded when it was seen is told when it can', async () => {
  const disk = faultyDisk();
  const { device, clock, look } = keptUp([], disk);
  await look();
  disk.fault = { code: 'SQLITE_IOERR_WRITE', keeps: false };
  clock.set(new Date(clock.now().getTime() + 3 * hour));
  await look();
  expect(device.health.status.state).toBe('failing');
  disk.fault = null;
  clock.pass(minute);
  await look();
  expect(device.health.status.state).toBe('ok');
  const told = entriesOf(device).slice(-2);
  expect(told.map(({ type }) => type)).toEqual(['clock-jumped', 'recording-resumed']);
  expect(told[0]?.data).toEqual({ ms: 3 * hour });
});

test('the whole record is checked in another thread; what is bad in the middle of it is shown and logged', async () => {
  const { device, clock, look } = keptUp([wholeCheck]);
  bedside(device).open();
  bedside(device).tap({ type: 'close-session' });
  clock.pass(10 * minute);
  await look();
  const good = entriesOf(device).at(-1);
  expect(good).toMatchObject({ type: 'checked', data: { occasion: 'daily', result: 'ok', entry: null } });
  expect(device.health.status.state).toBe('ok');

  const victim = device.db.prepare("select seq from entry where type = 'session-opened'").get() as {
    seq: number;
  };
  device.db
    .prepare(
      "update entry set bytes = cast(replace(cast(bytes as text), 'elective', 'urgent') as blob) where seq = ?",
    )
    .run(victim.seq);
  clock.pass(24 * hour);
  await look();
  expect(entriesOf(device).at(-1)).toMatchObject({
    type: 'checked',
    data: { occasion: 'daily', result: 'bad', entry: victim.seq, why: 'entry-changed' },
  });
  expect(device.health.status).toMatchObject({ state: 'bad', recording: true });
});

test('a check that is under way when the kiosk stops is left, without a word in the log', async () => {
  const { device, clock, look, stop } = keptUp([wholeCheck]);
  const size = typesOf(device).length;
  clock.pass(10 * minute);
  const looked = look();
  await Promise.resolve();
  stop();
  await looked;
  expect(typesOf(device)).toHaveLength(size);
});

test('what a kiosk does daily is to check its record and then to back it up, and the status knows the backup', async () => {
  const { device, clock, look } = keptUp(dailyJobs);
  clock.pass(10 * minute);
  await look();
  const types = typesOf(device);
  expect(types.indexOf('checked')).toBeGreaterThan(0);
  expect(types.indexOf('backed-up')).toBeGreaterThan(types.indexOf('checked'));
  clock.pass(minute);
  await look();
  expect(device.health.status.backup).not.toBeNull();
  expect(typesOf(device)).toEqual(types);
});

test('a large database is looked over once the kiosk runs; nothing more is added to a damaged one, and the next start sets it aside', async () => {
  withoutLogger();
  const folder = temporaryFolder();
  const options = { folder, host: 'browser', demo: true, space } as const;
  const device = startDevice(options);
  onTestFinished(() => device.close());
  prepareDemo(device);
  bedside(device).open();
  device.db.pragma('wal_checkpoint(truncate)');
  const file = openSync(databaseFile(folder), 'r+');
  const pages = statSync(databaseFile(folder)).size / 4096;
  // A page of the photos, which no tap reads.
  const photos = device.db.prepare("select pageno from dbstat where name = 'photo' limit 1 offset 5").get();
  const page = z.object({ pageno: z.int() }).parse(photos).pageno;
  expect(page).toBeLessThan(pages);
  writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, (page - 1) * 4096);
  closeSync(file);
  const { look, stop } = keepUp(device, [], { free: lots, atOnce: 4096 });
  onTestFinished(stop);
  await look();
  expect(device.health.status).toMatchObject({ state: 'damaged', recording: false });
  expect(() => bedside(device).tap({ type: 'close-session' })).toThrow(NotRecorded);
  await look();
  expect(device.health.status.recording).toBe(false);
  device.close();
  const again = startDevice(options);
  onTestFinished(() => again.close());
  expect(again.health.status).toMatchObject({ state: 'damaged', recording: true });
  expect(existsSync(suspicionFile(folder))).toBe(false);
});
