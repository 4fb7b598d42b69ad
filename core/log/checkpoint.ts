import { uuid } from '../session/ids.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { Sha256 } from './merkle.ts';
import { isSignedBy, type Note, parseNote, type Signer, signNote, type Verify } from './note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** What a checkpoint states: the root over the first `size` entries of the log that entry `size` belongs to. */
export interface Checkpoint {
  origin: string;
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
}

/** A checkpoint (c2sp.org/tlog-checkpoint) as it was read: what it states, its text and its signatures. */
export interface SignedCheckpoint extends Checkpoint, Note {}

/** The name of a log in checkpoints and keys. */
export const originOf = (logId: string): string => `bedside-hello/${logId}`;

/** The UUID of the log that an origin names; null if it is not one of this program's. */
export const logIdOf = (origin: string): string | null => {
  const id = origin.slice(origin.indexOf('/') + 1);
  return uuid.safeParse(id).success && originOf(id) === origin ? id : null;
};

/** A whole number in decimal digits, without leading zeros and no larger than can be counted to; else null. */
export const parseSize = (text: string): number | null => {
  const size = Number(text);
  return /^(?:0|[1-9][0-9]*)$/.test(text) && Number.isSafeInteger(size) ? size : null;
};

/** The text that is signed: three lines. Throws unless the origin is a line, the size ≥ 1 and the root 32 bytes. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => {
  if (!/^[^\n]+$/.test(origin)) throw new RangeError('The origin of a checkpoint is one line');
  if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`No checkpoint has size ${size}`);
  if (root.length !== 32) throw new RangeError('The root in a checkpoint has 32 bytes');
  return `${origin}\n${size}\n${toBase64(root)}\n`;
};

/** The checkpoint as a signed note; the key signs under the name of the origin. */
export const signCheckpoint = (sha256: Sha256, signer: Signer, checkpoint: Checkpoint): string =>
  signNote(sha256, checkpoint.origin, signer, checkpointText(checkpoint));

/** The checkpoint that the note is, or null. Extension lines, which C2SP allows and advises against, are refused. */
export const parseCheckpoint = (note: string): SignedCheckpoint | null => {
  const parsed = parseNote(note);
  if (parsed === null) return null;
  const [origin = '', digits = '', base64 = '', ...rest] = parsed.text.split('\n');
  const [size, root] = [parseSize(digits), fromBase64(base64)];
  if (origin === '' || size === null || size < 1 || root?.length !== 32) return null;
  // What is left after the third LF: nothing.
  return rest.length === 1 && rest[0] === '' ? { origin, size, root, ...parsed } : null;
};

/** Whether the checkpoint is of the log that the key is named after, and its first signature line by that key. */
export const isCheckpointBy = (verify: Verify, key: VerifierKey, checkpoint: SignedCheckpoint): boolean =>
  key.name === checkpoint.origin && isSignedBy(verify, key, checkpoint);

/** Checkpoints one after the other, as in `checkpoints.txt`: an empty line after each but the last. */
export const joinNotes = (notes: readonly string[]): string => notes.join('\n');

/**
 * The notes that `joinNotes` put together, in their order, or null if it cannot have been it. The text of each has to
 * be without an empty line, as that of a checkpoint is. None is parsed.
 */
export const splitNotes = (text: string): string[] | null => {
  if (text === '') return [];
  // Text and signatures take turns.
  const blocks = text.endsWith('\n') ? text.slice(0, -1).split('\n\n') : [];
  if (blocks.length === 0 || blocks.length % 2 === 1) return null;
  return blocks.flatMap((block, at) => (at % 2 === 0 ? [`${block}\n\n${blocks[at + 1]}\n`] : []));
};
