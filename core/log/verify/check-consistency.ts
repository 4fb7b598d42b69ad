import type { SignedCheckpoint } from '../checkpoint.ts';
import type { Sha256 } from '../merkle.ts';
import { verifyConsistency } from '../proofs.ts';
import { type Bad, bad } from './answer.ts';
import { readProof } from './read-proof.ts';

/** The end of step 5b: whether every checkpoint but the last is proved to be of the same history as the last. */
export const checkConsistency = (
  sha256: Sha256,
  lines: Iterable<Uint8Array>,
  checkpoints: readonly SignedCheckpoint[],
  last: SignedCheckpoint,
): Bad | null => {
  const inconsistent = bad('checkpoint', 'checkpoint-inconsistent');
  let place = 0;
  for (const line of lines) {
    const [checkpoint, proof] = [checkpoints[place], readProof(line, 'size')];
    if (checkpoint === undefined || checkpoint === last || proof?.number !== checkpoint.size)
      return inconsistent;
    const holds = verifyConsistency(sha256, {
      first: checkpoint.size,
      firstRoot: checkpoint.root,
      second: last.size,
      secondRoot: last.root,
      proof: proof.hashes,
    });
    if (!holds) return inconsistent;
    place += 1;
  }
  return place === checkpoints.length - 1 ? null : inconsistent;
};
