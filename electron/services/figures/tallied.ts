import { dayWith, pieceBytes } from '../../../core/figures/piece.ts';
import { type DayOfPieces, Tally } from '../../../core/figures/tally.ts';
import type { Days } from '../../../core/figures/view.ts';
import { Words } from '../../../core/figures/words.ts';
import { dueBetween, figuresBetween, figureWords } from '../../store/figures.ts';
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
  for (const row of figuresBetween.iterate(db, { ...days })) tally.add(row, due.ids.get(keyOf(row)));
  for (const row of due.counted) tally.add(row);
  return tally;
};

export const wordsIn = (db: Reader): Words => new Words(figureWords.iterate(db, {}));

const keyOf = ({ day, part }: Pick<DayOfPieces, 'day' | 'part'>): string => `${day} ${part}`;

/** What is due of these days: by whose ids their kept pieces no longer hold, and the ones that do. */
const dueOf = (db: Reader, days: Days, words: Words) => {
  const ids = new Map<string, Set<string>>();
  const counted: DayOfPieces[] = [];
  for (const one of dueBetween.all(db, { ...days })) {
    const { day, part, id } = one;
    ids.set(keyOf(one), (ids.get(keyOf(one)) ?? new Set()).add(id));
    const piece = pieceOf(db, one);
    const bytes = piece === null ? null : dayWith(null, new Map([[id, pieceBytes(piece, words.numberOf)]]));
    if (bytes !== null) counted.push({ day, part, bytes });
  }
  return { ids, counted };
};
