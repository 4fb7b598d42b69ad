import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isCheckpointBy, parseCheckpoint, type SignedCheckpoint } from '../../core/log/checkpoint.ts';
import { isKeyName, parseVerifierKey, verifierKey } from '../../core/log/verifier-key.ts';
import { sha256, verify } from '../log/signer.ts';
import { checkpointFile } from './folder.ts';

/** Keeps a checkpoint beside the database, under its name whole or not at all. Throws what the file system says. */
export const keepCheckpoint = (folder: string, note: string): void => {
  const file = checkpointFile(folder);
  const partial = `${file}.${process.pid}.partial`;
  try {
    writeFileSync(partial, note, { mode: 0o600, flush: true });
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
};

/**
 * The checkpoint in a file, if it is one that the holder of this key signed for any of its logs. Null for a file that is
 * not there, cannot be read, was written in half or by somebody else: that is no reason not to start.
 */
export const readCheckpoint = (file: string, publicKey: Uint8Array): SignedCheckpoint | null =>
  checkpointBy(publicKey, textOf(file) ?? '');

/** The checkpoint that the note is, if the holder of this key signed it for any of its logs. */
export const checkpointBy = (publicKey: Uint8Array, note: string): SignedCheckpoint | null => {
  const checkpoint = parseCheckpoint(note);
  if (checkpoint === null || !isKeyName(checkpoint.origin)) return null;
  const key = parseVerifierKey(sha256, verifierKey(sha256, checkpoint.origin, publicKey));
  return key !== null && isCheckpointBy(verify, key, checkpoint) ? checkpoint : null;
};

const textOf = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};
