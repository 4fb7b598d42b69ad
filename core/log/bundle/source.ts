/** Bytes that can be read from any place: a file that is open, or an array. */
export interface Source {
  /** In bytes. */
  size: number;
  /** At most `length` bytes from `at` on; fewer only at the end. */
  read(at: number, length: number): Uint8Array;
}

/** A piece of a source: from `at` on, `size` bytes. */
export interface Extent {
  at: number;
  size: number;
}

/** Long files are read in pieces of this many bytes. */
const pieceSize = 64 * 1024;

/** The bytes of an extent, piece by piece. A source that has become shorter gives what there is. */
export function* piecesOf(source: Source, { at, size }: Extent): Generator<Uint8Array> {
  for (let done = 0; done < size; ) {
    const piece = source.read(at + done, Math.min(pieceSize, size - done));
    if (piece.length === 0) return;
    done += piece.length;
    yield piece;
  }
}
