import { createHash, createPrivateKey, createPublicKey, sign, verify as verifySignature } from 'node:crypto';
import type { Sha256 } from '../../core/log/merkle.ts';
import type { Signer, Verify } from '../../core/log/note.ts';

export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** What stands before the 32 bytes of an Ed25519 key: public in SubjectPublicKeyInfo, private in PKCS #8 (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The signer that a private key of 32 bytes is (RFC 8032). */
export const signerOf = (seed: Uint8Array): Signer => {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spki.length);
  return { publicKey, sign: (message) => sign(null, message, key) };
};

/** Ed25519 (RFC 8032); false for a key that is none. */
export const verify: Verify = (publicKey, message, signature) => {
  try {
    const key = createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' });
    return verifySignature(null, message, key, signature);
  } catch {
    return false;
  }
};
