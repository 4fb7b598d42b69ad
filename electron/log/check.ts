import { sameBytes } from '../../core/log/bytes.ts';
import { isCheckpointBy, originOf, parseCheckpoint } from '../../core/log/checkpoint.ts';
import { leafHash, newNodes } from '../../core/log/merkle.ts';
import { parseVerifierKey, verifierKey } from '../../core/log/verifier-key.ts';
import { type CheckpointRow, lastCheckpoint } from '../store/checkpoints.ts';
import { MissingHash } from '../store/hashes.ts';
import { entriesInPages, logs, readHead } from '../store/log.ts';
import type { Reader } from '../store/open.ts';
import { frontierAt, goesOnFrom, nodesOf } from './head.ts';
import { readEntry } from './read-entry.ts';
import { sha256, verify } from './signer.ts';

/**
 * What a check of the record found. `bad`: it is readable and is not what was written; `entry` is the first that
 * cannot be trusted, where that can be said. `damaged`: nothing can be added to it. `why` is a code, most of them those
 * of docs/record-format.md.
 */
export type Finding = { result: 'ok' } | { result: 'bad' | 'damaged'; entry: number | null; why: string };

const bad = (why: string, entry: number | null): Finding => ({ result: 'bad', entry, why });

/**
 * Checks what was recorded since the last checkpoint, and that checkpoint, which vouches for all before it: every entry
 * against its leaf, every leaf and node of the tree, up to a head that holds. O(entries since the last checkpoint).
 */
export const checkTail = (db: Reader): Finding => {
  try {
    const last = lastCheckpoint.get(db, {});
    return (last === undefined ? null : checkpointFault(db, last)) ?? tailFault(db, last?.size ?? 0);
  } catch (problem) {
    if (problem instanceof MissingHash) return bad('leaf-missing', null);
    throw problem;
  }
};

const tailFault = (db: Reader, from: number): Finding => {
  const size = readHead(db)?.size ?? 0;
  const nodeAt = nodesOf(db);
  const entries = entriesInPages(db, from);
  let frontier = frontierAt(nodeAt, from);
  for (let seq = from + 1; seq <= size; seq += 1) {
    const leaf = nodeAt(0, seq - 1);
    const next = entries.next();
    const why = next.done === true ? 'entry-missing' : entryFault(next.value, seq, leaf);
    if (why !== null) return bad(why, seq);
    const grown = newNodes(sha256, frontier, leaf);
    for (const { level, place, hash } of grown.nodes)
      if (!sameBytes(nodeAt(level, place), hash)) return bad('hash-changed', seq);
    frontier = grown.frontier;
  }
  return { result: 'ok' };
};

/** What is wrong with a stored entry, as a code, or null. */
const entryFault = (row: { seq: number; bytes: Uint8Array }, seq: number, leaf: Uint8Array) => {
  if (row.seq !== seq) return 'entry-missing';
  if (!sameBytes(leafHash(sha256, row.bytes), leaf)) return 'entry-changed';
  const entry = readEntry(row.bytes);
  if (entry === null) return 'entry-malformed';
  return entry.seq === seq ? null : 'entry-misplaced';
};

/** What is wrong with a checkpoint: it must be signed by the key of the log that its last entry is of, and be true. */
const checkpointFault = (db: Reader, { note, size }: CheckpointRow): Finding | null => {
  const end = readHead(db)?.size ?? 0;
  if (size > end) return bad('shorter-than-checkpoint', end + 1);
  const checkpoint = parseCheckpoint(note);
  const log = logs.all(db, {}).findLast(({ began }) => began <= size);
  if (checkpoint === null || checkpoint.size !== size || log === undefined || log.public_key === null)
    return bad('checkpoint-unsigned', null);
  const key = parseVerifierKey(sha256, verifierKey(sha256, originOf(log.id), log.public_key));
  if (key === null || !isCheckpointBy(verify, key, checkpoint)) return bad('checkpoint-unsigned', null);
  return goesOnFrom(db, checkpoint) ? null : bad('rewritten', null);
};
