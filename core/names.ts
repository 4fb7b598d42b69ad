/** How much of a name patients see; set per site, and can be narrowed by the person. */
export const namePolicies = ['full', 'first-and-initial', 'first-only'] as const;
export type NamePolicy = (typeof namePolicies)[number];

/** From the most of a name to the least. */
const narrowness = (policy: NamePolicy): number => namePolicies.indexOf(policy);

/** What holds for a person: their unit's policy, or else the site's; narrower if they wish it so, never wider. */
export const namePolicyFor = ({
  site,
  unit,
  person,
}: {
  site: NamePolicy;
  unit: NamePolicy | null;
  person: NamePolicy | null;
}): NamePolicy => {
  const rule = unit ?? site;
  return person !== null && narrowness(person) > narrowness(rule) ? person : rule;
};

export const longestName = 120;

/**
 * Control characters, those that reorder or hide the text around them (bidi controls, UAX #9; annotations), and those
 * that nobody sees, such as the fillers of Hangul, which count as letters, and the blank of Braille. The joiners U+200C
 * and U+200D are part of writing names and stay, as do the selectors of a letter’s form.
 */
const forbidden =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/u;

/** What can be seen by itself: not a space, not a joiner, not a mark without its letter. */
const visible = /[^\p{Z}\p{C}\p{M}]/u;

export type NameProblem = 'empty' | 'too-long' | 'forbidden-character';

/**
 * A name as it is kept: NFC, outer and repeated spaces removed. Any script, one word or many.
 * Refuses empty names, more than 120 code points, control and bidi-override characters.
 */
export const cleanName = (text: string): { name: string } | { problem: NameProblem } => {
  const name = text.normalize('NFC').trim().replace(/ +/gu, ' ');
  if (name === '') return { problem: 'empty' };
  if (forbidden.test(name) || !name.isWellFormed()) return { problem: 'forbidden-character' };
  if (!visible.test(name)) return { problem: 'empty' };
  return [...name].length > longestName ? { problem: 'too-long' } : { name };
};

/** A form to search and compare by: no case, no accents, no marks, one space. */
export const searchForm = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('und')
    .replace(/[\s'’.-]+/gu, ' ')
    .trim();

/**
 * What a person is found by: given and family name, and what else they are called, as search compares them; O’Neill both
 * as “o neill” and as “oneill”, 석자 한 also as 한석자.
 */
export const searchText = (names: readonly (string | null)[]): string => {
  const [first, rest] = [names[0] ?? '', names[1] ?? ''];
  const whole = isFamilyFirst({ first, rest }) ? [wholeName({ first, rest })] : [];
  const text = [...names.filter((name) => name !== null), ...whole].join(' ');
  const [apart, joined] = [searchForm(text), searchForm(text.replace(/['’]/gu, ''))];
  return apart === joined ? apart : `${apart} ${joined}`;
};

interface NameParts {
  given: string;
  family: string | null;
  preferred: string | null;
}

/** What is said and shown largest (`first`), and what stands beside it (`rest`, may be empty). */
export const shownName = (parts: NameParts, policy: NamePolicy): { first: string; rest: string } => {
  const first = parts.preferred ?? parts.given;
  const family = parts.family ?? '';
  if (policy === 'full') return { first, rest: family };
  if (policy === 'first-only' || family === '') return { first, rest: '' };
  const initial = new Intl.Segmenter().segment(family)[Symbol.iterator]().next().value?.segment ?? '';
  // Of a family name of one sign, an initial would be all of it.
  if (initial === family && eastAsian.test(family)) return { first, rest: '' };
  return { first, rest: `${initial}.` };
};

const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]+$/u;
const eastAsianGiven = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

/** Whether the family name comes first: where both are written in characters of China, Korea or Japan. */
export const isFamilyFirst = ({ first, rest }: { first: string; rest: string }): boolean =>
  eastAsian.test(rest) && eastAsianGiven.test(first);

/** All of a shown name in one line, in the order in which it is written: “Ágnes Ónodi”, “한석자”. */
export const wholeName = ({ first, rest }: { first: string; rest: string }): string => {
  if (isFamilyFirst({ first, rest })) return `${rest}${first}`;
  return rest === '' ? first : `${first} ${rest}`;
};

export type GrammaticalGender = 'feminine' | 'masculine' | 'neutral';

const feminine = /^(she|her|ella|elle|ela|هي)\b/iu;
const masculine = /^(he|him|él|il|ele|هو)\b/iu;

/** The grammatical gender that sentences about a person use, from the pronouns they gave; neutral if they gave none. */
export const genderOf = (pronouns: string | null): GrammaticalGender => {
  if (pronouns === null) return 'neutral';
  const text = pronouns.trim().normalize('NFC');
  // \b knows ASCII only, so scripts beyond it are compared as whole words.
  const word = text.split(/[\s/,]+/u)[0]?.toLowerCase() ?? '';
  if (feminine.test(text) || word === 'هي' || word === 'она') return 'feminine';
  if (masculine.test(text) || word === 'هو' || word === 'él' || word === 'он') return 'masculine';
  return 'neutral';
};
