import { nodeHash, type Sha256 } from '../../../core/log/merkle.ts';

/**
 * The tree and its proofs as RFC 9162 defines them, word for word and slowly: MTH (section 2.1.1), PATH (2.1.3.1),
 * PROOF and SUBPROOF (2.1.4.1). Hashes over the same leaves are remembered.
 */
export const byDefinition = (sha256: Sha256, leaves: readonly Uint8Array[]) => {
  const known = new Map<string, Uint8Array>();

  /** MTH(D[begin:end]). */
  const root = (begin: number, end: number): Uint8Array => {
    const before = known.get(`${begin} ${end}`);
    if (before !== undefined) return before;
    const hash = computed(begin, end);
    known.set(`${begin} ${end}`, hash);
    return hash;
  };
  const computed = (begin: number, end: number): Uint8Array => {
    const [leaf] = leaves.slice(begin, begin + 1);
    if (begin === end || leaf === undefined) return sha256(new Uint8Array());
    if (end - begin === 1) return leaf;
    const k = begin + below(end - begin);
    return nodeHash(sha256, root(begin, k), root(k, end));
  };

  /** The largest power of two that is smaller than n. */
  const below = (n: number): number => {
    let k = 1;
    while (k * 2 < n) k *= 2;
    return k;
  };

  /** PATH(m, D[begin:end]). */
  const path = (m: number, begin: number, end: number): Uint8Array[] => {
    const n = end - begin;
    if (n === 1) return [];
    const k = below(n);
    if (m < k) return path(m, begin, begin + k).concat([root(begin + k, end)]);
    return path(m - k, begin + k, end).concat([root(begin, begin + k)]);
  };

  /** SUBPROOF(m, D[begin:end], b). */
  const subproof = (m: number, begin: number, end: number, b: boolean): Uint8Array[] => {
    const n = end - begin;
    if (m === n) return b ? [] : [root(begin, end)];
    const k = below(n);
    if (m <= k) return subproof(m, begin, begin + k, b).concat([root(begin + k, end)]);
    return subproof(m - k, begin + k, end, false).concat([root(begin, begin + k)]);
  };

  return {
    root: (size: number) => root(0, size),
    inclusion: (leaf: number, size: number) => path(leaf, 0, size),
    consistency: (first: number, second: number) => subproof(first, 0, second, true),
  };
};
