import type { MemberName } from './members.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

/** A member that is to be written: how many bytes it has has to be known before. */
export interface NewMember {
  name: MemberName;
  size: number;
  pieces: () => Iterable<Uint8Array>;
}

/** The bundle with these members, in their order, piece by piece. Throws where a member has not the size that it said. */
export function* bundlePieces(members: readonly NewMember[]): Generator<Uint8Array> {
  for (const { name, size, pieces } of members) {
    yield tarHeader(name, size);
    let written = 0;
    for (const piece of pieces()) {
      written += piece.length;
      yield piece;
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes, and was to have ${size}`);
    yield tarPadding(size);
  }
  yield tarEnd;
}

/** A member that is held in memory. */
export const textMember = (name: MemberName, text: string): NewMember => {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, pieces: () => [bytes] };
};
