import type { Purged } from '../timeline/found.ts';
import type { PersonCard } from '../view.ts';
import type { Actor, ActorKind, LogEvent } from './entry.ts';
import type { Code } from './verify/codes.ts';

/** An entry of the log as a reader is shown it. */
export interface EntryRead {
  seq: number;
  /** Wall time, RFC 3339 with offset and milliseconds. */
  at: string;
  type: string;
  /** Null where the entry is none that this version can read: verifying the record says what it is. */
  by: Actor | null;
  happened: LogEvent | null;
  session: string | null;
}

/** What is wanted of the log; what is not named is whatever there is. Days are YYYY-MM-DD, both included. */
export interface LogWanted {
  type?: string | undefined;
  actor?: ActorKind | undefined;
  /** Of a badge that was read, or of somebody who signed in: who acted. */
  person?: string | undefined;
  session?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** A page of the log, the newest first. */
export interface LogPage {
  entries: EntryRead[];
  /** Where to go on, downwards: a number; null where nothing is left. A page may be short, or empty, before the end. */
  next: number | null;
  /** How many entries the log has. */
  size: number;
  purged: Purged | null;
  /** Those who are named in it, by their ids, as far as whoever reads may see sessions. */
  people: Record<string, PersonCard>;
  /** The person that a participant of a session is, by the participant’s id; as far as that. */
  participants: Record<string, string>;
  /** Places that are named in it, by their ids, as they are called now. */
  places: Record<string, { name: string; unit: string }>;
}

/** One entry with its proof. Hashes are hex, lower case. */
export interface EntryProof {
  seq: number;
  event: string;
  part: number;
  /** The bytes that are stored and hashed, as text. */
  bytes: string;
  leaf: string;
  entry: EntryRead;
  people: Record<string, PersonCard>;
  participants: Record<string, string>;
  places: LogPage['places'];
  /** The first checkpoint that stands for it; null where it is not signed yet. */
  firstSigned: { size: number; at: string } | null;
  /** The way from the leaf to the root that the newest checkpoint signs; null where it is not signed yet. */
  proof: {
    size: number;
    at: string;
    note: string;
    root: string;
    /** RFC 9162, 2.1.3.1: the hash nearest to the leaf first. */
    hashes: string[];
    /** Whether the bytes lead by these hashes to that root, as it was just computed. */
    holds: boolean;
  } | null;
}

/** How a check of the record came out: of the database, each entry, the tree, the checkpoints, the tables. */
export type CheckResult =
  | { result: 'ok'; size: number; anchored: number; purged: number; invented: number }
  | {
      result: 'bad' | 'damaged';
      /** The first entry that cannot be trusted, and the last before it that holds; null where it is about none. */
      entry: number | null;
      lastGood: number | null;
      why: Code;
    };

/** A check that somebody asked for. */
export type Verification =
  | { is: 'none' }
  | { is: 'running'; id: string; doing: 'database' | 'record' | 'tables'; done: number; of: number }
  | { is: 'done'; id: string; at: string; found: CheckResult }
  | { is: 'cancelled' | 'failed'; id: string };

/** The last check of a kind, as the log has it. */
export interface LastCheck {
  at: string;
  result: 'ok' | 'bad' | 'damaged';
  /** How far it went. */
  size: number;
  entry: number | null;
}

/** How it stands with the record. */
export interface LogStanding {
  log: string;
  size: number;
  /** SHA-256 of the public key that signs for it, in hex. */
  fingerprint: string;
  signed: { size: number; at: string } | null;
  /** The largest checkpoint that left this kiosk so that somebody can have kept it. */
  anchored: { size: number; at: string; way: 'printed' | 'exported' | 'shown' | 'witnessed' } | null;
  asked: LastCheck | null;
  daily: LastCheck | null;
  started: LastCheck | null;
  purged: Purged | null;
  verification: Verification;
}
