import { decodeEntry } from '../../core/log/entry.ts';
import { append, emptyFrontier, leafHash, rootHash } from '../../core/log/merkle.ts';
import { rebuildFromLog } from '../../electron/log/project.ts';
import { sha256 } from '../../electron/log/signer.ts';
import type { Device } from '../../electron/services/device.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { openSession } from '../../electron/services/sessions.ts';
import { leavesInPages } from '../../electron/store/hashes.ts';
import { entriesInPages, readHead } from '../../electron/store/log.ts';
import { query } from '../../electron/store/sql.ts';
import { rowsOf } from '../support/tables.ts';
import type { Acknowledged } from './place.ts';

/** What was found of a record after a fault: all null and empty where it is as promised. */
export interface Finding {
  /** Why it cannot be opened, or the database is not sound. */
  unreadable: string | null;
  /** What does not agree in it: the log with its head, the tables with the log, something that is there twice. */
  inconsistent: string | null;
  /** What was acknowledged and is not in the log. */
  lost: string[];
  /** The events that are in the log. */
  events: ReadonlySet<string>;
}

/** Starts from a data folder as a kiosk would, and looks at everything. The folder is only fit to be deleted afterwards. */
export const look = (
  folder: string,
  acknowledged: readonly Acknowledged[],
  mayBeGone: (one: Acknowledged) => boolean = () => false,
): Finding => {
  const missing = (events: ReadonlySet<string>, purged: number): string[] =>
    acknowledged
      .filter((one) => !events.has(one.id) && !(one.seq !== null && one.seq <= purged) && !mayBeGone(one))
      .map(({ id }) => id);
  try {
    const device = openDevice({ folder });
    try {
      const sound: unknown = device.db.pragma('integrity_check', { simple: true });
      if (sound !== 'ok') throw new Error(String(sound));
      const { events, purged, problem } = readLog(device);
      // The kiosk comes up where it stood, or this throws.
      openSession(device);
      const inconsistent = problem ?? twice(device) ?? tablesProblem(device);
      return { unreadable: null, inconsistent, lost: missing(events, purged), events };
    } finally {
      device.close();
    }
  } catch (problem) {
    const why = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    return { unreadable: why, inconsistent: null, lost: missing(new Set(), 0), events: new Set() };
  }
};

interface Log {
  events: Set<string>;
  /** The last entry that was purged; 0 for none. */
  purged: number;
  problem: string | null;
}

/** The events of the log, and what is wrong with it: a gap, an entry that is not its leaf, a head that does not follow. */
const readLog = ({ db }: Device): Log => {
  const leaves = [...leavesInPages(db)];
  const entries = [...entriesInPages(db)];
  const purged = (entries[0]?.seq ?? leaves.length + 1) - 1;
  const events = new Set<string>();
  let told = 0;
  const problems: string[] = [];
  for (const [index, { seq, bytes }] of entries.entries()) {
    const entry = decodeEntry(bytes);
    events.add(entry.event);
    if (entry.type === 'purged') told = Math.max(told, entry.data.through);
    if (seq !== purged + index + 1 || entry.seq !== seq)
      problems.push(`entry ${entry.seq} stands at ${seq}, as number ${index + 1} after ${purged}`);
    if (Buffer.compare(leafHash(sha256, bytes), leaves[seq - 1] ?? Buffer.alloc(0)) !== 0)
      problems.push(`entry ${seq} is not the one of its leaf`);
  }
  if (told !== purged) problems.push(`${purged} entries are missing, the log tells of ${told}`);
  const end = entries.at(-1)?.seq;
  if (end !== leaves.length) problems.push(`the log ends at ${end}, its leaves at ${leaves.length}`);
  const frontier = leaves.reduce((grown, leaf) => append(sha256, grown, leaf), emptyFrontier);
  const head = readHead(db);
  if (head?.size !== frontier.size)
    problems.push(`the head says ${head?.size} entries, there are ${frontier.size}`);
  else if (Buffer.compare(head.root, rootHash(sha256, frontier)) !== 0)
    problems.push('the root of the head does not follow from the entries');
  return { events, purged, problem: problems[0] ?? null };
};

const most = query<{ most: number | null }>(
  'select max(n) as most from (select count(*) as n from entry group by event_id, part)',
);

const twice = ({ db }: Device): string | null =>
  (most.get(db, {})?.most ?? 0) > 1 ? 'a tap was counted twice' : null;

const ofSessions = ['session', 'participant', 'round', 'introduction'];

/** The tables of sessions are what the log makes them. */
const tablesProblem = ({ db }: Device): string | null => {
  const before = JSON.stringify(rowsOf(db, ofSessions));
  rebuildFromLog(db);
  return JSON.stringify(rowsOf(db, ofSessions)) === before
    ? null
    : 'the tables of sessions do not follow from the log';
};
