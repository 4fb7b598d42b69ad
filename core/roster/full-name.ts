import { searchForm } from '../names.ts';
import { isCommonGiven } from './given-names.ts';
import { phrasesIn } from './vocabulary.ts';

export interface NameParts {
  given: string;
  family: string | null;
  /** Degrees that stood behind the name. */
  credentials: string | null;
}

export const nameOrders = ['given-first', 'family-first'] as const;

/** How the whole names of a column are written. */
export interface Naming {
  order: (typeof nameOrders)[number];
  /** Two family names are the rule, as in Spanish. */
  twoFamilyNames: boolean;
  /** With the family name first, it is one word: “Nguyễn Văn An”, “Иванов Иван Иванович”. */
  oneWordFamily: boolean;
}

const usual: Naming = { order: 'given-first', twoFamilyNames: false, oneWordFamily: false };

const honorifics = phrasesIn([
  'dr; dra; doctor; doctora; prof; professor; profesor; profesora; professeur; med; mr; mrs',
  'ms; miss; mx; sr; sra; srta; mme; mlle; herr; frau; dott; dottssa; rev; nurse; د',
]);
/** Those that are nothing else, wherever they stand: “Sol, Dr. Ana”, “SOL DR ANA”. */
const onlyHonorifics = phrasesIn([
  'dr; dra; prof; mr; mrs; ms; mx; sra; srta; mme; mlle; herr; frau; dott; dottssa',
]);
const degrees = phrasesIn([
  'md; do; phd; mbbs; mbchb; bsn; msn; dnp; rn; lpn; lvn; np; fnp; crna; pa; pac',
  'cnor; ccrn; rrt; pharmd; rph; dpt; pt; cst; facs; frcs; frca; faan; mph; mba; msc',
  'bsc; dds; dmd; dc; dpm; cna; aprn; acnp; rnfa; frcsc; frcp; mrcp; ccp; rtr; edd',
]);
/** Those that are nobody's name: taken off also where everything is in capitals. */
const onlyDegrees = phrasesIn([
  'md; phd; mbbs; mbchb; bsn; msn; dnp; rn; lpn; lvn; fnp; crna; cnor; ccrn; rrt; pharmd; rph; dpt; cst; facs',
  'frcs; frca; faan; mph; mba; dds; dmd; cna; aprn; acnp; rnfa; frcsc; frcp; mrcp',
]);
/** Parts of a title that are names without their full stop: “Dr. rer. nat.”, “Univ.-Prof.”, “Dipl.-Med.” */
const titlePart =
  /^(?:univ|rer|nat|phil|habil|h\.?c|mag|dipl|med|jur|pharm|sc|hum|biol|ing|apl|priv|doz|oec|troph|mult)\.(?:-?\p{L}+\.?)*$/iu;
/** Whether a word stands before a name as part of a title; `next` is the word after it. */
const isTitle = (word: string, next: string | undefined, titles: ReadonlySet<string>): boolean =>
  titles.has(plain(word)) ||
  titlePart.test(word) ||
  (/^PD\.?$/u.test(word) && next !== undefined && titles.has(plain(next)));
/** How many words before a name are its title. */
const titleOf = (words: readonly string[], titles: ReadonlySet<string>): number => {
  const first = words.findIndex((word, index) => !isTitle(word, words[index + 1], titles));
  return first === -1 ? words.length : first;
};

/** Words that belong to the family name after them. */
const particles = phrasesIn([
  'van; von; der; den; de; del; della; di; da; dos; das; do; du; des; la; le; el; las; los',
  'al; bin; ibn; bint; ben; abu; ter; ten; zu; zum; af; av; y; san; santa; st',
]);
const asDegree = /^(?:\p{Lu}[.-]?){2,}$|^PhD$|^PharmD$/u;
const familyFirstScript = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const plain = (word: string): string => searchForm(word).replace(/[\s()]/gu, '');
const wordsIn = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
const isDegree = (text: string): boolean => wordsIn(text).every((word) => degrees.has(plain(word)));

/** The parts of a whole name of which nothing else is known; the last word and its particles are the family name. */
export const splitName = (text: string): NameParts =>
  divideName(text, usual) ?? { given: text, family: null, credentials: null };

/**
 * The parts of a whole name: “Last, First”, “First Last”, “LAST First”, with “Dr.” before or inside and “RN” behind. A
 * comma says where it is divided; capitals do, where the rest has none; Chinese, Japanese and Korean names begin with the
 * family name. Else `naming` says how the column is written. Null where nobody can tell.
 */
