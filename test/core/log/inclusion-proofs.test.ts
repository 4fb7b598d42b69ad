import { describe, expect, it } from 'vitest';
import { nodeHash } from '../../../core/log/merkle.ts';
import { inclusionProof, rootAt, verifyInclusion } from '../../../core/log/proofs.ts';
import { byDefinition } from './definition.ts';
import { changed, kept, leavesUpTo, sameHashes, spoilt } from './kept-tree.ts';
import { rememberingSha256, sha256 } from './sha256.ts';

/** How many perfect subtrees above itself the leaf that makes this size completes. */
const trailing = (size: number): number => (size % 2 === 0 ? 1 + trailing(size / 2) : 0);

describe('Roots, and proofs of inclusion, over every tree up to 600 entries', () => {
  const most = 600;
  const sha = rememberingSha256();
  const leaves = leavesUpTo(most);
  const defined = byDefinition(sha, leaves);
  const { nodeAt, hashes } = kept(leaves, sha);
  const sizes = Array.from({ length: most }, (_, at) => at + 1);

  it('need each perfect subtree once, and are the roots of the definition', () => {
    expect(hashes.size).toBe(sizes.reduce((sum, size) => sum + trailing(size) + 1, 0));
    for (const size of [0, ...sizes]) {
      expect(sameHashes([rootAt(sha, nodeAt, size)], [defined.root(size)]), `root of ${size}`).toBe(true);
    }
  });

  it('are the paths of the definition, for every entry, and hold', () => {
    const wrong: string[] = [];
    for (const size of sizes) {
      const root = defined.root(size);
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const proof = inclusionProof(sha, nodeAt, index, size);
        if (!sameHashes(proof, defined.inclusion(index, size))) wrong.push(`made ${index} of ${size}`);
        const holds = verifyInclusion(sha, { leaf, index, size, root, proof });
        if (!holds) wrong.push(`refused ${index} of ${size}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('A proof of inclusion that is not true', () => {
  const most = 40;
  const leaves = leavesUpTo(most);
  const { nodeAt } = kept(leaves);
  const roots = Array.from({ length: most + 1 }, (_, size) => rootAt(sha256, nodeAt, size));
  const rootOf = (size: number): Uint8Array => roots[size] ?? new Uint8Array();

  it('is refused, whatever is wrong with it', () => {
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

  it('is refused for a size at which the path is another', () => {
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

  const [leaf, sibling] = [sha256(Buffer.from('leaf')), sha256(Buffer.from('sibling'))];

  it('is refused if it is longer than its tree is high, though it leads to the root', () => {
    const root = nodeHash(sha256, sibling, leaf);
    expect(verifyInclusion(sha256, { leaf, index: 1, size: 2, root, proof: [sibling] })).toBe(true);
    expect(verifyInclusion(sha256, { leaf, index: 0, size: 1, root, proof: [sibling] })).toBe(false);
  });

  it('is refused if a byte of one hash is given as one of the next, though it leads to the root', () => {
    const root = nodeHash(sha256, leaf, sibling);
    const longer = Buffer.concat([leaf.slice(-1), sibling]);
    const claimed = { leaf: leaf.slice(0, -1), index: 0, size: 2, root, proof: [longer] };
    expect(verifyInclusion(sha256, claimed)).toBe(false);
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
    expect(() => rootAt(sha256, nodeAt, -1)).toThrow(RangeError);
  });
});
