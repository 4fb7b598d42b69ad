import { joined, sameBytes } from '../../core/log/bytes.ts';
import { type Frontier, rootHash } from '../../core/log/merkle.ts';
import { type NodeAt, rootAt } from '../../core/log/proofs.ts';
import { hashAt, MissingHash } from '../store/hashes.ts';
import { type Head, lastEntry, logs, readHead } from '../store/log.ts';
import type { Reader } from '../store/open.ts';
import { sha256 } from './signer.ts';

export const nodesOf =
  (db: Reader): NodeAt =>
  (level, place) =>
    hashAt(db, level, place);

/** What follows from hashes of the record; null where one of them is missing. */
const known = <Value>(read: () => Value): Value | null => {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof MissingHash) return null;
    throw problem;
  }
};

/** The frontier over the first `size` leaves, from the hashes of the record. Throws MissingHash. */
export const frontierAt = (nodeAt: NodeAt, size: number): Frontier => {
  const subtrees: Uint8Array[] = [];
  let level = 0;
  for (let left = size; left > 0; left = Math.floor(left / 2)) {
    // The subtrees lie one after the other, the largest first: that of this bit ends where the smaller ones begin.
    if (left % 2 === 1) subtrees.unshift(nodeAt(level, left - 1));
    level += 1;
  }
  return { size, subtrees };
};

/**
 * Whether the head is that of the newest log, and what the hashes say, and the last entry is the one it names: what must
 * hold before anything is added. A few reads. What SQLite throws of a damaged file it throws here too.
 */
export const headHolds = (db: Reader): boolean => {
  const head = readHead(db);
  if (head === null) return true;
  // What is added would be signed in the name of a log that this is not.
  if (logs.all(db, {}).at(-1)?.id !== head.log_id) return false;
  const last = lastEntry.get(db, {});
  // A purge never takes the entry that tells of it.
  if (last?.seq !== (head.size === 0 ? undefined : head.size)) return false;
  const frontier = known(() => frontierAt(nodesOf(db), head.size));
  return (
    frontier !== null &&
    sameBytes(joined(...frontier.subtrees), head.frontier) &&
    sameBytes(rootHash(sha256, frontier), head.root)
  );
};

/** Whether the record goes on from this head: it is as long, and has the same root over that many leaves. */
export const goesOnFrom = (db: Reader, { size, root }: Pick<Head, 'size' | 'root'>): boolean => {
  const now = readHead(db);
  if (now === null || now.size < size) return false;
  const found = known(() => rootAt(sha256, nodesOf(db), size));
  return found !== null && sameBytes(found, root);
};
