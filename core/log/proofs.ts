import { sameBytes } from './bytes.ts';
import { nodeHash, type Sha256 } from './merkle.ts';

/**
 * Reads the hash of a perfect subtree: the one over leaves [place · 2^level, (place + 1) · 2^level), counted from 0.
 * It is asked only for subtrees that are complete at the size in question.
 */
export type NodeAt = (level: number, place: number) => Uint8Array;

/** The largest perfect tree of at most `size` leaves. By doubling, not by bits: a size may be up to 2^53 - 1. */
const largestPerfect = (size: number): { level: number; width: number } => {
  let [level, width] = [0, 1];
  for (; width * 2 <= size; width *= 2) level += 1;
  return { level, width };
};

/** Where RFC 9162 splits a tree of two or more leaves: at the largest power of two that is smaller than its size. */
const splitOf = (size: number): number => largestPerfect(size - 1).width;

/** The hash over leaves [begin, begin + size). `begin` is a multiple of the largest power of two up to `size`. */
const hashOver = (sha256: Sha256, nodeAt: NodeAt, begin: number, size: number): Uint8Array => {
  const { level, width } = largestPerfect(size);
  const left = nodeAt(level, begin / width);
  if (width === size) return left;
  return nodeHash(sha256, left, hashOver(sha256, nodeAt, begin + width, size - width));
};

/** Sizes and places may come from a file: whatever is none of them is refused. */
const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;

/** The root over the first `size` leaves, RFC 9162 section 2.1.1. O(log size) reads. Throws if it is no size. */
export const rootAt = (sha256: Sha256, nodeAt: NodeAt, size: number): Uint8Array => {
  if (!isSize(size)) throw new RangeError(`No tree has ${size} leaves`);
  return size === 0 ? sha256(new Uint8Array()) : hashOver(sha256, nodeAt, 0, size);
};

/**
 * The proof that leaf `leaf`, counted from 0, is in the tree over the first `size`: PATH of RFC 9162 section 2.1.3.1,
 * the hash nearest to the leaf first. O(log size) reads. Throws unless 0 ≤ leaf < size.
 */
export const inclusionProof = (sha256: Sha256, nodeAt: NodeAt, leaf: number, size: number): Uint8Array[] => {
  if (!isSize(leaf) || !isSize(size) || leaf >= size) {
    throw new RangeError(`Leaf ${leaf} is not in a tree of ${size} leaves`);
  }
  const hash = (begin: number, count: number) => hashOver(sha256, nodeAt, begin, count);
  const path = (begin: number, count: number): Uint8Array[] => {
    if (count === 1) return [];
    const split = splitOf(count);
    const right = begin + split;
    return leaf < right
      ? [...path(begin, split), hash(right, count - split)]
      : [...path(right, count - split), hash(begin, split)];
  };
  return path(0, size);
};

/**
 * The proof that the first `first` leaves of the tree over the first `second` are the whole earlier tree: PROOF of RFC 9162
 * section 2.1.4.1. Nothing needs to be shown, and the proof is empty, if `first` is 0 or is `second`. O(log second)
 * reads. Throws unless 0 ≤ first ≤ second.
 */
export const consistencyProof = (
  sha256: Sha256,
  nodeAt: NodeAt,
  first: number,
  second: number,
): Uint8Array[] => {
  if (!isSize(first) || !isSize(second) || first > second) {
    throw new RangeError(`A tree of ${first} leaves does not come before one of ${second}`);
  }
  if (first === 0) return [];
  const hash = (begin: number, count: number) => hashOver(sha256, nodeAt, begin, count);
  const subproof = (begin: number, count: number): Uint8Array[] => {
    // The earlier tree ends here. Where it also began here (SUBPROOF's b), the verifier has its root already.
    if (first === begin + count) return begin === 0 ? [] : [hash(begin, count)];
    const split = splitOf(count);
    const right = begin + split;
    return first <= right
      ? [...subproof(begin, split), hash(right, count - split)]
      : [...subproof(right, count - split), hash(begin, split)];
  };
  return subproof(0, second);
};

const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every(({ length }) => length === 32);

const isOdd = (number: number): boolean => number % 2 === 1;

/** One bit to the right, without the 32-bit operators: a size may be up to 2^53 - 1. */
const half = (number: number): number => Math.floor(number / 2);

interface Inclusion {
  leaf: Uint8Array;
  /** Of the leaf, from 0: entry k is leaf k - 1. */
  index: number;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

/** Whether the proof leads from the leaf, at that index, to the root over `size` leaves: RFC 9162 section 2.1.3.2. */
export const verifyInclusion = (sha256: Sha256, { leaf, index, size, root, proof }: Inclusion): boolean => {
  if (!isSize(index) || !isSize(size) || !areHashes([leaf, ...proof]) || index >= size) return false;
  // fn, sn and r of the RFC: the place of the node at this level, that of the last node, and its hash.
  let [place, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      hash = nodeHash(sha256, sibling, hash);
      // The last node without a neighbour rises unchanged to the level where it has one, on its left.
      for (; !isOdd(place) && place !== 0; place = half(place)) last = half(last);
    } else {
      hash = nodeHash(sha256, hash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
};

interface Consistency {
  first: number;
  firstRoot: Uint8Array;
  second: number;
  secondRoot: Uint8Array;
  proof: readonly Uint8Array[];
}

/**
 * Whether the tree of size `second` begins with that of size `first`: RFC 9162 section 2.1.4.2. The RFC leaves out two
 * cases. Every tree begins with the empty one: for `first` 0 the proof is empty and `firstRoot` the hash of nothing.
 * A tree begins with itself: for equal sizes the proof is empty and the roots are the same.
 */
export const verifyConsistency = (sha256: Sha256, consistency: Consistency): boolean => {
  const { first, firstRoot, second, secondRoot, proof } = consistency;
  if (!isSize(first) || !isSize(second) || !areHashes([firstRoot, secondRoot, ...proof]) || first > second)
    return false;
  if (first === 0 && !sameBytes(firstRoot, sha256(new Uint8Array()))) return false;
  if (first === second) return proof.length === 0 && sameBytes(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0;

  // fn and sn of the RFC: the places of the last nodes of both trees, at the level where the proof begins.
  let [place, last] = [first - 1, second - 1];
  for (; isOdd(place); place = half(place)) last = half(last);
  // The first tree is one perfect subtree exactly when its size is a power of two: then its root begins the path.
  const [start, ...rest] = place === 0 ? [firstRoot, ...proof] : proof;
  if (proof.length === 0 || start === undefined) return false;
  let [firstHash, secondHash] = [start, start];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      firstHash = nodeHash(sha256, sibling, firstHash);
      secondHash = nodeHash(sha256, sibling, secondHash);
      for (; !isOdd(place) && place !== 0; place = half(place)) last = half(last);
    } else {
      secondHash = nodeHash(sha256, secondHash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameBytes(firstHash, firstRoot) && sameBytes(secondHash, secondRoot);
};
