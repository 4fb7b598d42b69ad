/** SHA-256 is given in, so that core needs neither Node nor a browser: bytes in, 32 bytes out. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const joined = (...parts: Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** The hash of one entry, RFC 9162 section 2.1.1: SHA-256(0x00 ‖ entry). */
export const leafHash = (sha256: Sha256, entry: Uint8Array): Uint8Array =>
  sha256(joined(Uint8Array.of(0), entry));

/** The hash above two, RFC 9162 section 2.1.1: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(joined(Uint8Array.of(1), left, right));

/**
 * All that is needed of a log to append to it and to state its root: how many leaves, and the roots of the
 * perfect subtrees they fall into, largest first: one for each bit that is set in `size`.
 */
export interface Frontier {
  size: number;
  subtrees: Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0, subtrees: [] };

/** The frontier after one more leaf; O(log size). */
export const append = (sha256: Sha256, frontier: Frontier, leaf: Uint8Array): Frontier => {
  const subtrees = [...frontier.subtrees];
  let right = leaf;
  for (let rest = frontier.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = subtrees.pop();
    if (left === undefined) throw new Error('The frontier of the log has fewer hashes than its size says');
    right = nodeHash(sha256, left, right);
  }
  return { size: frontier.size + 1, subtrees: [...subtrees, right] };
};

/** The root hash of the whole log (RFC 9162 section 2.1.1; of an empty log the hash of nothing). */
export const rootHash = (sha256: Sha256, { subtrees }: Frontier): Uint8Array => {
  const last = subtrees.at(-1);
  if (last === undefined) return sha256(new Uint8Array());
  return subtrees.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), last);
};
