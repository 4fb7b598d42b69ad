import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceEvent } from '../../core/log/device-events.ts';
import { completeRecord } from '../log/complete.ts';
import { beginLog, record } from '../log/record.ts';
import { Problem } from '../problem.ts';
import { lastOfDevice, readHead } from '../store/log.ts';
import { claim } from '../store/open.ts';
import { checkpointFile, Device, type DeviceOptions, databaseFile, makeFolder } from './device.ts';

export type HostKind = 'electron' | 'browser';

/**
 * Opens the data folder for an administrator's command, creating what is not there yet: database, log, keys.
 * A running kiosk may have it open too. Throws a Problem that says in a sentence why the folder cannot be used.
 */
export const openDevice = (options: DeviceOptions): Device => {
  const { folder } = options;
  makeFolder(folder);
  const because =
    !existsSync(databaseFile(folder)) && existsSync(checkpointFile(folder)) ? 'missing' : 'first';
  const device = new Device(options);
  try {
    device.db
      .transaction(() => {
        if (readHead(device.db) === null) begin(device, because);
        else completeRecord(device);
      })
      .immediate();
    return device;
  } catch (problem) {
    device.close();
    throw problem;
  }
};

const begin = (device: Device, because: 'first' | 'missing'): void => {
  beginLog(device, device.newId());
  say(device, { type: 'log-created', ids: {}, data: { because, before: null } });
};

const say = (device: Device, event: DeviceEvent, { sign = false } = {}): void => {
  record(device, { id: device.newId(), actor: { kind: 'system' }, events: [event], sign });
};

/**
 * Opens the data folder as the kiosk that runs on it, of which there is one at a time, and logs start and stop.
 * Throws as openDevice does, and where another kiosk runs on the folder.
 */
export const startDevice = (options: DeviceOptions & { host: HostKind; demo: boolean }): Device => {
  const { host, demo } = options;
  const device = openAlone(options);
  if (hasCrashed(device)) say(device, { type: 'kiosk-crashed', ids: {}, data: {} });
  say(device, { type: 'kiosk-started', ids: {}, data: { host, demo } });
  device.beforeClose(() => say(device, { type: 'kiosk-stopped', ids: {}, data: {} }, { sign: true }));
  return device;
};

/** Whether the last run of the kiosk began and did not end. */
const hasCrashed = ({ db }: Device): boolean => {
  const started = lastOfDevice.get(db, { type: 'kiosk-started' });
  const stopped = lastOfDevice.get(db, { type: 'kiosk-stopped' });
  return started !== undefined && started.seq > (stopped?.seq ?? 0);
};

/** Opens the data folder for a program that must have it for itself. Throws as openDevice and startDevice do. */
export const openAlone = (options: DeviceOptions): Device => {
  const { folder } = options;
  makeFolder(folder);
  const claimed = claim(join(folder, 'kiosk.lock'));
  if (claimed === null) throw new Problem(`Another Bedside Hello runs on the folder ${folder}.`);
  try {
    const device = openDevice(options);
    device.afterClose(claimed.release);
    return device;
  } catch (problem) {
    claimed.release();
    throw problem;
  }
};
