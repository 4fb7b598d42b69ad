import { dayWith, pieceBytes } from '../../../core/figures/piece.ts';
import { type DayOfPieces, Tally } from '../../../core/figures/tally.ts';
import type { Days } from '../../../core/figures/view.ts';
import { Words } from '../../../core/figures/words.ts';
import { dueBetween, figuresBetween, figuresOf, figureWords } from '../../store/figures.ts';
import type { Reader } from '../../store/open.ts';
import { pieceOf } from '../../store/pieces.ts';

type Asked = Omit<ConstructorParameters<typeof Tally>[0], 'words'>;

/**
 * The figures of these days, as they are kept. What was not counted yet is counted here, which takes its time where that
 * is much. Throws a Problem where something cannot be counted.
 */
export const tallied = (db: Reader, days: Days, asked: Asked): Tally => {
  const words = wordsIn(db);
  const due = dueOf(db, days, words);
  const tally = new Tally({ ...asked, words });
  for (const row of figuresBetween.iterate(db, { ...days })) if (!due.has(keyOf(row))) tally.add(row);
  for (const day of due.values()) tally.add(day);
  return tally;
};

export const wordsIn = (db: Reader): Words => new Words(figureWords.iterate(db, {}));

const keyOf = ({ day, part }: { day: string; part: string }): string => `${day} ${part}`;

/** The days of these on which something is due, as they are with that. */
const dueOf = (db: Reader, days: Days, words: Words): Map<string, DayOfPieces> => {
  const found = new Map<string, DayOfPieces & { changed: Map<string, Uint8Array | null> }>();
  for (const { day, part, id } of dueBetween.all(db, { ...days })) {
    const of = found.get(keyOf({ day, part })) ?? { day, part, pieces: nothing, changed: new Map() };
    const piece = pieceOf(db, { day, part, id });
    of.changed.set(id, piece === null ? null : pieceBytes(piece, words.numberOf));
    found.set(keyOf({ day, part }), of);
  }
  for (const of of found.values()) {
    const { day, part, changed } = of;
    of.pieces = dayWith(figuresOf.get(db, { day, part }) ?? null, changed)?.pieces ?? nothing;
  }
  return found;
};

const nothing = new Uint8Array();
