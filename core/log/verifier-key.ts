import { fromBase64, fromHex, toBase64, toHex } from './base64.ts';
import { joined, sameBytes } from './bytes.ts';
import type { Sha256 } from './merkle.ts';

/** Signature types of c2sp.org/signed-note: a note's own Ed25519, and a witness's cosignature. Both keys are 32 bytes. */
export const algorithms = { ed25519: 0x01, cosignature: 0x04 } as const;
export type Algorithm = (typeof algorithms)[keyof typeof algorithms];

/** A public key and the name it signs under: what has to be known beforehand to check a note. */
export interface VerifierKey {
  name: string;
  /** 4 bytes that follow from the others. Too few to rely on: they say which key to try. */
  id: Uint8Array;
  algorithm: Algorithm;
  /** 32 bytes. */
  publicKey: Uint8Array;
}

/** Not empty, without spaces of any script, control characters, and the plus sign that ends it (c2sp.org/signed-note). */
export const isKeyName = (name: string): boolean =>
  /^[^\p{White_Space}\p{Cc}+]+$/u.test(name) && name.isWellFormed();

/**
 * The first 4 bytes of SHA-256(name ‖ 0x0A ‖ algorithm ‖ public key), after c2sp.org/signed-note.
 * Throws if the name is none or the key has not 32 bytes.
 */
export const keyId = (
  sha256: Sha256,
  name: string,
  algorithm: Algorithm,
  publicKey: Uint8Array,
): Uint8Array => {
  if (!isKeyName(name)) throw new RangeError(`No key can be named ${JSON.stringify(name)}`);
  if (publicKey.length !== 32) throw new RangeError('A public key of Ed25519 has 32 bytes');
  const named = new TextEncoder().encode(`${name}\n`);
  return sha256(joined(named, Uint8Array.of(algorithm), publicKey)).slice(0, 4);
};

/** The key as a line, without LF: `NAME+KEYID+BASE64`, BASE64 being of algorithm ‖ public key. */
export const verifierKey = (
  sha256: Sha256,
  name: string,
  publicKey: Uint8Array,
  algorithm: Algorithm = algorithms.ed25519,
): string => {
  const id = toHex(keyId(sha256, name, algorithm, publicKey));
  return `${name}+${id}+${toBase64(joined(Uint8Array.of(algorithm), publicKey))}`;
};

const isAlgorithm = (byte: number): byte is Algorithm =>
  byte === algorithms.ed25519 || byte === algorithms.cosignature;

/** The key that the line is, or null: for another algorithm, a wrong length, or a key id that does not follow. */
export const parseVerifierKey = (sha256: Sha256, line: string): VerifierKey | null => {
  // The last part may itself have a plus sign: only the first two divide.
  const [name = '', hex = '', ...rest] = line.split('+');
  const [id, bytes] = [fromHex(hex), fromBase64(rest.join('+'))];
  const [algorithm = 0] = bytes ?? [];
  if (id === null || bytes === null || bytes.length !== 33 || !isAlgorithm(algorithm) || !isKeyName(name)) {
    return null;
  }
  const publicKey = bytes.slice(1);
  return sameBytes(id, keyId(sha256, name, algorithm, publicKey)) ? { name, id, algorithm, publicKey } : null;
};

/** Hex in groups of four, so that two people can compare it. */
export const inGroups = (hex: string): string => hex.replaceAll(/.{4}(?=.)/g, '$& ');

/** What people compare: SHA-256 of the 32 public bytes, in hex. */
export const fingerprint = (sha256: Sha256, publicKey: Uint8Array): string => toHex(sha256(publicKey));
