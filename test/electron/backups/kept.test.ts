import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { newestBackup } from '../../../electron/services/backups/list.ts';
import { nameOf, parseName } from '../../../electron/services/backups/names.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import { backedUp } from './made.ts';
import { flipBit } from './steps.ts';

const day = 24 * 3_600_000;

/** A clock on the wall that a test sets. */
const wall = (at: string) => {
  let now = Date.parse(at);
  return {
    now: () => new Date(now),
    mono: () => 0,
    set: (to: string) => {
      now = Date.parse(to);
    },
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
};

test('the last 14 are kept, and nothing that is no backup of this record is ever removed', async () => {
  const to = temporaryFolder();
  const clock = wall('2026-11-01T02:00:00Z');
  const other = await backedUp(demoDevice({ clock }), { to });
  const foreign = [
    'notes.txt',
    'bedside.db',
    'bedside-20200101T000000Z-5.db.old',
    'bedside-20201301T000000Z-5.db',
  ];
  for (const name of foreign) writeFileSync(join(to, name), 'somebody else’s');
  const unreadable = 'bedside-20200101T000000Z-5.db';
  writeFileSync(join(to, unreadable), 'damaged');
  mkdirSync(join(to, 'bedside-20200102T000000Z-5.db'));
  const device = demoDevice({ clock });
  const made: string[] = [];
  for (let time = 0; time < 17; time += 1) {
    clock.wait(day);
    made.push(basename((await backedUp(device, { to })).file));
  }
  const left = readdirSync(to).sort();
  const others = [...foreign, unreadable, 'bedside-20200102T000000Z-5.db', basename(other.file)];
  expect(left).toEqual([...others, ...made.slice(-14)].sort());
});

test('a copy that nobody finished is removed a day later, and one that is being written is not', async () => {
  const to = temporaryFolder();
  const [old, young] = ['a', 'b'].map((letter) => `bedside-${letter.repeat(36)}.partial`);
  for (const name of [old, young]) writeFileSync(join(to, `${name}`), '');
  const long = new Date(Date.now() - 2 * day);
  utimesSync(join(to, `${old}`), long, long);
  await backedUp(demoDevice(), { to });
  expect(readdirSync(to)).toContain(young);
  expect(readdirSync(to)).not.toContain(old);
});

test('the newest is the newest that holds at a glance; none is no backup', async () => {
  const clock = wall('2026-11-01T02:00:00Z');
  const device = demoDevice({ clock });
  expect(newestBackup(device.folder)).toBeNull();
  const made = [];
  for (let time = 0; time < 4; time += 1) {
    clock.wait(day);
    made.push(await backedUp(device));
  }
  const [first, second, third, fourth] = made;
  const newest = () => newestBackup(device.folder)?.file;
  expect(newest()).toBe(fourth?.file);
  truncateSync(fourth?.file ?? '', 8192);
  expect(newest()).toBe(third?.file);
  flipBit(third?.file ?? '', 2);
  expect(newest()).toBe(second?.file);
  // It says of itself that it goes further than it does.
  copyFileSync(first?.file ?? '', join(device.folder, 'backups', nameOf(new Date('2026-11-20'), 9)));
  expect(newestBackup(device.folder)).toEqual({ file: second?.file, at: second?.at, size: second?.size });
  writeFileSync(second?.file ?? '', readFileSync(first?.file ?? ''));
  expect(newest()).toBe(first?.file);
});

test('a clock that was ahead for a day neither hides what is made later nor lets it be removed', async () => {
  const clock = wall('2031-01-01T02:00:00Z');
  const device = demoDevice({ clock });
  for (let time = 0; time < 14; time += 1) {
    clock.wait(60_000);
    await backedUp(device);
  }
  clock.set('2026-11-01T02:00:00Z');
  const made = [];
  for (let time = 0; time < 2; time += 1) {
    clock.wait(day);
    made.push((await backedUp(device)).file);
  }
  expect(newestBackup(device.folder, clock.now())?.file).toBe(made[1]);
  const left = readdirSync(join(device.folder, 'backups'));
  expect(left).toHaveLength(14);
  expect(left).toEqual(expect.arrayContaining(made.map((file) => basename(file))));
});

test('a name tells when and how much, and only one of the right form', () => {
  const at = new Date('2026-11-22T11:16:40.999Z');
  expect(nameOf(at, 1234)).toBe('bedside-20261122T111640Z-1234.db');
  expect(parseName(nameOf(at, 1234))).toMatchObject({ at: '2026-11-22T11:16:40Z', size: 1234 });
  for (const name of [
    'bedside-20261122T111640Z-.db',
    'bedside-20261322T111640Z-1.db',
    'xbedside-20261122T111640Z-1.db',
  ])
    expect(parseName(name)).toBeNull();
});
