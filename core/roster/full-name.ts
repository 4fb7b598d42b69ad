import { searchForm } from '../names.ts';
import { phrasesIn } from './vocabulary.ts';

export interface NameParts {
  given: string;
  family: string | null;
  /** Degrees that stood behind the name. */
  credentials: string | null;
}

const honorifics = phrasesIn([
  'dr; dra; doctor; doctora; prof; professor; profesor; profesora; professeur; med; mr; mrs',
  'ms; miss; mx; sr; sra; srta; mme; mlle; herr; frau; dott; dottssa; rev; nurse; د',
]);
const degrees = phrasesIn([
  'md; do; phd; mbbs; mbchb; bsn; msn; dnp; rn; lpn; lvn; np; fnp; crna; pa; pac',
  'cnor; ccrn; rrt; pharmd; rph; dpt; pt; cst; facs; frcs; frca; faan; mph; mba; msc',
  'bsc; dds; dmd; dc; dpm; cna; aprn; acnp; rnfa; frcsc; frcp; mrcp; ccp; rtr; edd',
]);
/** Words that belong to the family name after them. */
const particles = phrasesIn([
  'van; von; der; den; de; del; della; di; da; dos; das; do; du; des; la; le; el',
  'al; bin; ibn; bint; ben; abu; ter; ten; zu; zum; af; av; y; san; santa; st',
]);
const asDegree = /^(?:\p{Lu}[.-]?){2,}$|^PhD$|^PharmD$/u;
const familyFirst = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const plain = (word: string): string => searchForm(word).replaceAll(' ', '');
const wordsIn = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
const isDegree = (text: string): boolean => wordsIn(text).every((word) => degrees.has(plain(word)));

/**
 * The parts of a whole name: “Last, First”, “First Last”, with “Dr.” before and “RN” behind. Without a comma the last
 * word and the particles before it are the family name; in Chinese, Japanese and Korean the first word is.
 */
export const splitName = (text: string): NameParts => {
  const [head = '', ...tail] = text
    .split(/[,，،]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // “Do, Jane” and “Li, Do” are names: a degree stands behind a name that is whole without it.
  const whole = wordsIn(head).length > 1 || tail.some((part) => !isDegree(part));
  const behind = whole ? tail.filter(isDegree) : [];
  const given = tail.filter((part) => !behind.includes(part)).join(' ');
  const { words, degrees: last } = withoutDegrees(withoutHonorific(head));
  const credentials = [...last, ...behind].join(', ') || null;
  if (given !== '') return { given: withoutHonorific(given).join(' '), family: words.join(' '), credentials };
  return { ...divide(words), credentials };
};

/** “Jane Smith RN”: capitals behind a name that is not all in capitals itself. */
const withoutDegrees = (words: readonly string[]): { words: string[]; degrees: string[] } => {
  const end = words.findLastIndex((word) => !(asDegree.test(word) && degrees.has(plain(word)))) + 1;
  const named = words.slice(0, end);
  const shouted = named.join('') === named.join('').toUpperCase();
  if (end < 2 || shouted) return { words: [...words], degrees: [] };
  return { words: named, degrees: words.slice(end) };
};

const withoutHonorific = (name: string): string[] => {
  const words = wordsIn(name);
  const first = words.findIndex((word) => !honorifics.has(plain(word)));
  return first === -1 ? words : words.slice(first);
};

const divide = (words: readonly string[]): { given: string; family: string | null } => {
  if (words.length < 2) return { given: words.join(' '), family: null };
  if (familyFirst.test(words.join(''))) return { given: words.slice(1).join(' '), family: words[0] ?? null };
  let at = words.length - 1;
  while (at > 1 && particles.has((words[at - 1] ?? '').toLowerCase())) at -= 1;
  return { given: words.slice(0, at).join(' '), family: words.slice(at).join(' ') };
};
