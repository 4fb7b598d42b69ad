import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { record } from '../../../electron/log/record.ts';
import { askWitness } from '../../../electron/services/anchors/ask-witness.ts';
import { deviceKeys } from '../../../electron/services/anchors/device-keys.ts';
import type { Device } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { readHead } from '../../../electron/store/log.ts';
import { temporaryFolder } from '../../support/device.ts';

/** A device on a folder, for one test. */
export const opened = (folder = temporaryFolder()): Device => {
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  return device;
};

/** Something happens on the device: its record grows by one entry. */
export const grow = (device: Device, entries = 1): void => {
  for (let grown = 0; grown < entries; grown += 1) {
    const event = { type: 'settings-changed' as const, ids: {}, data: { settings: ['language'] } };
    record(device, { id: randomUUID(), actor: { kind: 'command-line' }, events: [event] });
  }
};

export const sizeOf = ({ db }: Device): number => readHead(db)?.size ?? 0;

/** A request to a witness that signed so many entries before. */
export const requestOf = (device: Device, since: number): string =>
  askWitness(device, since, { kind: 'command-line' }).request;

/** What has to be given for a log the first time. */
export const trusting = (device: Device): { trust: string } => ({ trust: deviceKeys(device).log });
