import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { databaseFile } from '../../../electron/services/folder.ts';
import { startDevice } from '../../../electron/services/open-device.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { openWriter, type Writer } from '../../../electron/store/open.ts';
import { copyOf } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';

/** Starts the kiosk on a folder, and stops it with the test if it was not stopped before. */
export const started = (folder: string): Device => {
  const device = startDevice({ folder, host: 'browser', demo: false });
  onTestFinished(() => device.close());
  return device;
};

const template = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
afterAll(() => rmSync(template, { recursive: true }));
beforeAll(() => {
  const device = startDevice({ folder: template, host: 'browser', demo: true });
  prepareDemo(device);
  wholeSurgery(device);
  device.close();
});

/** A folder with the record of a surgery, and nobody who has it open; its last checkpoint is of its end. */
export const stoppedKiosk = (): string => copyOf(template);

/** Changes the database of a folder behind the back of the program. */
export const meddle = (folder: string, change: (db: Writer) => void): void => {
  const db = openWriter(databaseFile(folder));
  change(db);
  db.close();
};

export const entriesOf = (device: Device) =>
  allEntries.all(device.db, {}).map(({ bytes }) => decodeEntry(bytes));
export const checkedIn = (device: Device) =>
  entriesOf(device).findLast(({ type }) => type === 'checked')?.data;
export const roomsIn = (folder: string): string[] => readdirSync(join(folder, 'quarantine')).sort();
