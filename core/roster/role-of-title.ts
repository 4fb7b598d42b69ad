import { isRoleId, type RoleId } from '../roles.ts';
import { learnerWords, levelWords, roleTitles } from './role-titles.ts';
import { keyOf, lookup, wordsOf } from './vocabulary.ts';

const titles = lookup(roleTitles);
const learner = new Set([...learnerWords].flatMap(wordsOf));
/** “enfermero/a”, “infirmier(ère)”, “Pfleger*in”. */
const otherEnding = /[/(*:_·](?:a|o|e|in|innen|ère|ne|ra|trice|euse)\)?(?=\s|$)/giu;
const betweenPieces = /\s[-–—]\s|[,/|;(]/u;

/**
 * The role that a job title means, or null. Looked up whole, then without words of level, then piece by piece
 * (“RN - Operating Room”); nothing is guessed from a word inside a longer phrase.
 */
export const roleOfTitle = (title: string): RoleId | null => {
  const id = title.trim();
  if (isRoleId(id)) return id;
  const plain = title.replace(otherEnding, '');
  const whole = titles.get(keyOf(wordsOf(plain)));
  if (whole) return whole.means;
  if (wordsOf(plain).some((word) => learner.has(word))) return null;
  for (const piece of [plain, ...plain.split(betweenPieces)]) {
    const words = wordsOf(piece);
    const found =
      titles.get(keyOf(words)) ?? titles.get(keyOf(words.filter((word) => !levelWords.has(word))));
    if (found) return found.means;
  }
  return null;
};

/** Whether a title is one that is known, or that of somebody who learns. */
export const isUnderstood = (title: string): boolean =>
  roleOfTitle(title) !== null || wordsOf(title).some((word) => learner.has(word));
