import { emptyFrontier, leafHash, newNodes } from '../../../core/log/merkle.ts';
import type { NodeAt } from '../../../core/log/proofs.ts';
import { sha256 } from './sha256.ts';

/** Every node that appending these leaves gave, kept as a store keeps them, and how often one was read. */
export const kept = (leaves: readonly Uint8Array[], by = sha256) => {
  const hashes = new Map<string, Uint8Array>();
  let frontier = emptyFrontier;
  for (const leaf of leaves) {
    const after = newNodes(by, frontier, leaf);
    for (const { level, place, hash } of after.nodes) hashes.set(`${level} ${place}`, hash);
    frontier = after.frontier;
  }
  const reads = { count: 0 };
  const nodeAt: NodeAt = (level, place) => {
    reads.count += 1;
    const hash = hashes.get(`${level} ${place}`);
    if (hash === undefined) throw new Error(`Node ${place} of level ${level} is not complete`);
    return hash;
  };
  return { nodeAt, reads, frontier, hashes };
};

export const leavesUpTo = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => leafHash(sha256, Buffer.from(`entry ${at + 1}`)));

export const sameHashes = (ones: readonly Uint8Array[], others: readonly Uint8Array[]): boolean =>
  Buffer.concat(ones).equals(Buffer.concat(others)) && ones.length === others.length;

/** The hash with one bit turned over. */
export const changed = (hash: Uint8Array): Uint8Array => hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte));

/** Every way to spoil a proof: a hash changed, dropped, doubled, cut short; two swapped; one put before or after. */
export const spoilt = (proof: readonly Uint8Array[]): Uint8Array[][] => {
  const extra = sha256(Buffer.from('extra'));
  const put = (at: number, drop: number, ...hashes: Uint8Array[]) => proof.toSpliced(at, drop, ...hashes);
  const each = proof.flatMap((hash, at) => [
    put(at, 1, changed(hash)),
    put(at, 1),
    put(at, 0, hash),
    put(at, 1, hash.slice(1)),
  ]);
  const swapped = proof.slice(1).map((hash, at) => put(at, 2, hash, proof[at] ?? extra));
  return [...each, ...swapped, put(0, 0, extra), [...proof, extra]];
};
