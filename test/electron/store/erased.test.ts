import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { noChoices } from '../../../core/view.ts';
import { backUp } from '../../../electron/services/backups/backup.ts';
import { changeChoices } from '../../../electron/services/choices.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { exportBundle } from '../../../electron/services/exports/bundle.ts';
import { exportIntroductions } from '../../../electron/services/exports/export.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { carryOut } from '../../../electron/services/sessions.ts';
import { forgetOldStays, nameStay, unnameStay } from '../../../electron/services/stays.ts';
import { openReader } from '../../../electron/store/open.ts';
import {
  bedside,
  bytesIn,
  copyOf,
  demoDevice,
  temporaryFolder,
  whileTheDiskLies,
} from '../../support/device.ts';
import { rowsOf } from '../../support/tables.ts';
import { inThisThread } from '../backups/steps.ts';
import { standingClock } from '../own-card/desk.ts';

const typed = ['Call me Zorblax-of-Nine', 'Call me Quxotl-the-Elder', `Call me ${'Wend'.repeat(25)}`];
const asked = Array.from({ length: 60 }, () => randomUUID());

const later = { wish: 'in-an-hour', at: '2031-07-09T04:05:06.000+00:00' } as const;

/** What is not a text of its own is found by the name under which it is kept. */
const keys = Object.keys(noChoices)
  .filter((key) => key !== 'language')
  .map((key) => `"${key}":`);

const onDisk = (folder: string): string[] => foundIn(bytesIn(folder));

const foundIn = (bytes: Buffer): string[] =>
  [...typed, ...asked, later.at, ...keys].filter((text) => bytes.includes(text));

/** A surgery in which the patient types, changes it, and asks about everybody. */
const surgeryWithChoices = () => {
  const device = demoDevice();
  const { open, tap } = bedside(device);
  const session = open();
  for (const callMe of typed) expect(changeChoices(device, session, { callMe })).toBe(true);
  changeChoices(device, session, {
    ...{
      questions: asked,
      answered: asked.slice(0, 3),
      answers: 'proxy',
      later,
      way: 'together',
      language: 'ar',
    },
    ...{ students: false, withMe: 'friend', readAloud: true, largerText: true, awake: true },
  });
  return { device, session, close: () => tap({ type: 'close-session' }) };
};

test('what a patient typed is on the disk while the session is open, and in no file once it is closed', () => {
  const { device, close } = surgeryWithChoices();
  expect(onDisk(device.folder)).toContain(typed[2]);
  close();
  expect(onDisk(device.folder)).toEqual([]);
  expect(rowsOf(device.db, ['choices', 'open_stay'])).toEqual({ choices: [], open_stay: [] });
});

test('what reached the database file itself is overwritten there too', () => {
  const { device, close } = surgeryWithChoices();
  device.db.pragma('wal_checkpoint(truncate)');
  expect(onDisk(device.folder)).toContain(typed[2]);
  close();
  expect(onDisk(device.folder)).toEqual([]);
});

test('while an export reads at that moment, it is erased with the first tap after it', () => {
  const { device, close } = surgeryWithChoices();
  const reader = openReader(databaseFile(device.folder));
  reader.prepare('select * from choices').all();
  close();
  expect(onDisk(device.folder)).not.toEqual([]);
  reader.close();
  bedside(device).open();
  expect(onDisk(device.folder)).toEqual([]);
});

test('an export that kept it from being erased erases it when it is done', () => {
  const { device, close } = surgeryWithChoices();
  const administrator = openDevice({ folder: device.folder });
  const reader = openReader(databaseFile(device.folder));
  reader.prepare('select * from choices').all();
  close();
  reader.close();
  expect(onDisk(device.folder)).not.toEqual([]);
  administrator.close();
  expect(onDisk(device.folder)).toEqual([]);
});

test('where the close failed on the way but was recorded, it is erased when the same tap comes again', () => {
  const { device, session } = surgeryWithChoices();
  const tap = { type: 'close-session', id: randomUUID(), session } as const;
  whileTheDiskLies(device, () =>
    expect(() => carryOut(device, tap, { kind: 'bedside' })).toThrow('disk I/O error'),
  );
  expect(carryOut(device, tap, { kind: 'bedside' })).toMatchObject({ outcome: 'recorded' });
  expect(onDisk(device.folder)).toEqual([]);
});

