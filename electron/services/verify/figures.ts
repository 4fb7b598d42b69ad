import { pieceBytes, piecesById } from '../../../core/figures/piece.ts';
import { sameBytes } from '../../../core/log/bytes.ts';
import { Problem } from '../../problem.ts';
import { allFigures, countKept, isDue } from '../../store/figures.ts';
import type { Reader } from '../../store/open.ts';
import { pieceOf } from '../../store/pieces.ts';
import { wordsIn } from '../figures/tallied.ts';

/** Whether the figures that are kept of days are the ones that follow from the tables, but for what is still due. */
export const figuresFollow = (db: Reader): boolean => {
  const words = wordsIn(db);
  let kept = 0;
  try {
    for (const { day, part, ...stored } of allFigures.iterate(db, {}))
      for (const [id, bytes] of piecesById(stored)) {
        if (isDue.get(db, { day, part, id }) !== undefined) continue;
        const piece = pieceOf(db, { day, part, id });
        if (piece === null || !sameBytes(bytes, pieceBytes(piece, words.numberOf))) return false;
        kept += 1;
      }
  } catch (problem) {
    // Bytes that are no pieces, and a session that cannot be counted and is not due either.
    if (problem instanceof RangeError || problem instanceof Problem) return false;
    throw problem;
  }
  return kept === countKept.get(db, {})?.count;
};
