import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Clock, systemClock } from '../log/clock.ts';
import { beginLog, freshSalt, type Recorder, record } from '../log/record.ts';
import { Problem } from '../problem.ts';
import { emptyWriteAheadLog } from '../store/choices.ts';
import { claim, openWriter } from '../store/open.ts';
import { version } from '../version.ts';
import { Live } from './live.ts';
import { syncFolder } from './sync-folder.ts';

export type HostKind = 'electron' | 'browser';

/** One kiosk: its data folder, clocks and sources of chance, and the windows that follow it. */
export interface Device extends Recorder {
  folder: string;
  /** The key under which badge ids are hashed. */
  badgeKey: Uint8Array;
  newId: () => string;
  live: Live;
  close(): void;
}

export interface DeviceOptions {
  folder: string;
  clock?: Clock;
  newId?: () => string;
  salt?: () => Uint8Array;
}

export const databaseFile = (folder: string): string => join(folder, 'bedside.db');

/**
 * Opens the data folder for an administrator's command, creating what is not there yet: database, log, badge key.
 * A running kiosk may have it open too. Throws a Problem that says in a sentence why the folder cannot be used.
 */
export const openDevice = (options: DeviceOptions): Device => {
  const { folder } = options;
  makeFolder(folder);
  const badgeKey = secretKey(join(folder, 'badge.key'));
  const db = openWriter(databaseFile(folder));
  // Where the power was cut just after a session closed, what its patient chose may still stand there.
  emptyWriteAheadLog(db);
  const newId = options.newId ?? randomUUID;
  const recorder = {
    ...{ db, badgeKey, newId, folder, app: version },
    clock: options.clock ?? systemClock,
    salt: options.salt ?? freshSalt,
    boot: newId(),
  };
  if (beginLog(db, newId()))
    record(recorder, {
      id: newId(),
      actor: { kind: 'system' },
      events: [{ type: 'log-created', ids: {}, data: {} }],
    });
  const close = () => {
    // Whoever read here, as an export does, may have kept the kiosk from emptying it.
    try {
      emptyWriteAheadLog(db);
    } finally {
      db.close();
    }
  };
  return { ...recorder, live: new Live(), close };
};

/**
 * Opens the data folder as the kiosk that runs on it, of which there is one at a time, and logs start and stop.
 * Throws as openDevice does, and where another kiosk runs on the folder.
 */
export const startDevice = (options: DeviceOptions & { host: HostKind; demo: boolean }): Device => {
  const { host, demo } = options;
  const device = openAlone(options);
  const say = (event: Parameters<typeof record>[1]['events'][number]) =>
    record(device, { id: device.newId(), actor: { kind: 'system' }, events: [event] });
  say({ type: 'kiosk-started', ids: {}, data: { host, demo } });
  return {
    ...device,
    close: () => {
      try {
        say({ type: 'kiosk-stopped', ids: {}, data: {} });
      } finally {
        device.close();
      }
    },
  };
};

/** Opens the data folder for a program that must have it for itself. Throws as openDevice and startDevice do. */
export const openAlone = (options: DeviceOptions): Device => {
  const { folder } = options;
  makeFolder(folder);
  const claimed = claim(join(folder, 'kiosk.lock'));
  if (claimed === null) throw new Problem(`Another Bedside Hello runs on the folder ${folder}.`);
  try {
    const device = openDevice(options);
    const close = () => {
      device.close();
      claimed.release();
    };
    return { ...device, close };
  } catch (problem) {
    claimed.release();
    throw problem;
  }
};

/** Makes a folder that only its user may look into, where there is none. Throws a Problem where it cannot be. */
export const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new Problem(`The folder ${folder} cannot be made or used.`);
  }
};

/** 32 random bytes that stay on this device, in a file that only its user may read; made on first use. */
const secretKey = (file: string): Uint8Array => {
  if (!existsSync(file)) makeKey(file);
  const key = readFileSync(file);
  if (key.length !== 32) throw new Problem(`The file ${file} is not a key of this program.`);
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return key;
};

/**
 * Makes the key whole and on the disk before anything is hashed under it: without it every badge would have to be
 * given out again. Of two programs that start at once, the first one's key is taken.
 */
const makeKey = (file: string): void => {
  const partial = `${file}.${process.pid}.partial`;
  try {
    writeFileSync(partial, randomBytes(32), { mode: 0o600, flush: true });
    linkSync(partial, file);
  } catch {
    if (!existsSync(file)) throw new Problem(`The file ${file} cannot be written.`);
  } finally {
    rmSync(partial, { force: true });
  }
  syncFolder(dirname(file));
};
