import { joined } from '../bytes.ts';

const lineFeed = 0x0a;

/** The lines of a text that comes in pieces, each without its LF; what follows the last LF is a line too. */
export function* linesOf(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let begun: Uint8Array[] = [];
  for (const piece of pieces) {
    let at = 0;
    for (let end = piece.indexOf(lineFeed); end !== -1; end = piece.indexOf(lineFeed, at)) {
      const rest = piece.subarray(at, end);
      yield joined(...begun, rest);
      begun = [];
      at = end + 1;
    }
    // Copied, which `slice` of a Buffer does not: a source may put the next piece into the same memory.
    if (at < piece.length) begun.push(joined(piece.subarray(at)));
  }
  if (begun.length > 0) yield joined(...begun);
}

/** Whether a text that comes in pieces is well-formed UTF-8, and ends with LF unless there is none of it. */
export const isText = (pieces: Iterable<Uint8Array>): boolean => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let last: number | undefined = lineFeed;
  try {
    for (const piece of pieces) {
      decoder.decode(piece, { stream: true });
      last = piece.at(-1);
    }
    decoder.decode();
  } catch {
    return false;
  }
  return last === lineFeed;
};
