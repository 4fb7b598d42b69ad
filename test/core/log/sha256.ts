import { hash } from 'node:crypto';
import type { Sha256 } from '../../../core/log/merkle.ts';

/** What core is given on the device. */
export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer');

/** The same, remembering what it was asked: for tests that hash the same nodes very often. */
export const rememberingSha256 = (): Sha256 => {
  const known = new Map<string, Uint8Array>();
  return (bytes) => {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const before = known.get(key);
    if (before !== undefined) return before;
    const digest = sha256(bytes);
    known.set(key, digest);
    return digest;
  };
};
