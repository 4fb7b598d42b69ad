import * as z from 'zod';
import { fromBase64 } from '../base64.ts';
import { readCanonical, readText } from '../bundle/read-json.ts';

/** A line of proofs.ndjson or consistency.ndjson: what it is for, and the hashes, 32 bytes each. */
interface Proof {
  /** The number of an entry, or the size of a checkpoint. */
  number: number;
  hashes: Uint8Array[];
}

const number = z.int().min(1);
const proof = z.array(z.string());
const forms = {
  seq: z.strictObject({ proof, seq: number }).transform(({ seq, proof }) => ({ number: seq, proof })),
  size: z.strictObject({ proof, size: number }).transform(({ size, proof }) => ({ number: size, proof })),
};

/** The proof that a line is, for the member that says what it is for; null if it is not in the form. */
export const readProof = (line: Uint8Array, member: keyof typeof forms): Proof | null => {
  const text = readText(line);
  const parsed = forms[member].safeParse(text === null ? null : readCanonical(text));
  if (!parsed.success) return null;
  const hashes = parsed.data.proof.map(fromBase64);
  return hashes.every((hash) => hash?.length === 32)
    ? { number: parsed.data.number, hashes: hashes.filter((hash) => hash !== null) }
    : null;
};
