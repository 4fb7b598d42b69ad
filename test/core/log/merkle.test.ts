import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { append, emptyFrontier, leafHash, nodeHash, rootHash } from '../../../core/log/merkle.ts';

const sha256 = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(createHash('sha256').update(bytes).digest());
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const rootOf = (leaves: readonly Uint8Array[]): string =>
  hex(
    rootHash(
      sha256,
      leaves.reduce((frontier, leaf) => append(sha256, frontier, leaf), emptyFrontier),
    ),
  );

/** The leaves and roots that implementations of Certificate Transparency test against. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => Buffer.from(text, 'hex'));
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The definition of RFC 9162 section 2.1.1, word for word: split at the largest power of two below the size. */
const byDefinition = (leaves: readonly Uint8Array[]): Uint8Array => {
  const [first] = leaves;
  if (first === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(sha256, byDefinition(leaves.slice(0, split)), byDefinition(leaves.slice(split)));
};

describe('The tree over the log', () => {
  it.each(roots.map((root, size) => [size, root] as const))(
    'of %i known entries has the known root',
    (size, root) => {
      expect(rootOf(entries.slice(0, size).map((entry) => leafHash(sha256, entry)))).toBe(root);
    },
  );

  it('hashes leaves and nodes apart: a node’s two hashes are no entry with the same hash', () => {
    const [left, right] = [sha256(Uint8Array.of(1)), sha256(Uint8Array.of(2))];
    expect(hex(nodeHash(sha256, left, right))).not.toBe(hex(leafHash(sha256, Buffer.concat([left, right]))));
  });

  it('has at every size up to 300 the root that the definition gives, with one subtree per bit of the size', () => {
    const leaves: Uint8Array[] = [];
    let frontier = emptyFrontier;
    for (let size = 1; size <= 300; size += 1) {
      const leaf = leafHash(sha256, Buffer.from(`entry ${size}`));
      leaves.push(leaf);
      frontier = append(sha256, frontier, leaf);
      expect(hex(rootHash(sha256, frontier))).toBe(hex(byDefinition(leaves)));
      expect(frontier.subtrees).toHaveLength(size.toString(2).replaceAll('0', '').length);
    }
  });

  it('leaves the frontier that it appends to as it was', () => {
    const one = append(sha256, emptyFrontier, leafHash(sha256, Buffer.from('one')));
    const before = structuredClone(one);
    append(sha256, one, leafHash(sha256, Buffer.from('two')));
    expect(one).toEqual(before);
    expect(emptyFrontier).toEqual({ size: 0, subtrees: [] });
  });

  it('refuses a frontier with fewer hashes than its size says', () => {
    const leaf = leafHash(sha256, Buffer.from('one'));
    expect(() => append(sha256, { size: 3, subtrees: [leaf] }, leaf)).toThrow('fewer hashes');
  });
});
