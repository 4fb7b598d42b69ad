import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { changeChoices } from '../../../electron/services/choices.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { carryOut } from '../../../electron/services/sessions.ts';
import { openReader } from '../../../electron/store/open.ts';
import { bedside, bytesIn, copyOf, demoDevice, whileTheDiskLies } from '../../support/device.ts';

const typed = ['Call me Zorblax-of-Nine', 'Call me Quxotl-the-Elder', `Call me ${'Wend'.repeat(25)}`];
const asked = Array.from({ length: 60 }, () => randomUUID());

const onDisk = (folder: string): string[] => {
  const bytes = bytesIn(folder);
  return [...typed, ...asked].filter((text) => bytes.includes(text));
};

/** A surgery in which the patient types, changes it, and asks about everybody. */
const surgeryWithChoices = () => {
  const device = demoDevice();
  const { open, tap } = bedside(device);
  const session = open();
  for (const callMe of typed) expect(changeChoices(device, session, { callMe })).toBe(true);
  changeChoices(device, session, { questions: asked });
  return { device, session, close: () => tap({ type: 'close-session' }) };
};

test('what a patient typed is on the disk while the session is open, and in no file once it is closed', () => {
  const { device, close } = surgeryWithChoices();
  expect(onDisk(device.folder)).toContain(typed[2]);
  close();
  expect(onDisk(device.folder)).toEqual([]);
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
