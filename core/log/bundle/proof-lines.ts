import { toBase64 } from '../base64.ts';
import { canonicalJson } from '../canonical-json.ts';

/** A line of proofs.ndjson, with its LF: the inclusion proof of the entry with this number. */
export const inclusionLine = (seq: number, proof: readonly Uint8Array[]): string =>
  `${canonicalJson({ proof: proof.map(toBase64), seq })}\n`;

/** A line of consistency.ndjson, with its LF: the consistency proof of the checkpoint of this size. */
export const consistencyLine = (size: number, proof: readonly Uint8Array[]): string =>
  `${canonicalJson({ proof: proof.map(toBase64), size })}\n`;
