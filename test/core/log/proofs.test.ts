import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFrontier, leafHash, newNodes, rootHash } from '../../../core/log/merkle.ts';
import {
  consistencyProof,
  inclusionProof,
  type NodeAt,
  rootAt,
  verifyConsistency,
  verifyInclusion,
} from '../../../core/log/proofs.ts';
import { byDefinition } from './definition.ts';
import { rememberingSha256, sha256 } from './sha256.ts';

/** Every node that appending these leaves gave, kept as a store keeps them, and how often one was read. */
const kept = (leaves: readonly Uint8Array[], by = sha256) => {
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

const leavesUpTo = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => leafHash(sha256, Buffer.from(`entry ${at + 1}`)));

const sameHashes = (ones: readonly Uint8Array[], others: readonly Uint8Array[]): boolean =>
  Buffer.concat(ones).equals(Buffer.concat(others)) && ones.length === others.length;

/** The hash with one bit turned over. */
const changed = (hash: Uint8Array): Uint8Array => hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte));

/** Every way to spoil a proof: a hash changed, dropped, doubled, cut short; two swapped; one put before or after. */
const spoilt = (proof: readonly Uint8Array[]): Uint8Array[][] => {
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

describe('Proofs over every tree up to 600 entries', () => {
  const most = 600;
  const sha = rememberingSha256();
  const leaves = leavesUpTo(most);
  const defined = byDefinition(sha, leaves);
  const { nodeAt, hashes } = kept(leaves, sha);
  const sizes = Array.from({ length: most }, (_, at) => at + 1);

  it('keep each perfect subtree once, and have the root that the definition gives', () => {
    expect(hashes.size).toBe(sizes.reduce((sum, size) => sum + trailing(size) + 1, 0));
    for (const size of [0, ...sizes]) {
      expect(sameHashes([rootAt(sha, nodeAt, size)], [defined.root(size)]), `root of ${size}`).toBe(true);
    }
  });

  it('of inclusion are those of the definition, for every entry, and hold', () => {
    const wrong: string[] = [];
    for (const size of sizes) {
      const root = defined.root(size);
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const proof = inclusionProof(sha, nodeAt, index, size);
        if (!sameHashes(proof, defined.inclusion(index, size))) wrong.push(`made ${index} of ${size}`);
        if (!verifyInclusion(sha, { leaf, index, size, root, proof }))
          wrong.push(`refused ${index} of ${size}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('of consistency are those of the definition, between any two sizes, and hold', () => {
    const wrong: string[] = [];
    for (const second of sizes) {
      const secondRoot = defined.root(second);
      for (let first = 0; first <= second; first += 1) {
        const proof = consistencyProof(sha, nodeAt, first, second);
        const expected = first === 0 ? [] : defined.consistency(first, second);
        if (!sameHashes(proof, expected)) wrong.push(`made ${first} to ${second}`);
        const consistency = { first, firstRoot: defined.root(first), second, secondRoot, proof };
        if (!verifyConsistency(sha, consistency)) wrong.push(`refused ${first} to ${second}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** How many perfect subtrees above itself the leaf that makes this size completes. */
const trailing = (size: number): number => (size % 2 === 0 ? 1 + trailing(size / 2) : 0);

describe('Proofs over large trees', () => {
  const most = 2 ** 17;
  let leaves: Uint8Array[];
  let tree: ReturnType<typeof kept>;
  beforeAll(() => {
    leaves = Array.from({ length: most }, (_, at) => sha256(Buffer.from(`leaf ${at}`)));
    tree = kept(leaves);
  });
  const size = fc.integer({ min: 1, max: most });
  const pair = fc.tuple(size, size).map(([one, other]) => ({
    low: Math.min(one, other),
    high: Math.max(one, other),
  }));
  const log2 = Math.log2(most);

  it('hold, with no more reads than twice the height of the tree', () => {
    const { nodeAt, reads } = tree;
    const readsOf = <Made>(make: () => Made): Made => {
      reads.count = 0;
      const made = make();
      expect(reads.count).toBeLessThanOrEqual(2 * log2 + 2);
      return made;
    };
    fc.assert(
      fc.property(pair, ({ low, high }) => {
        const index = low - 1;
        const root = readsOf(() => rootAt(sha256, nodeAt, high));
        const inclusion = readsOf(() => inclusionProof(sha256, nodeAt, index, high));
        const leaf = leaves[index] ?? new Uint8Array();
        expect(verifyInclusion(sha256, { leaf, index, size: high, root, proof: inclusion })).toBe(true);
        const firstRoot = rootAt(sha256, nodeAt, low);
        const proof = readsOf(() => consistencyProof(sha256, nodeAt, low, high));
        const consistency = { first: low, firstRoot, second: high, secondRoot: root, proof };
        expect(verifyConsistency(sha256, consistency)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('have the root that appending gave', () => {
    expect(rootAt(sha256, tree.nodeAt, most)).toEqual(rootHash(sha256, tree.frontier));
  });
});

describe('Proofs over more entries than 32 bits can count', () => {
  /** A log whose entries are all the same, so that a perfect subtree of each height has one hash. */
  const leaf = leafHash(sha256, Buffer.from('the same'));
  const levels = [leaf];
  for (let level = 1; level <= 53; level += 1) {
    const below = levels[level - 1] ?? leaf;
    levels.push(sha256(Buffer.concat([Uint8Array.of(1), below, below])));
  }
  const nodeAt: NodeAt = (level, place) => {
    const hash = levels[level];
    if (hash === undefined || !Number.isSafeInteger(place)) throw new Error(`No node ${place} of ${level}`);
    return hash;
  };

  it.each([
    [2 ** 32 + 5, 2 ** 33 + 2 ** 31 + 77],
    [2 ** 32, 2 ** 32 + 1],
    [2 ** 40 - 1, 2 ** 52 + 12345],
    [2 ** 52 + 1, Number.MAX_SAFE_INTEGER],
  ])('hold between %i and %i', (first, second) => {
    const [firstRoot, secondRoot] = [rootAt(sha256, nodeAt, first), rootAt(sha256, nodeAt, second)];
    const proof = consistencyProof(sha256, nodeAt, first, second);
    expect(verifyConsistency(sha256, { first, firstRoot, second, secondRoot, proof })).toBe(true);
    expect(verifyConsistency(sha256, { first: first - 1, firstRoot, second, secondRoot, proof })).toBe(false);
    for (const index of [0, first - 1, first, second - 1]) {
      const inclusion = inclusionProof(sha256, nodeAt, index, second);
      expect(verifyInclusion(sha256, { leaf, index, size: second, root: secondRoot, proof: inclusion })).toBe(
        true,
      );
    }
  });
});

describe('A proof that is not true', () => {
  const most = 70;
  const leaves = leavesUpTo(most);
  const { nodeAt } = kept(leaves);
  const roots = Array.from({ length: most + 1 }, (_, size) => rootAt(sha256, nodeAt, size));
  const rootOf = (size: number): Uint8Array => roots[size] ?? new Uint8Array();

  it('of inclusion is refused, whatever is wrong with it', () => {
    const accepted: string[] = [];
    for (let size = 1; size <= most; size += 1) {
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const proof = inclusionProof(sha256, nodeAt, index, size);
        const whole = { leaf, index, size, root: rootOf(size), proof };
        const lies = [
          ...spoilt(proof).map((hashes) => ({ ...whole, proof: hashes })),
          { ...whole, index: index + 1 },
          { ...whole, index: index - 1 },
          { ...whole, index: index + 0.5 },
          { ...whole, index: size },
          { ...whole, root: changed(rootOf(size)) },
          { ...whole, root: rootOf(size - 1) },
          { ...whole, leaf: changed(leaf) },
          { ...whole, leaf: leaf.slice(1) },
          { ...whole, size: Number.NaN },
        ];
        for (const [at, lie] of lies.entries()) {
          if (verifyInclusion(sha256, lie)) accepted.push(`lie ${at} on ${index} of ${size}`);
        }
      }
    }
    expect(accepted).toEqual([]);
  });

  it('of inclusion is refused for a size at which the path is another', () => {
    for (let size = 1; size <= most; size += 1) {
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const proof = inclusionProof(sha256, nodeAt, index, size);
        for (const other of [size - 1, size + 1]) {
          if (other <= index || other > most) continue;
          const claimed = { leaf, index, size: other, root: rootOf(other), proof };
          expect(verifyInclusion(sha256, claimed), `${index} of ${size} as of ${other}`).toBe(false);
        }
      }
    }
  });

  it('of consistency is refused, whatever is wrong with it', () => {
    const accepted: string[] = [];
    for (let second = 1; second <= most; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        const proof = consistencyProof(sha256, nodeAt, first, second);
        const roots = { firstRoot: rootOf(first), secondRoot: rootOf(second) };
        const whole = { first, second, ...roots, proof };
        const lies = [
          ...spoilt(proof).map((hashes) => ({ ...whole, proof: hashes })),
          { ...whole, firstRoot: changed(roots.firstRoot) },
          // From the empty tree any tree follows: there its root is not looked at.
          ...(first === 0 ? [] : [{ ...whole, secondRoot: changed(roots.secondRoot) }]),
          { ...whole, firstRoot: roots.firstRoot.slice(1) },
          { ...whole, first: first + 1 },
          { ...whole, first: first - 1 },
          { ...whole, first: first - 0.5 },
          { ...whole, second: first - 1 },
        ];
        for (const [at, lie] of lies.entries()) {
          if (verifyConsistency(sha256, lie)) accepted.push(`lie ${at} on ${first} to ${second}`);
        }
      }
    }
    expect(accepted).toEqual([]);
  });

  it('of an entry that was changed long ago is found between two checkpoints', () => {
    const forged = leaves.map((leaf, at) => (at === 3 ? changed(leaf) : leaf));
    const other = kept(forged);
    for (let second = 5; second <= most; second += 1) {
      for (let first = 4; first <= second; first += 1) {
        const secondRoot = rootAt(sha256, other.nodeAt, second);
        const proof = consistencyProof(sha256, other.nodeAt, first, second);
        const claimed = { first, firstRoot: rootOf(first), second, secondRoot, proof };
        expect(verifyConsistency(sha256, claimed)).toBe(false);
      }
    }
  });

  it('is not even made for what is out of range', () => {
    for (const [leaf, size] of [
      [0, 0],
      [5, 5],
      [-1, 5],
      [0.5, 5],
      [0, 2 ** 53],
    ] as const) {
      expect(() => inclusionProof(sha256, nodeAt, leaf, size)).toThrow(RangeError);
    }
    for (const [first, second] of [
      [6, 5],
      [-1, 5],
      [0.5, 5],
      [1, 2 ** 53],
    ] as const) {
      expect(() => consistencyProof(sha256, nodeAt, first, second)).toThrow(RangeError);
    }
    expect(() => rootAt(sha256, nodeAt, -1)).toThrow(RangeError);
  });
});
