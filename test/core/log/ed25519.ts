import { createPrivateKey, createPublicKey, verify as isBy, sign } from 'node:crypto';
import type { Signer, Verify } from '../../../core/log/note.ts';

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key made of 32 bytes of seed (RFC 8032). */
export const signerFrom = (seed: Uint8Array): Signer => {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    publicKey: Uint8Array.from(Buffer.from(x, 'base64url')),
    sign: (message) => Uint8Array.from(sign(null, message, key)),
  };
};

/** The key of an invented device. */
export const signer = (number: number): Signer => signerFrom(new Uint8Array(32).fill(number));

export const verify: Verify = (publicKey, message, signature) => {
  const x = Buffer.from(publicKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return isBy(null, message, key, signature);
};

/** The text with one character changed to another of the same kind, at every place in turn. */
export const misprints = (text: string): string[] =>
  Array.from(text, (character, at) => {
    const other = character === 'A' ? 'B' : 'A';
    return text.slice(0, at) + other + text.slice(at + character.length);
  });
