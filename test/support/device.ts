import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Actor } from '../../core/log/entry.ts';
import { type CommandInput, command } from '../../core/session/commands.ts';
import type { Session } from '../../core/session/state.ts';
import { demoPersonId, prepareDemo } from '../../electron/services/demo.ts';
import type { Device, DeviceOptions } from '../../electron/services/device.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { carryOut, type Outcome, openSession } from '../../electron/services/sessions.ts';

/** A folder for one test, gone when the test is. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A device on real files with the demo team, for one test. */
export const demoDevice = (options: Partial<DeviceOptions> = {}): Device => {
  const device = openDevice({ folder: temporaryFolder(), ...options });
  onTestFinished(() => device.close());
  prepareDemo(device);
  return device;
};

/** Everything that is on the disk in a folder. */
export const bytesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => readFileSync(join(item.parentPath, item.name))),
  );

type Without<Key extends string, Item> = Item extends unknown ? Omit<Item, Key> : never;
type Tap = Without<'id' | 'session', Exclude<CommandInput, { type: 'open-session' }>>;

/** Taps at the bedside, each carried out by the device as it stands. */
export const bedside = (device: Device) => {
  const asked = (input: CommandInput): Outcome => carryOut(device, command.parse(input), actorOf(input));
  const done = (input: CommandInput): string => {
    const outcome = asked(input);
    if (outcome.outcome === 'refused') throw new Error(`Refused: ${outcome.refusal.code}`);
    return outcome.event;
  };
  const session = (): Session => {
    const open = openSession(device);
    if (open === null) throw new Error('No session is open');
    return open;
  };
  return {
    session,
    /** Opens a surgery with these people of the demo team; gives its id. */
    open: (team = surgeryTeam): string =>
      done({
        ...{ type: 'open-session', id: randomUUID(), kind: 'surgery', scheduled: null },
        ...{ urgency: 'elective', interpreter: 'none', team },
      }),
    /** A tap that must be carried out; gives the id of its event. */
    tap: (tap: Tap): string => done({ ...tap, id: randomUUID(), session: session().id }),
    /** A tap that may be refused. */
    try: (tap: Tap): Outcome => asked({ ...tap, id: randomUUID(), session: session().id }),
  };
};

/** A record by badge comes from a badge that was read. */
const actorOf = (input: CommandInput): Actor =>
  input.type === 'record' && input.verdict.method === 'badge'
    ? { kind: 'badge', person: demoPersonId('amara') }
    : { kind: 'bedside' };

export const surgeryTeam: Extract<CommandInput, { type: 'open-session' }>['team'] = [
  { person: demoPersonId('kofi'), role: 'surgeon' },
  { person: demoPersonId('amara'), role: 'anesthesiologist' },
  { person: demoPersonId('ines'), role: 'circulating-nurse' },
  { person: demoPersonId('tom'), role: 'medical-student' },
];

/** While this is done, the disk keeps what is written and then says that it failed, as it can at a COMMIT. */
export const whileTheDiskLies = (device: Device, act: () => void): void => {
  const { transaction } = device.db;
  const immediate = (work: () => unknown) => () => {
    transaction.call(device.db, work).immediate();
    throw new Error('disk I/O error');
  };
  Object.assign(device.db, { transaction: (work: () => unknown) => ({ immediate: immediate(work) }) });
  try {
    act();
  } finally {
    Object.assign(device.db, { transaction });
  }
};

/** The folder as it is on the disk at this moment, as it would be found after a power cut. */
export const copyOf = (folder: string): string => {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
};