test('what was left in the write-ahead log at a power cut is gone when the device has started again', () => {
  const { device, close } = surgeryWithChoices();
  const reader = openReader(databaseFile(device.folder));
  onTestFinished(() => reader.close());
  reader.prepare('select * from choices').all();
  close();
  const found = copyOf(device.folder);
  expect(onDisk(found)).not.toEqual([]);
  const again = demoDevice({ folder: found });
  expect(onDisk(again.folder)).toEqual([]);
});

test('a backup, an export and a bundle made while the session is open have none of it', async () => {
  const { device, session } = surgeryWithChoices();
  expect(nameStay(device, { session, number: 'ZX-7391-4402' }).ok).toBe(true);
  const made = await backUp(device, {}, inThisThread);
  if (!made.ok) throw new Error(made.problem.sentence);
  expect(foundIn(readFileSync(made.value.file))).toEqual([]);
  const copy = openReader(made.value.file);
  onTestFinished(() => copy.close());
  expect(rowsOf(copy, ['choices', 'open_stay'])).toEqual({ choices: [], open_stay: [] });
  const out = temporaryFolder();
  const actor = { kind: 'command-line' } as const;
  await exportBundle(device, { kind: 'all' }, join(out, 'bundle.tar'), actor);
  const days = { from: '2000-01-01', to: '2100-01-01' };
  await exportIntroductions(device, days, join(out, 'introductions.csv'));
  expect(readdirSync(out)).toHaveLength(2);
  expect(onDisk(out)).toEqual([]);
});

test('the number on a wristband is in no file at any moment, and which session its stay had only while that is open', () => {
  const { device, session, close } = surgeryWithChoices();
  const number = 'ZX-7391-4402';
  const sought = [number, number.replaceAll('-', ''), number.toLowerCase()];
  const found = () => sought.filter((one) => bytesIn(device.folder).includes(one));
  nameStay(device, { session, number });
  expect(found()).toEqual([]);
  expect(rowsOf(device.db, ['open_stay']).open_stay?.join()).toContain(session);
  close();
  expect(found()).toEqual([]);
  expect(rowsOf(device.db, ['open_stay'])).toEqual({ open_stay: [] });
  // The moment at which it closed would say which session it was.
  const [stay, ...more] = rowsOf(device.db, ['stay']).stay ?? [];
  expect(stay).toMatch(/"last_at":"\d{4}-\d\d-\d\d"/);
  expect(more).toEqual([]);
});

test('what is kept of a wristband’s number is in no file once it was the wrong one, or the stay is forgotten', () => {
  const { clock, pass } = standingClock();
  const device = demoDevice({ clock });
  const { open, tap } = bedside(device);
  const session = open();
  const named = (number: string): Buffer => {
    expect(nameStay(device, { session, number }).ok).toBe(true);
    const hash = device.db.prepare('select stay from open_stay').pluck().get();
    if (!(hash instanceof Uint8Array)) throw new Error('No stay is kept');
    return Buffer.from(hash);
  };
  const [wrong, corrected] = [named('4711-0815'), named('4711-0816')];
  expect([wrong, corrected].map((one) => bytesIn(device.folder).includes(one))).toEqual([false, true]);
  unnameStay(device, session);
  expect(bytesIn(device.folder).includes(corrected)).toBe(false);
  const last = named('4711-0817');
  const round = tap({ type: 'open-round', kind: 'patient' });
  tap({ type: 'start-round', round, language: 'en', oneByOne: true });
  const [first] = bedside(device).session().participants;
  tap({
    ...{ type: 'record', round, participant: first?.id ?? '' },
    verdict: { status: 'introduced', method: 'self' },
  });
  tap({ type: 'end-round', round, outcome: 'stopped' });
  tap({ type: 'close-session' });
  expect(bytesIn(device.folder).includes(last)).toBe(true);
  pass(60 * 86_400_000);
  expect(forgetOldStays(device)).toBe(1);
  expect(bytesIn(device.folder).includes(last)).toBe(false);
});
