import { createHash, randomBytes } from 'node:crypto';
import {
  type Actor,
  type Entry,
  encodeEntry,
  entryVersion,
  isSessionEvent,
  type LogEvent,
} from '../../core/log/entry.ts';
import { append, type Frontier, leafHash, rootHash, type Sha256 } from '../../core/log/merkle.ts';
import type { Session } from '../../core/session/state.ts';
import { addEntry, readHead, writeHead } from '../store/log.ts';
import type { Writer } from '../store/open.ts';
import { type Clock, wallTime } from './clock.ts';
import { projectEntries } from './project.ts';

/** What the log needs of the device it is on. */
export interface Recorder {
  db: Writer;
  clock: Clock;
  /** This run of the program. */
  boot: string;
  app: string;
  /** 16 random bytes per entry; a simulation gives its own, so that the same seed makes the same log. */
  salt: () => Uint8Array;
}

export const freshSalt = (): Uint8Array => randomBytes(16);

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** Events that one tap or command caused; its id is that of the tap, which can be recorded only once. */
export interface Happening {
  id: string;
  actor: Actor;
  events: readonly LogEvent[];
  /** The session that the events are about, as it stands before them; null for none. */
  session?: Session | null;
}

interface Written {
  entries: Entry[];
  /** The session as it stands after them. */
  session: Session | null;
}

/**
 * Writes events, their hashes, the head of the log and the tables that follow from them, all or nothing; returns
 * only when COMMIT did. `alongside` writes, in the same transaction, what is not in the log (people, photos).
 * Throws if the database does, or if the id was recorded before: look it up first.
 */
export const record = (
  recorder: Recorder,
  { id, actor, events, session = null }: Happening,
  alongside?: (db: Writer) => void,
): Written => {
  const { db, clock, boot, app } = recorder;
  const write = (): Written => {
    alongside?.(db);
    const head = readHead(db);
    if (head === null) throw new Error('The database has no log');
    const [at, mono] = [wallTime(clock.now()), clock.mono()];
    let frontier = readFrontier(head.size, head.frontier);
    const entries = events.map((event, part): Entry => {
      const salt = Buffer.from(recorder.salt()).toString('base64url');
      const seq = frontier.size + 1;
      const common = { v: entryVersion, log: head.log_id, seq, event: id, part, at, boot, mono } as const;
      const entry: Entry = { ...common, actor, ...event, salt, app };
      const bytes = encodeEntry(entry);
      const leaf = leafHash(sha256, bytes);
      const session_id = isSessionEvent(event) ? event.ids.session : null;
      addEntry(db, { seq, event_id: id, part, type: event.type, session_id, at, bytes, leaf });
      frontier = append(sha256, frontier, leaf);
      return entry;
    });
    writeHead(db, { log_id: head.log_id, ...headOf(frontier) });
    return { entries, session: projectEntries(db, session, entries) };
  };
  return db.transaction(write).immediate();
};

/** Begins a log in a database that has none: its id, and the head of nothing. Whether it did. */
export const beginLog = (db: Writer, logId: string): boolean => {
  if (readHead(db) !== null) return false;
  writeHead(db, { log_id: logId, ...headOf({ size: 0, subtrees: [] }) });
  return true;
};

const headOf = (frontier: Frontier) => ({
  size: frontier.size,
  frontier: Buffer.concat(frontier.subtrees),
  root: rootHash(sha256, frontier),
});

const readFrontier = (size: number, hashes: Uint8Array): Frontier => ({
  size,
  subtrees: Array.from({ length: hashes.length / 32 }, (_, index) =>
    hashes.slice(index * 32, index * 32 + 32),
  ),
});
