import { joined } from './bytes.ts';

/** SHA-256 is given in, so that core needs neither Node nor a browser: bytes in, 32 bytes out. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The hash of one entry, RFC 9162 section 2.1.1: SHA-256(0x00 ‖ entry). */
export const leafHash = (sha256: Sha256, entry: Uint8Array): Uint8Array =>
  sha256(joined(Uint8Array.of(0), entry));

/** The hash above two, RFC 9162 section 2.1.1: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(joined(Uint8Array.of(1), left, right));

/**
 * All that is needed of a log to append to it and to state its root: how many leaves, and the roots of the
 * perfect subtrees they fall into, largest first: one for each bit that is set in `size`.
 */
export interface Frontier {
  size: number;
  subtrees: Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0, subtrees: [] };

/** The root of a perfect subtree: the one over leaves [place · 2^level, (place + 1) · 2^level), counted from 0. */
export interface TreeNode {
  level: number;
  place: number;
  hash: Uint8Array;
}

/**
 * The frontier after one more leaf, and the nodes that this leaf completes: itself at level 0, then every perfect
 * subtree that it is the last leaf of, upwards. A store that keeps them has each such node once. O(log size).
 */
export const newNodes = (
  sha256: Sha256,
  frontier: Frontier,
  leaf: Uint8Array,
): { frontier: Frontier; nodes: TreeNode[] } => {
  const subtrees = [...frontier.subtrees];
  let node: TreeNode = { level: 0, place: frontier.size, hash: leaf };
  const nodes = [node];
  while (node.place % 2 === 1) {
    const left = subtrees.pop();
    if (left === undefined) throw new Error('The frontier of the log has fewer hashes than its size says');
    const { level, place, hash } = node;
    node = { level: level + 1, place: (place - 1) / 2, hash: nodeHash(sha256, left, hash) };
    nodes.push(node);
  }
  return { frontier: { size: frontier.size + 1, subtrees: [...subtrees, node.hash] }, nodes };
};

/** The frontier after one more leaf; O(log size). */
export const append = (sha256: Sha256, frontier: Frontier, leaf: Uint8Array): Frontier =>
  newNodes(sha256, frontier, leaf).frontier;

/** The root hash of the whole log (RFC 9162 section 2.1.1; of an empty log the hash of nothing). */
export const rootHash = (sha256: Sha256, { subtrees }: Frontier): Uint8Array => {
  const last = subtrees.at(-1);
  if (last === undefined) return sha256(new Uint8Array());
  return subtrees.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), last);
};
