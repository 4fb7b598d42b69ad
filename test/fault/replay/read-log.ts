import { createHash } from 'node:crypto';
import { decodeEntry, type Entry } from '../../../core/log/entry.ts';
import { emptyFrontier, leafHash, newNodes, rootHash, type Sha256 } from '../../../core/log/merkle.ts';
import { hashAt } from '../../../electron/store/hashes.ts';
import { entriesInPages, readHead } from '../../../electron/store/log.ts';
import type { Reader } from '../../../electron/store/open.ts';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

const known = new Map<string, Entry>();

/** Decoded once: thousands of states have the same entries. */
const decoded = (bytes: Uint8Array): Entry => {
  const key = Buffer.from(bytes).toString('latin1');
  const entry = known.get(key) ?? decodeEntry(bytes);
  known.set(key, entry);
  return entry;
};

/** The ids of the events that are in a log, whatever else is wrong with it. */
export const eventsIn = (db: Reader): Set<string> => {
  const events = new Set<string>();
  for (const { bytes } of entriesInPages(db)) events.add(decoded(bytes).event);
  return events;
};

/**
 * Throws where entries are missing in between in a log, or where its hashes, its head or its root are not those that
 * follow from its entries.
 */
export const checkLog = (db: Reader): void => {
  let frontier = emptyFrontier;
  for (const { seq, bytes } of entriesInPages(db)) {
    const entry = decoded(bytes);
    if (seq !== frontier.size + 1 || entry.seq !== seq)
      throw new Error(`entry ${entry.seq} stands at ${seq}, after ${frontier.size} others`);
    const grown = newNodes(sha256, frontier, leafHash(sha256, bytes));
    for (const { level, place, hash } of grown.nodes)
      if (Buffer.compare(hashAt(db, level, place), hash) !== 0)
        throw new Error(`the hash at level ${level}, place ${place} does not follow from the entries`);
    frontier = grown.frontier;
  }
  const head = readHead(db);
  if (head?.size !== frontier.size)
    throw new Error(`the head says ${head?.size} entries, there are ${frontier.size}`);
  if (Buffer.compare(head.root, rootHash(sha256, frontier)) !== 0)
    throw new Error('the root of the head does not follow from the entries');
};
