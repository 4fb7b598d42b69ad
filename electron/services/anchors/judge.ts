import { sameBytes } from '../../../core/log/bytes.ts';
import type { SignedCheckpoint } from '../../../core/log/checkpoint.ts';
import { verifyConsistency } from '../../../core/log/proofs.ts';
import type { WitnessRequest } from '../../../core/log/witness-request.ts';
import { sha256 } from '../../log/signer.ts';

/** How far a witness has seen a log, and the root over that. */
interface Seen {
  size: number;
  root: Uint8Array;
}

/**
 * `rewritten`: as long as what was signed before, with another root. `older`: shorter. `elsewhere`: the proof does not
 * begin where this witness stands. `inconsistent`: it begins there and leads elsewhere.
 */
export type Refusal = 'rewritten' | 'older' | 'elsewhere' | 'inconsistent';

const rootOfNothing = sha256(new Uint8Array());

/**
 * Whether a witness may sign a checkpoint, given what it signed before; the signature of the log must have been
 * verified. After the rules for `add-checkpoint` in c2sp.org/tlog-witness, but for one: what was signed before is signed
 * again whatever size the proof begins with, for an answer that was lost is asked for again with the same request.
 */
export const refusalOf = (
  seen: Seen | null,
  { old, proof, checkpoint }: WitnessRequest & { checkpoint: SignedCheckpoint },
): Refusal | null => {
  const { size, root } = seen ?? { size: 0, root: rootOfNothing };
  if (checkpoint.size < size) return 'older';
  if (checkpoint.size === size) return sameBytes(checkpoint.root, root) ? null : 'rewritten';
  if (old !== size) return 'elsewhere';
  const step = { first: size, firstRoot: root, second: checkpoint.size, secondRoot: checkpoint.root, proof };
  return verifyConsistency(sha256, step) ? null : 'inconsistent';
};
