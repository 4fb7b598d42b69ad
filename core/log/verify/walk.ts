import { ok, type Result, refuse } from '../../result.ts';
import { sameBytes } from '../bytes.ts';
import { originOf, type SignedCheckpoint } from '../checkpoint.ts';
import { emptyFrontier, type Frontier, newNodes, rootHash, type Sha256, type TreeNode } from '../merkle.ts';
import { type Bad, badEntry } from './answer.ts';
import type { EntryForm } from './entry-form.ts';
import { readEntryAt } from './walk-entry.ts';

/** A whole record: of a bundle or of a database. */
export interface WholeRecord {
  size: number;
  /** How many entries from the first on were purged; at most `size`. */
  purged: number;
  /** The hash of each entry from 1 on; null for what is none. */
  leaves: Iterator<Uint8Array | null>;
  /** The bytes of each entry from `purged` + 1 on. */
  entries: Iterator<Uint8Array>;
  /** By ascending size, each signed by its log, none larger than `size`. */
  checkpoints: readonly SignedCheckpoint[];
  /** Sizes at which the root is wanted. */
  rootsAt: ReadonlySet<number>;
  /** Looks at each entry that holds, null if it was purged, and the nodes that it completes. */
  alongside: (entry: EntryForm | null, nodes: readonly TreeNode[]) => Bad | null;
}

interface Walked {
  /** The root over the first so many leaves, where it was asked for. */
  roots: ReadonlyMap<number, Uint8Array>;
  frontier: Frontier;
}

const nextOf = <Item>(items: Iterator<Item>): Item | null => {
  const next = items.next();
  return next.done === true ? null : next.value;
};

/** Step 5: walks the record from its first entry to its last. The problem is the first that does not hold. */
export const walkWhole = (sha256: Sha256, record: WholeRecord): Result<Walked, Bad> => {
  const { size, purged, leaves, entries, checkpoints, rootsAt, alongside } = record;
  const at = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint]));
  const roots = new Map<number, Uint8Array>();
  let frontier = emptyFrontier;
  let before: EntryForm | null = null;
  let [vouched, largestPurge] = [0, 0];

  for (let k = 1; k <= size; k += 1) {
    const leaf = nextOf(leaves);
    if (leaf === null) return refuse(badEntry(k, 'leaf-missing'));
    if (k > purged) {
      const read = readEntryAt(sha256, { k, leaf, bytes: nextOf(entries), before, frontier });
      if (!read.ok) return read;
      before = read.value;
      largestPurge = Math.max(largestPurge, purgedBy(before));
    }
    const grown = newNodes(sha256, frontier, leaf);
    frontier = grown.frontier;
    if (rootsAt.has(k)) roots.set(k, rootHash(sha256, frontier));
    const checkpoint = at.get(k);
    if (checkpoint !== undefined) {
      if (!sameBytes(checkpoint.root, rootHash(sha256, frontier)))
        return refuse(badEntry(vouched + 1, 'rewritten'));
      if (before !== null && checkpoint.origin !== originOf(before.log))
        return refuse(badEntry(k, 'entry-of-another-log'));
      vouched = k;
    }
    const found = alongside(before, grown.nodes);
    if (found !== null) return refuse(found);
  }
  if (nextOf(entries) !== null || leaves.next().done !== true)
    return refuse(badEntry(size + 1, 'entry-extra'));
  if (purged > 0 && largestPurge !== purged) return refuse(badEntry(1, 'purge-unexplained'));
  return ok({ roots, frontier });
};

/** Up to which entry this one says that a purge took the bytes; 0 for none. */
const purgedBy = ({ type, data: { through } }: EntryForm): number =>
  type === 'purged' && typeof through === 'number' ? through : 0;
