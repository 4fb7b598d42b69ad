import { joined } from './bytes.ts';
import type { Sha256 } from './merkle.ts';
import { isNamed, type Note, type Signer, signatureLine, type Verify } from './note.ts';
import { algorithms, keyId, type VerifierKey } from './verifier-key.ts';

/** What a witness signs (c2sp.org/tlog-cosignature, “Ed25519 signed message”). */
const messageOf = (time: number, checkpointText: string): Uint8Array =>
  new TextEncoder().encode(`cosignature/v1\ntime ${time}\n${checkpointText}`);

export interface Witness extends Signer {
  name: string;
  /** Seconds since 1970, a whole number: when the witness had seen that the log only grew. */
  time: number;
}

/**
 * The signature line, with its LF, by which a witness says: at this time this was the largest tree of the log I had
 * seen, and it was consistent with all before. To be put below the lines of the checkpoint with this text. Only for
 * whoever has checked that: a key that cosigns must not do so under two names. Throws if the time is none.
 */
export const cosign = (
  sha256: Sha256,
  { name, publicKey, sign, time }: Witness,
  checkpointText: string,
): string => {
  if (!Number.isSafeInteger(time) || time < 0) throw new RangeError(`${time} are no seconds since 1970`);
  const id = keyId(sha256, name, algorithms.cosignature, publicKey);
  const stamp = new Uint8Array(8);
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
  return signatureLine({ name, id, signature: joined(stamp, sign(messageOf(time, checkpointText))) });
};

/**
 * When this witness cosigned the checkpoint, in seconds since 1970, by the first of its lines that is valid; null if
 * none is. The key has to be one for cosignatures (0x04). A time in the future is not refused: core has no clock.
 */
export const verifyCosignature = (
  verify: Verify,
  key: VerifierKey,
  { text, signatures }: Note,
): number | null => {
  if (key.algorithm !== algorithms.cosignature) return null;
  for (const line of signatures) {
    // timestamped_signature: 8 bytes of time, big-endian, then 64 of Ed25519.
    if (!isNamed(key, line) || line.signature.length !== 72) continue;
    const { buffer, byteOffset } = line.signature;
    const time = Number(new DataView(buffer, byteOffset).getBigUint64(0));
    const signature = line.signature.subarray(8);
    if (Number.isSafeInteger(time) && verify(key.publicKey, messageOf(time, text), signature)) return time;
  }
  return null;
};
