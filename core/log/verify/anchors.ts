import { ok, type Result, refuse } from '../../result.ts';
import { sameBytes } from '../bytes.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../checkpoint.ts';
import { verifyCosignature } from '../cosignature.ts';
import type { Verify } from '../note.ts';
import type { VerifierKey } from '../verifier-key.ts';
import { type Bad, bad, badEntry } from './answer.ts';
import { readCheckpoint } from './check-checkpoints.ts';
import type { Keys } from './check-keys.ts';

/** A checkpoint that came by another road; of size 0 where it has not the form of one. */
interface Anchor {
  size: number;
  note: string;
}

/** Anchors in the order in which they are taken: by ascending size. What is none comes first: it stops everything. */
export const sortAnchors = (notes: readonly string[]): Anchor[] =>
  notes
    .map((note) => ({ note, size: parseCheckpoint(note)?.size ?? 0 }))
    .sort((one, other) => one.size - other.size);

interface Known {
  size: number;
  /** The root over the first so many leaves, where it is known. */
  rootAt: (size: number) => Uint8Array | undefined;
}

/** Step 7: the largest size of an anchor that holds, 0 for none, and the sizes of those that count for nothing. */
export const checkAnchors = (
  verify: Verify,
  keys: Keys,
  anchors: readonly Anchor[],
  { size, rootAt }: Known,
): Result<{ held: number; unused: number[] }, Bad> => {
  let held = 0;
  const unused: number[] = [];
  for (const { note } of anchors) {
    const anchor = readCheckpoint(verify, keys, note);
    if (anchor === null) return refuse(bad('anchor', 'anchor-unsigned'));
    if (anchor.size > size) return refuse(badEntry(size + 1, 'shorter-than-anchor'));
    const root = rootAt(anchor.size);
    if (root === undefined) unused.push(anchor.size);
    else if (sameBytes(root, anchor.root)) held = anchor.size;
    else return refuse(badEntry(held + 1, 'rewritten-since-anchor'));
  }
  return ok({ held, unused });
};

/** The largest size of a checkpoint that one of these witnesses cosigned, 0 for none. */
export const largestWitnessed = (
  verify: Verify,
  witnesses: readonly VerifierKey[],
  checkpoints: readonly SignedCheckpoint[],
): number =>
  checkpoints.findLast((checkpoint) =>
    witnesses.some((witness) => verifyCosignature(verify, witness, checkpoint) !== null),
  )?.size ?? 0;
