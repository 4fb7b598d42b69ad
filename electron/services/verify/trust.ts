import { readFileSync } from 'node:fs';
import { splitNotes } from '../../../core/log/checkpoint.ts';
import { algorithms, parseVerifierKey, type VerifierKey } from '../../../core/log/verifier-key.ts';
import { sha256 } from '../../log/signer.ts';

/** The fingerprint in the form that is compared, also from groups and in capitals; null if it is none. */
export const fingerprintIn = (text: string): string | null => {
  const hex = text.replaceAll(/[\s:-]/gu, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hex) ? hex : null;
};

/** The key of a witness that the line is, or null. */
export const witnessIn = (line: string): VerifierKey | null => {
  const key = parseVerifierKey(sha256, line.trim());
  return key?.algorithm === algorithms.cosignature ? key : null;
};

/**
 * The checkpoints in a file, a note each. Mail, editors and scanners change the ends of lines, what stands before the first
 * and after the last; nothing of that is signed. What is not in the form stays as it is: it is no anchor, and a verifier
 * says so.
 */
export const anchorsIn = (file: string): string[] => {
  const read = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const text = `${read.replace(/^\uFEFF?\n*/u, '').replace(/\n*$/u, '')}\n`;
  const notes = splitNotes(text) ?? [];
  return notes.length === 0 ? [text] : notes;
};
