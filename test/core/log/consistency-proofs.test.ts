import { describe, expect, it } from 'vitest';
import { consistencyProof, rootAt, verifyConsistency } from '../../../core/log/proofs.ts';
import { byDefinition } from './definition.ts';
import { changed, kept, leavesUpTo, sameHashes, spoilt } from './kept-tree.ts';
import { rememberingSha256, sha256 } from './sha256.ts';

describe('Proofs of consistency over every tree up to 600 entries', () => {
  const most = 600;
  const sha = rememberingSha256();
  const leaves = leavesUpTo(most);
  const defined = byDefinition(sha, leaves);
  const { nodeAt } = kept(leaves, sha);
  const sizes = Array.from({ length: most }, (_, at) => at + 1);

  it('are those of the definition, between any two sizes, and hold', () => {
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

describe('A proof of consistency that is not true', () => {
  const most = 40;
  const leaves = leavesUpTo(most);
  const { nodeAt } = kept(leaves);
  const roots = Array.from({ length: most + 1 }, (_, size) => rootAt(sha256, nodeAt, size));
  const rootOf = (size: number): Uint8Array => roots[size] ?? new Uint8Array();

  it('is refused, whatever is wrong with it', () => {
    const accepted: string[] = [];
    for (let second = 1; second <= most; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        const proof = consistencyProof(sha256, nodeAt, first, second);
        const roots = { firstRoot: rootOf(first), secondRoot: rootOf(second) };
        const whole = { first, second, ...roots, proof };
        const lies = [
          ...spoilt(proof).map((hashes) => ({ ...whole, proof: hashes })),
          { ...whole, firstRoot: changed(roots.firstRoot) },
          // Any tree follows from the empty one: its root is not looked at.
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
    for (const [first, second] of [
      [6, 5],
      [-1, 5],
      [0.5, 5],
      [1, 2 ** 53],
    ] as const) {
      expect(() => consistencyProof(sha256, nodeAt, first, second)).toThrow(RangeError);
    }
  });
});
