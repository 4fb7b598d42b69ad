import { createHash } from 'node:crypto';
import { signerOf } from '../../../electron/log/signer.ts';

/** Everything that a device takes from chance, the same every time. For tests only. */

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A UUID that a word stands for. */
export const uuidOf = (word: string): string => {
  const hex = digest(`uuid ${word}`).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The salt of an entry, as it stands there. */
export const saltOf = (word: string): string => digest(`salt ${word}`).subarray(0, 16).toString('base64url');

/** A key that is published here and therefore proves nothing outside of tests. */
export const testOnlySigner = (name: string) => signerOf(digest(`test only, not a secret: ${name}`));
