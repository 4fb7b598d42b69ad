import { cosign } from '../../../core/log/cosignature.ts';
import { parseNote } from '../../../core/log/note.ts';
import { algorithms, verifierKey } from '../../../core/log/verifier-key.ts';
import { sha256 } from '../../../electron/log/signer.ts';
import { testOnlySigner } from './ids.ts';

const witnessName = (name: string): string => `bedside-hello/witness/${name}`;

/** The verifier key of a witness, as a line. */
export const witnessKey = (name: string): string =>
  verifierKey(sha256, witnessName(name), testOnlySigner(name).publicKey, algorithms.cosignature);

/** The checkpoint with one line more: that this witness saw it, at this time in seconds since 1970. */
export const witnessed = (note: string, name: string, time: number): string => {
  const { text } = parseNote(note) ?? { text: '' };
  return note + cosign(sha256, { name: witnessName(name), time, ...testOnlySigner(name) }, text);
};
