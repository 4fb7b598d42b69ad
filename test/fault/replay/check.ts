import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rebuildFromLog } from '../../../electron/log/project.ts';
import type { Device } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { openSession } from '../../../electron/services/sessions.ts';
import { readHead } from '../../../electron/store/log.ts';
import { rowsOf } from '../../support/tables.ts';
import { checkLog, eventsIn } from './read-log.ts';
import type { CrashState } from './states.ts';

/** What was found of a state: all null and empty where it is as promised. */
export interface Finding {
  /** Why it cannot be opened, or the database is not sound. */
  unreadable: string | null;
  /** What does not agree in it: the log with itself, the tables with the log. */
  inconsistent: string | null;
  /** What was acknowledged and is not in the log, or cannot be read. */
  lost: string[];
}

/** Lays a state into a folder, starts from it as the kiosk would, looks at everything, and takes it away again. */
export const check = (state: CrashState, watched: string, folder: string): Finding => {
  const lost = [...state.acknowledged];
  lay(state, watched);
  try {
    const device = openDevice({ folder });
    try {
      const sound: unknown = device.db.pragma('integrity_check', { simple: true });
      if (sound !== 'ok') return { unreadable: String(sound), inconsistent: null, lost };
      return look(device, lost);
    } finally {
      device.close();
    }
  } catch (problem) {
    return { unreadable: String(problem), inconsistent: null, lost };
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

const look = (device: Device, acknowledged: string[]): Finding => {
  const events = eventsIn(device.db);
  const lost = acknowledged.filter((id) => !events.has(id));
  return { unreadable: null, inconsistent: disagreement(device), lost };
};

const disagreement = (device: Device): string | null => {
  try {
    checkLog(device.db);
    // The kiosk comes up where it stood, or this throws.
    openSession(device);
    const same = tablesOf(device) === rebuiltTables(device);
    return same ? null : 'the tables of sessions do not follow from the log';
  } catch (problem) {
    return String(problem);
  }
};

const tablesOf = ({ db }: Device): string =>
  JSON.stringify(rowsOf(db, ['session', 'participant', 'round', 'introduction']));

const rebuilt = new Map<string, string>();

/** The tables as the log makes them, made once for each log: its root, which was checked, tells all of it. */
const rebuiltTables = (device: Device): string => {
  const root = Buffer.from(readHead(device.db)?.root ?? []).toString('hex');
  const known = rebuilt.get(root);
  if (known !== undefined) return known;
  rebuildFromLog(device.db);
  const tables = tablesOf(device);
  rebuilt.set(root, tables);
  return tables;
};
