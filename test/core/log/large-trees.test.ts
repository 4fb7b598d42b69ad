import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { leafHash, nodeHash, rootHash } from '../../../core/log/merkle.ts';
import {
  consistencyProof,
  inclusionProof,
  type NodeAt,
  rootAt,
  verifyConsistency,
  verifyInclusion,
} from '../../../core/log/proofs.ts';
import { kept } from './kept-tree.ts';
import { sha256 } from './sha256.ts';

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
  const usual = leafHash(sha256, Buffer.from('the same'));
  const levels = [usual];
  for (let level = 1; level <= 53; level += 1) {
    const below = levels[level - 1] ?? usual;
    levels.push(nodeHash(sha256, below, below));
  }

  /** A log whose entries are all the same but for a few, so that only the nodes above those few are to be computed. */
  const sparse = (marked: readonly number[]): NodeAt => {
    const nodeAt: NodeAt = (level, place) => {
      const width = 2 ** level;
      const inside = marked.filter((leaf) => Math.floor(leaf / width) === place);
      const [leaf] = inside;
      if (leaf === undefined) return levels[level] ?? usual;
      if (level === 0) return leafHash(sha256, Buffer.from(`marked ${leaf}`));
      return nodeHash(sha256, nodeAt(level - 1, place * 2), nodeAt(level - 1, place * 2 + 1));
    };
    return nodeAt;
  };

  const size = fc.oneof(
    fc.integer({ min: 2 ** 32, max: Number.MAX_SAFE_INTEGER }),
    fc
      .tuple(fc.integer({ min: 32, max: 52 }), fc.integer({ min: -2, max: 2 }))
      .map(([power, off]) => 2 ** power + off),
  );

  it('hold, of inclusion as of consistency, at random sizes', () => {
    fc.assert(
      fc.property(size, size, fc.maxSafeNat(), (one, other, any) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        const marked = [any % first, first - 1, any % second, second - 1];
        const nodeAt = sparse(marked);
        const [firstRoot, secondRoot] = [rootAt(sha256, nodeAt, first), rootAt(sha256, nodeAt, second)];
        const proof = consistencyProof(sha256, nodeAt, first, second);
        const consistency = { first, firstRoot, second, secondRoot, proof };
        expect(verifyConsistency(sha256, consistency)).toBe(true);
        expect(verifyConsistency(sha256, { ...consistency, first: first - 1 })).toBe(false);
        for (const index of marked) {
          const path = inclusionProof(sha256, nodeAt, index, second);
          const inclusion = { leaf: nodeAt(0, index), index, size: second, root: secondRoot, proof: path };
          expect(verifyInclusion(sha256, inclusion)).toBe(true);
          expect(verifyInclusion(sha256, { ...inclusion, leaf: usual })).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
