import type { Actor } from '../../../core/log/entry.ts';
import { consistencyProof } from '../../../core/log/proofs.ts';
import { witnessRequest } from '../../../core/log/witness-request.ts';
import { sha256 } from '../../log/signer.ts';
import { Problem } from '../../problem.ts';
import { hashAt } from '../../store/hashes.ts';
import { readHead } from '../../store/log.ts';
import type { Device } from '../device.ts';
import { type SharedCheckpoint, shareCheckpoint } from './share.ts';

/**
 * What a witness is asked to countersign, as text: the log as it stands, and the proof that it goes on from the first
 * `since` entries, which the witness signed before (0 for none). Throws a Problem where the record is not as long.
 */
export const askWitness = (
  device: Device,
  since: number,
  actor: Actor,
): Omit<SharedCheckpoint, 'note'> & { request: string } => {
  const recorded = readHead(device.db)?.size ?? 0;
  if (since > recorded)
    throw new Problem(`The record has ${recorded} entries, so that no witness can have signed ${since}.`);
  const { note, ...shared } = shareCheckpoint(device, 'for-witness', actor);
  const nodeAt = (level: number, place: number) => hashAt(device.db, level, place);
  const proof = consistencyProof(sha256, nodeAt, since, shared.size);
  return { request: witnessRequest({ old: since, proof, note }), ...shared };
};
