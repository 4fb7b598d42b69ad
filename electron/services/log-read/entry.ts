import { toHex } from '../../../core/log/base64.ts';
import { parseCheckpoint } from '../../../core/log/checkpoint.ts';
import { leafHash } from '../../../core/log/merkle.ts';
import { inclusionProof, verifyInclusion } from '../../../core/log/proofs.ts';
import type { EntryProof } from '../../../core/log/reading.ts';
import { sha256 } from '../../log/signer.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import { hashAt } from '../../store/hashes.ts';
import { entryAt, firstSignedWith } from '../../store/log-read.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { readAs } from './named.ts';
import { tellRead } from './told.ts';

/**
 * One entry, with the proof that it is in the record that the newest checkpoint signs: O(log n) hashes. Null where there
 * is none by this number, or it was deleted at the end of retention. That it is read is told in the log first; throws as
 * `record` does, and MissingHash where somebody took a hash away.
 */
export const entryWithProof = (device: Device, reader: SignedIn, seq: number): EntryProof | null => {
  const row = entryAt.get(device.db, { seq });
  if (row === undefined) return null;
  tellRead(device, reader, row.session_id === null ? {} : { session: row.session_id }, {
    from: seq,
    to: seq,
  });
  const { entries, people, participants, places } = readAs(device, reader, [row]);
  const [entry] = entries;
  if (entry === undefined) throw new Error('An entry was read and is not there');
  const leaf = leafHash(sha256, row.bytes);
  return {
    ...{ seq, event: row.event_id, part: row.part, entry, people, participants, places },
    bytes: new TextDecoder().decode(row.bytes),
    leaf: toHex(leaf),
    firstSigned: firstSignedWith.get(device.db, { seq }) ?? null,
    proof: proofOf(device, leaf, seq),
  };
};

const proofOf = ({ db }: Device, leaf: Uint8Array, seq: number): EntryProof['proof'] => {
  const last = lastCheckpoint.get(db, {});
  const signed = last === undefined ? null : parseCheckpoint(last.note);
  if (last === undefined || signed === null || signed.size < seq) return null;
  const nodeAt = (level: number, place: number) => hashAt(db, level, place);
  const { size, root } = signed;
  const proof = inclusionProof(sha256, nodeAt, seq - 1, size);
  return {
    ...{ size, at: last.at, note: last.note, root: toHex(root), hashes: proof.map(toHex) },
    // The hashes above are those that are kept: whether they lead to what was signed shows whether they are the same.
    holds: verifyInclusion(sha256, { leaf, index: seq - 1, size, root, proof }),
  };
};