export const divideName = (text: string, naming: Naming): NameParts | null => {
  const [head = '', ...tail] = text
    .split(/[,，،]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // “Do, Jane” and “Li, Do” are names: a degree stands behind a name that is whole without it.
  const whole = wordsIn(head).length > 1 || tail.some((part) => !isDegree(part) && !isHonorific(part));
  const behind = whole ? tail.filter(isDegree) : [];
  const given = tail
    .filter((part) => !behind.includes(part))
    .filter((part) => !isHonorific(part))
    .flatMap(withoutHonorific);
  const { words, degrees: last } = withoutDegrees(withoutHonorific(head));
  const credentials = [...last, ...behind].join(', ') || null;
  if (given.length > 0) return { given: given.join(' '), family: words.join(' '), credentials };
  const divided = divide(words, naming);
  return divided && { ...divided, credentials };
};

/** The words of a name that are its own, for finding out how a column is written. */
export const wordsOfName = (text: string): string[] => withoutDegrees(withoutHonorific(text)).words;

/** A given name without a title before it: “Dr. Ana”. */
export const givenWithoutTitle = (text: string): string => {
  const words = wordsIn(text);
  const first = titleOf(words, onlyHonorifics);
  return first === 0 || first === words.length ? text : words.slice(first).join(' ');
};

/** “Jane Smith RN”: capitals behind a name that is not all in capitals itself, or what is nobody's name. */
const withoutDegrees = (words: readonly string[]): { words: string[]; degrees: string[] } => {
  const end = lastThat(words, (word) => !(asDegree.test(word) && degrees.has(plain(word))));
  const named = words.slice(0, end);
  const isShouted = named.join('') === named.join('').toUpperCase();
  const sure = isShouted ? lastThat(words, (word) => !onlyDegrees.has(plain(word))) : end;
  if (sure < 2) return { words: [...words], degrees: [] };
  return { words: words.slice(0, sure), degrees: words.slice(sure) };
};

const lastThat = (words: readonly string[], is: (word: string) => boolean): number =>
  words.findLastIndex(is) + 1;

/** Whether a text is only a title: “Dr.”, “Prof. Dr.” */
export const isHonorific = (text: string): boolean =>
  wordsIn(text).every((word) => onlyHonorifics.has(plain(word)));

const withoutHonorific = (name: string): string[] => {
  const words = wordsIn(name);
  const first = titleOf(words, honorifics);
  if (first === words.length) return words;
  return words.slice(first).filter((word) => !onlyHonorifics.has(plain(word)) && !titlePart.test(word));
};

type Divided = Pick<NameParts, 'given' | 'family'>;

const divide = (words: readonly string[], naming: Naming): Divided | null => {
  if (words.length < 2) return { given: words.join(' '), family: null };
  if (familyFirstScript.test(words.join(''))) return at(words, 1, 'family-first');
  const byCapitals = divideByCapitals(words);
  if (byCapitals) return byCapitals;
  const { order, twoFamilyNames, oneWordFamily } = naming;
  if (order === 'family-first' && oneWordFamily) return at(words, 1, order);
  const units = unitsOf(words, order);
  const families = twoFamilyNames && units.length > 2 ? 2 : 1;
  if (order === 'given-first') return at(units, units.length - families, order);
  if (units.length === 2 || twoFamilyNames) return at(units, Math.min(families, units.length - 1), order);
  return divideByGiven(units);
};

/** A name of several words in one piece each, divided before the one at `index`. */
const at = (units: readonly string[], index: number, order: Naming['order']): Divided => {
  const [head, tail] = [units.slice(0, index).join(' '), units.slice(index).join(' ')];
  return order === 'given-first' ? { given: head, family: tail } : { given: tail, family: head };
};

/** The words of a name, each particle with what follows it: “Ana”, “de la Cruz”. A given name begins with none. */
const unitsOf = (words: readonly string[], order: Naming['order']): string[] => {
  const units: string[] = [];
  let open: string[] = [];
  for (const [index, word] of words.entries()) {
    open.push(word);
    const mayBegin = index > 0 || order === 'family-first';
    if (mayBegin && index < words.length - 1 && particles.has(word.toLowerCase())) continue;
    units.push(open.join(' '));
    open = [];
  }
  return units.length > 1 ? units : [words[0] ?? '', words.slice(1).join(' ')];
};

const isCapitals = (word: string): boolean =>
  word === word.toUpperCase() && word !== word.toLowerCase() && [...word.matchAll(/\p{L}/gu)].length > 2;

/** “SOL Ana”, “Ana SOL MAR”: the family name in capitals, at one end of a name that is not. */
const divideByCapitals = (words: readonly string[]): Divided | null => {
  const capitals = words.map(isCapitals);
  const count = capitals.filter(Boolean).length;
  if (count === 0 || count === words.length) return null;
  if (words.some((word, index) => !capitals[index] && word === word.toUpperCase())) return null;
  if (capitals.slice(0, count).every(Boolean)) return at(words, count, 'family-first');
  if (capitals.slice(-count).every(Boolean)) return at(words, words.length - count, 'given-first');
  return null;
};

/** “GARCIA LOPEZ MARIA JOSE”: the given names are those at the end that are common ones. */
const divideByGiven = (units: readonly string[]): Divided | null => {
  const index = units.findLastIndex((unit) => !isCommonGiven(unit)) + 1;
  return index === 0 || index === units.length ? null : at(units, index, 'family-first');
};
