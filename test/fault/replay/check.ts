import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeEntry, type Entry } from '../../../core/log/entry.ts';
import { append, emptyFrontier, leafHash, rootHash, type Sha256 } from '../../../core/log/merkle.ts';
import { rebuildFromLog } from '../../../electron/log/project.ts';
import type { Device } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { openSession } from '../../../electron/services/sessions.ts';
import { entriesInPages, readHead } from '../../../electron/store/log.ts';
import { rowsOf } from '../../support/tables.ts';
import type { CrashState } from './states.ts';

/** What was found of a state: all null and empty where it is as promised. */
export interface Finding {
  /** Why it cannot be opened, or the database is not sound. */
  unreadable: string | null;
  /** What does not agree in it: the log with its head, the tables with the log. */
  inconsistent: string | null;
  /** What was acknowledged and is not in the log. */
  lost: string[];
}

/** Lays a state into a folder, starts from it as the kiosk would, looks at everything, and takes it away again. */
export const check = (state: CrashState, watched: string, folder: string): Finding => {
  lay(state, watched);
  try {
    const device = openDevice({ folder });
    try {
      return look(device, state);
    } finally {
      device.close();
    }
  } catch (problem) {
    return { unreadable: String(problem), inconsistent: null, lost: [...state.acknowledged] };
  } finally {
    rmSync(watched, { recursive: true, force: true });
  }
};

const lay = ({ files }: CrashState, watched: string): void => {
  mkdirSync(watched);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(watched, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(watched, path), content.bytes(), { mode: 0o600 });
  }
};

const look = (device: Device, { acknowledged }: CrashState): Finding => {
  const { db } = device;
  const sound: unknown = db.pragma('integrity_check', { simple: true });
  if (sound !== 'ok') return { unreadable: String(sound), inconsistent: null, lost: [...acknowledged] };
  const log = readLog(device);
  const lost = acknowledged.filter((id) => !log.events.has(id));
  // The kiosk comes up where it stood, or this throws.
  openSession(device);
  return { unreadable: null, inconsistent: log.problem ?? tablesProblem(device), lost };
};

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

const entries = new Map<string, Entry>();

/** Decoded once: thousands of states have the same entries. */
const decoded = (bytes: Uint8Array): Entry => {
  const key = Buffer.from(bytes).toString('latin1');
  const entry = entries.get(key) ?? decodeEntry(bytes);
  entries.set(key, entry);
  return entry;
};

/** The events of the log, and what is wrong with it: a gap, or a head that does not follow from the entries. */
const readLog = ({ db }: Device): { events: Set<string>; problem: string | null } => {
  const events = new Set<string>();
  let frontier = emptyFrontier;
  for (const { seq, bytes } of entriesInPages(db)) {
    const entry = decoded(bytes);
    events.add(entry.event);
    frontier = append(sha256, frontier, leafHash(sha256, bytes));
    if (seq !== frontier.size || entry.seq !== seq)
      return { events, problem: `entry ${entry.seq} stands at ${seq}, after ${frontier.size - 1} others` };
  }
  const head = readHead(db);
  if (head?.size !== frontier.size)
    return { events, problem: `the head says ${head?.size} entries, there are ${frontier.size}` };
  const same = Buffer.compare(head.root, rootHash(sha256, frontier)) === 0;
  return { events, problem: same ? null : 'the root of the head does not follow from the entries' };
};

const ofSessions = ['session', 'participant', 'round', 'introduction'];

const rebuilt = new Map<string, string>();

/**
 * The tables are what the log makes them. They are made again once for each log, of which its root tells everything;
 * the tables of each state are compared.
 */
const tablesProblem = ({ db }: Device): string | null => {
  const tables = JSON.stringify(rowsOf(db, ofSessions));
  const root = Buffer.from(readHead(db)?.root ?? []).toString('hex');
  if (!rebuilt.has(root)) {
    rebuildFromLog(db);
    rebuilt.set(root, JSON.stringify(rowsOf(db, ofSessions)));
  }
  return rebuilt.get(root) === tables ? null : 'the tables of sessions do not follow from the log';
};
