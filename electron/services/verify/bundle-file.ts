import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Answer } from '../../../core/log/verify/answer.ts';
import { type Trust, verifyBundle } from '../../../core/log/verify/bundle.ts';
import { sha256, verify } from '../../log/signer.ts';

const sha256Of = (pieces: Iterable<Uint8Array>): Uint8Array => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};

/** Checks a bundle. Needs the file and nothing else: no database, no data folder. Throws what the file system says. */
export const verifyBundleFile = (file: string, trust: Trust): Answer => {
  const fd = openSync(file, 'r');
  try {
    const read = (at: number, length: number): Uint8Array => {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(fd, bytes, 0, length, at));
    };
    return verifyBundle({ size: fstatSync(fd).size, read }, trust, { sha256, sha256Of, verify });
  } finally {
    closeSync(fd);
  }
};
