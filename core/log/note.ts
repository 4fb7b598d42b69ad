import { fromBase64, toBase64 } from './base64.ts';
import { joined, sameBytes } from './bytes.ts';
import type { Sha256 } from './merkle.ts';
import { algorithms, isKeyName, keyId, type VerifierKey } from './verifier-key.ts';

/** Ed25519 (RFC 8032) is given in, like SHA-256: any bytes in, 64 bytes out. */
type Sign = (message: Uint8Array) => Uint8Array;

/** Given in: whether the 64 bytes are by the 32 of this key. False, never thrown, for a key that is no point. */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** A key that can sign, and its public 32 bytes. */
export interface Signer {
  publicKey: Uint8Array;
  sign: Sign;
}

/** One line below the text of a note: whose it says it is, and what that key made. */
export interface NoteSignature {
  name: string;
  id: Uint8Array;
  /** What follows the 4 bytes of the key id; its form depends on the algorithm. */
  signature: Uint8Array;
}

/** A signed note (c2sp.org/signed-note): its text with the last LF, and at least one signature. */
export interface Note {
  text: string;
  signatures: NoteSignature[];
}

/** Bounds the work that one note can ask for; C2SP wants at least 16. */
const mostSignatures = 100;

/** No control characters but LF, and nothing that UTF-8 cannot write. */
const isNoteText = (text: string): boolean =>
  text.endsWith('\n') && text.isWellFormed() && /^[\n\u0020-\u{10ffff}]*$/u.test(text);

/** `— NAME BASE64` with its LF. */
export const signatureLine = ({ name, id, signature }: NoteSignature): string =>
  `— ${name} ${toBase64(joined(id, signature))}\n`;

/** The note with one signature, as text. Throws if the text does not end with LF or has other control characters. */
export const signNote = (sha256: Sha256, name: string, signer: Signer, text: string): string => {
  if (!isNoteText(text)) throw new RangeError('A text that is no note cannot be signed');
  const id = keyId(sha256, name, algorithms.ed25519, signer.publicKey);
  return `${text}\n${signatureLine({ name, id, signature: signer.sign(new TextEncoder().encode(text)) })}`;
};

/**
 * The note that this text is, or null: text that ends with LF, an empty line (the last there is), then signature lines
 * and nothing else. Nothing is verified: whatever it says is to be ignored until `isSignedBy` is true.
 */
export const parseNote = (note: string): Note | null => {
  const end = note.lastIndexOf('\n\n');
  if (end === -1 || !isNoteText(note)) return null;
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map(parseSignatureLine);
  return signatures.length <= mostSignatures && signatures.every((signature) => signature !== null)
    ? { text: note.slice(0, end + 1), signatures }
    : null;
};

const parseSignatureLine = (line: string): NoteSignature | null => {
  const [dash, name, base64, ...rest] = line.split(' ');
  if (dash !== '—' || name === undefined || base64 === undefined || rest.length > 0) return null;
  const bytes = fromBase64(base64);
  if (!isKeyName(name) || bytes === null || bytes.length <= 4) return null;
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
};

/** Whether a signature line names this key. Anybody can write such a line: the signature is to be verified. */
export const isNamed = (key: VerifierKey, { name, id }: NoteSignature): boolean =>
  name === key.name && sameBytes(id, key.id);

/** Whether the first signature line of the note is by this key, which has to be one of Ed25519 (0x01). */
export const isSignedBy = (verify: Verify, key: VerifierKey, { text, signatures }: Note): boolean => {
  const [first] = signatures;
  if (first === undefined || key.algorithm !== algorithms.ed25519 || !isNamed(key, first)) return false;
  return (
    first.signature.length === 64 && verify(key.publicKey, new TextEncoder().encode(text), first.signature)
  );
};
