import { countedBy } from '../../core/figures/codes.ts';
import { dayWith, pieceBytes, type StoredDay } from '../../core/figures/piece.ts';
import type { DayPart } from '../../core/figures/tally.ts';
import { troubleOfDisk } from '../problem.ts';
import {
  beginFigures,
  type Due,
  dropFigures,
  dueLate,
  dueNow,
  duePart,
  figuresOf,
  numberOfWord,
  putFigures,
  putOff,
  rulesOfFigures,
  settle,
} from '../store/figures.ts';
import type { Reader, Writer } from '../store/open.ts';
import { pieceOf } from '../store/pieces.ts';

/**
 * Counts again what the transaction so far has changed of the figures of days, so that they are committed together with
 * what they are of. The database itself notes what is due (migration 008).
 */
export const keepFigures = (db: Writer): void => countAgain(db, dueNow.all(db, {}));

/**
 * Counts so many of those that may wait, after one of them: gives the last; null where none was left. In a transaction.
 */
export const catchUp = (db: Writer, after: Due | null, most: number): Due | null => {
  const due = dueLate.all(db, { ...(after ?? { day: '', part: '', id: '' }), most });
  countAgain(db, due);
  return due.at(-1) ?? null;
};

/** Where the figures were never counted, or by other rules than today's, all of them may wait, and are due. */
export const beginFiguresAnew = (db: Writer): void => {
  if (areOfToday(db)) return;
  beginFigures(db, countedBy);
};

/** Whether they were counted by the rules of today, or will be. */
export const areOfToday = (db: Reader): boolean => rulesOfFigures(db) === countedBy;

const countAgain = (db: Writer, due: readonly Due[]): void => {
  for (const { day, part, of } of byDay(due)) {
    const pieces = new Map<string, Uint8Array | null>();
    for (const one of of) {
      const piece = bytesOf(db, one);
      if (piece === undefined) putOff(db, one);
      else {
        pieces.set(one.id, piece);
        settle(db, one);
      }
    }
    keepDay(db, { day, part }, pieces);
  }
};

/**
 * The bytes of what is due; null where there is none any more. Undefined where it cannot be counted: no tap fails for
 * that, and whoever asks for the figures of that day is told.
 */
const bytesOf = (db: Writer, due: Due): Uint8Array | null | undefined => {
  try {
    const piece = pieceOf(db, due);
    return piece === null ? null : pieceBytes(piece, (kind, word) => numberOfWord(db, kind, word));
  } catch (problem) {
    if (troubleOfDisk(problem) !== null) throw problem;
    return undefined;
  }
};

const keepDay = (db: Writer, at: { day: string; part: DayPart }, pieces: Map<string, Uint8Array | null>) => {
  const changed = changedDay(db, at, pieces);
  if (changed === null) dropFigures(db, at);
  else putFigures(db, { ...at, ...changed });
};

const changedDay = (
  db: Writer,
  at: { day: string; part: DayPart },
  pieces: Map<string, Uint8Array | null>,
): StoredDay | null => {
  try {
    return dayWith(figuresOf.get(db, at) ?? null, pieces);
  } catch (problem) {
    // What is kept of the day cannot be read: all of it is counted again in its turn.
    if (!(problem instanceof RangeError)) throw problem;
    duePart[at.part](db, { day: at.day });
    return null;
  }
};

/** They come in the order of days and parts. */
const byDay = (due: readonly Due[]): { day: string; part: DayPart; of: Due[] }[] => {
  const days: { day: string; part: DayPart; of: Due[] }[] = [];
  for (const one of due) {
    const last = days.at(-1);
    if (last?.day === one.day && last.part === one.part) last.of.push(one);
    else days.push({ day: one.day, part: one.part, of: [one] });
  }
  return days;
};
