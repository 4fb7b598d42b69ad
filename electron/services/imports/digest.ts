import { createHash } from 'node:crypto';

/** Of one file its SHA-256; of several that of their own, in hex, one on each line. */
export const digestOf = (files: readonly { bytes: Uint8Array }[]): string => {
  const digests = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  const [only = ''] = digests;
  if (digests.length === 1) return only;
  return createHash('sha256')
    .update(digests.map((digest) => `${digest}\n`).join(''))
    .digest('hex');
};
