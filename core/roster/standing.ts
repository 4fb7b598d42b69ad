import { searchForm } from '../names.ts';
import { saysNothing } from './shape.ts';
import { answerWords, standingWords } from './standing-words.ts';
import { keyOf, lookup, phrasesIn, wordsOf } from './vocabulary.ts';

/** Whether somebody works here, is away for a while, or has left. Why is nobody's business here, and is not kept. */
export type Standing = keyof typeof standingWords;

const standings = lookup(standingWords);
// By itself a sign, such as ✓, has no words.
const answers = new Map<string, boolean>();
for (const [answer, phrases] of Object.entries(answerWords))
  for (const phrase of phrasesIn(phrases)) answers.set(searchForm(phrase), answer === 'yes');

const betweenPieces = /\s[-–—]\s|[,/|;:(]/u;

/** What a status says: looked up whole, then piece by piece (“On leave (maternity)”, “Terminated 2020-01-02”). */
const standingOf = (text: string): Standing | null => {
  for (const piece of [text, ...text.split(betweenPieces)]) {
    const words = wordsOf(piece).filter((word) => !/\d/u.test(word));
    const found = standings.get(keyOf(words));
    if (found) return found.means;
  }
  return null;
};

/** “Estado”, “état” and the like are as often a part of a country: then no cell is a status. */
export const isAboutPlaces = (header: string, cells: readonly string[]): boolean =>
  maybePlaces.has(keyOf(wordsOf(header))) &&
  cells.every((cell) => saysNothing(cell) || standingOf(cell) === null);

const maybePlaces = new Set([
  'estado',
  'etat',
  'stato',
  'situation',
  'zustand',
  'situacao',
  'situazione',
  'durum',
]);

const answerOf = (text: string): boolean | null => answers.get(searchForm(text)) ?? null;

/** The cells of a row that say how somebody stands; '' where there is no such column or it is empty. */
export interface StandingCells {
  /** In words: “Active”, “On leave”. */
  status: string;
  /** Answers: whether they work here, have left, are away. */
  active: string;
  inactive: string;
  onLeave: string;
}

/**
 * How somebody stands by all that the row says; null where it says nothing. 'unclear' where a cell is not understood,
 * 'contradiction' where they work here by one cell and have left by another: who is shown is not guessed.
 */
export const readStanding = (cells: StandingCells): Standing | null | 'unclear' | 'contradiction' => {
  const said = [
    by(cells.status, standingOf),
    by(cells.active, (text) => meaning(answerOf(text), 'here', 'left') ?? standingOf(text)),
    by(cells.inactive, (text) => meaning(answerOf(text), 'left', 'silent') ?? standingOf(text)),
    by(cells.onLeave, (text) => meaning(answerOf(text), 'on-leave', 'not-away') ?? standingOf(text)),
  ];
  if (said.includes('unclear')) return 'unclear';
  const has = (what: Standing | 'not-away'): boolean => said.includes(what);
  if (has('left')) return has('here') || has('on-leave') ? 'contradiction' : 'left';
  // Whoever is away is still employed: “active” beside “on leave” is no contradiction.
  if (has('on-leave')) return has('not-away') ? 'contradiction' : 'on-leave';
  return has('here') || has('not-away') ? 'here' : null;
};

const by = <Said>(cell: string, read: (text: string) => Said | null): Said | 'silent' | 'unclear' =>
  cell.trim() === '' ? 'silent' : (read(cell.trim()) ?? 'unclear');

const meaning = <Yes, No>(answer: boolean | null, yes: Yes, no: No): Yes | No | null =>
  answer === null ? null : answer ? yes : no;
