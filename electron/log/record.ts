import { randomBytes } from 'node:crypto';
import {
  type Actor,
  type Entry,
  encodeEntry,
  entryVersion,
  isSessionEvent,
  type LogEvent,
} from '../../core/log/entry.ts';
import { type Frontier, leafHash, newNodes, rootHash } from '../../core/log/merkle.ts';
import type { Signer } from '../../core/log/note.ts';
import type { Session } from '../../core/session/state.ts';
import { addHash } from '../store/hashes.ts';
import { addEntry, addLog, firstEntryOf, type Head, readHead, writeHead } from '../store/log.ts';
import { beginDay } from '../store/log-read.ts';
import type { Reader, Writer } from '../store/open.ts';
import { isSigningDue, signHead } from './checkpoint.ts';
import { type Clock, type ClockWatch, wallTime } from './clock.ts';
import { type Committer, commitFor } from './commit.ts';
import { projectEntries } from './project.ts';
import { sha256 } from './signer.ts';

/** What the log needs of the device it is on. */
export interface Recorder extends Committer {
  clock: Clock;
  watch: ClockWatch;
  /** This run of the program. */
  boot: string;
  app: string;
  newId: () => string;
  /** 16 random bytes per entry; a simulation gives its own, so that the same seed makes the same log. */
  salt: () => Uint8Array;
  signer: Signer;
  /** Keeps the newest checkpoint, a signed note, outside the database. */
  keep: (note: string) => void;
}

export const freshSalt = (): Uint8Array => randomBytes(16);

/** Events that one tap or command caused; its id is that of the tap, which can be recorded only once. */
export interface Happening {
  id: string;
  actor: Actor;
  events: readonly LogEvent[];
  /** The session that the events are about, as it stands before them; null for none. */
  session?: Session | null;
  /** Whether the log is to be signed as it stands after these events, due or not. */
  sign?: boolean;
  /** Whether it must be recorded on a full disk too, for which the reserve is given up. */
  vital?: boolean;
}

interface Written {
  entries: Entry[];
  /** The session as it stands after them. */
  session: Session | null;
}

/**
 * Writes events, their hashes, the head of the log and the tables that follow from them, all or nothing; returns
 * only when COMMIT did. Where a checkpoint is due, it is signed in the same transaction. `alongside` writes, in the
 * same transaction, what is not in the log (people, photos).
 * Where the disk fails, the event is looked up before anything is said: throws NotRecorded where it is not there, or it
 * cannot be told, and it may be asked for again. Throws where a rule of the database is broken, as where the id was recorded before: look
 * it up first.
 */
export const record = (
  recorder: Recorder,
  { id, actor, events, session = null, sign = false, vital = false }: Happening,
  alongside?: (db: Writer) => void,
): Written => {
  const { clock, watch } = recorder;
  const [now, mono] = [clock.now(), clock.mono()];
  const jumped = watch.jumped(now, mono);
  const write = (db: Writer): Written & { note: string | null } => {
    alongside?.(db);
    const stamp = { at: wallTime(now), mono };
    if (jumped !== null) {
      const event = { type: 'clock-jumped' as const, ids: {}, data: { ms: jumped } };
      append(recorder, stamp, { id: recorder.newId(), actor: { kind: 'system' }, events: [event] });
    }
    const entries = append(recorder, stamp, { id, actor, events });
    const note = sign || isSigningDue(db, now) ? signHead(recorder, stamp.at) : null;
    return { entries, session: projectEntries(db, session, entries), note };
  };
  const wasKept = (db: Reader): boolean => firstEntryOf.get(db, { event: id }) !== undefined;
  const { note, ...written } = commitFor(recorder, id, write, { wasKept, vital });
  watch.saw(now, mono);
  if (note !== null && !recorder.db.inTransaction) recorder.keep(note);
  return written;
};

/** Looks at the clock while nothing else is recorded: a jump is recorded by itself. Throws as `record` does. */
export const watchClock = (recorder: Recorder): void => {
  const { clock, watch } = recorder;
  const [now, mono] = [clock.now(), clock.mono()];
  const ms = watch.jumped(now, mono);
  watch.saw(now, mono);
  if (ms === null) return;
  try {
    const event = { type: 'clock-jumped' as const, ids: {}, data: { ms } };
    record(recorder, { id: recorder.newId(), actor: { kind: 'system' }, events: [event] });
  } catch (problem) {
    // It is still to be told, with whatever is recorded next.
    watch.saw(now, mono + ms);
    throw problem;
  }
};

/** Adds entries and all that is hashed from them to the log, within a transaction. */
const append = (
  { db, boot, app, salt: freshSalt }: Recorder,
  stamp: { at: string; mono: number },
  { id, actor, events }: Happening,
): Entry[] => {
  const head = readHead(db);
  if (head === null) throw new Error('The database has no log');
  let frontier = frontierOf(head);
  const entries = events.map((event, part): Entry => {
    const salt = Buffer.from(freshSalt()).toString('base64url');
    const seq = frontier.size + 1;
    const common = { v: entryVersion, log: head.log_id, seq, event: id, part, ...stamp, boot } as const;
    const entry: Entry = { ...common, actor, ...event, salt, app };
    const bytes = encodeEntry(entry);
    const session_id = isSessionEvent(event) ? event.ids.session : null;
    addEntry(db, { seq, event_id: id, part, type: event.type, session_id, at: stamp.at, bytes });
    beginDay(db, { seq, day: stamp.at.slice(0, 10) });
    const grown = newNodes(sha256, frontier, leafHash(sha256, bytes));
    for (const { level, place, hash } of grown.nodes) addHash(db, { level, place, hash });
    frontier = grown.frontier;
    return entry;
  });
  writeHead(db, { log_id: head.log_id, ...headOf(frontier) });
  return entries;
};

/**
 * Begins a log: the first in a database that has none, or one that goes on from the entries that are there (a record
 * put back from a backup). What is recorded next is its first entry.
 */
export const beginLog = ({ db, signer }: Pick<Recorder, 'db' | 'signer'>, id: string): void => {
  const head = readHead(db);
  const frontier = head === null ? { size: 0, subtrees: [] } : frontierOf(head);
  addLog(db, { id, began: frontier.size + 1, public_key: signer.publicKey });
  writeHead(db, { log_id: id, ...headOf(frontier) });
};

const headOf = (frontier: Frontier) => ({
  size: frontier.size,
  frontier: Buffer.concat(frontier.subtrees),
  root: rootHash(sha256, frontier),
});

const frontierOf = ({ size, frontier }: Pick<Head, 'size' | 'frontier'>): Frontier => ({
  size,
  subtrees: Array.from({ length: frontier.length / 32 }, (_, index) =>
    frontier.slice(index * 32, index * 32 + 32),
  ),
});
