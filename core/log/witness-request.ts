import { fromBase64, toBase64 } from './base64.ts';
import { parseCheckpoint, parseSize, type SignedCheckpoint } from './checkpoint.ts';

/** What a witness is asked to cosign: the body of `add-checkpoint` in c2sp.org/tlog-witness. */
export interface WitnessRequest {
  /** The size that the witness signed before, 0 for none. */
  old: number;
  /** The consistency proof from there, RFC 9162 section 2.1.4. */
  proof: readonly Uint8Array[];
  /** The checkpoint, a signed note. */
  note: string;
}

/** The request as text: `old SIZE`, the proof in base64, a hash a line, an empty line, the note. */
export const witnessRequest = ({ old, proof, note }: WitnessRequest): string =>
  `old ${old}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${note}`;

const isHash = (bytes: Uint8Array | null): bytes is Uint8Array => bytes?.length === 32;

/**
 * The request that the text is, with its checkpoint, or null: also for more than 63 hashes, and for an old size that is
 * larger than the checkpoint's. Neither the proof nor any signature is verified.
 */
export const parseWitnessRequest = (
  text: string,
): (WitnessRequest & { checkpoint: SignedCheckpoint }) | null => {
  const end = text.indexOf('\n\n');
  if (end === -1) return null;
  const note = text.slice(end + 2);
  const [first = '', ...lines] = text.slice(0, end).split('\n');
  const old = first.startsWith('old ') ? parseSize(first.slice(4)) : null;
  const checkpoint = parseCheckpoint(note);
  if (old === null || checkpoint === null || old > checkpoint.size || lines.length > 63) return null;
  const proof = lines.map(fromBase64);
  return proof.every(isHash) ? { old, proof, note, checkpoint } : null;
};
