import { cleanName, type NameProblem } from '../names.ts';
import { splitName } from '../roster/full-name.ts';
import { whenIs } from './period.ts';
import type { HumanName } from './shapes.ts';

/** The names that somebody goes by, ready to be kept. */
export interface ChosenName {
  given: string;
  family: string | null;
  /** What they are called, where it is other than the given name. */
  preferred: string | null;
  /** Degrees that stood behind the name. */
  credentials: string | null;
  /** Whether a whole name had to be divided. */
  divided: boolean;
  /** Whether there was a family name only. */
  oneName: boolean;
}

/**
 * What is taken before what: the name that is used, then the official one, then one that does not say. Names of before
 * (`old`, `maiden`) and made up to hide somebody (`anonymous`) are never shown.
 */
const uses = ['usual', 'official', '', 'temp', 'nickname'];

const rank = ({ use = '' }: HumanName): number => uses.indexOf(use);

/** “Jr.” and “III” belong to the name; everything else behind it is a degree. */
const generation = /^(?:jr|sr|i{2,3}|iv)\.?$/iu;

/** Nobody’s name; it is not even divided. */
const absurd = 1000;

/** What stands in a name where one could not be read as text. */
const broken = '\ufffd';

/** The name of somebody as it is shown on this day; null where there is none, or why it cannot be kept. */
export const chooseName = (
  names: readonly HumanName[],
  today: string,
): ChosenName | { problem: NameProblem } | null => {
  const current = names.filter((name) => rank(name) !== -1 && whenIs(name.period, today) === 'now');
  const inOrder = [...current].sort((one, two) => rank(one) - rank(two));
  for (const name of inOrder) {
    if ((name.text ?? '').length > absurd) return { problem: 'too-long' };
    const parts = partsOf(name);
    if (parts === null) continue;
    const cleaned = [parts.given, parts.family].filter((part) => part.trim() !== '').map(clean);
    const problem = cleaned.find((one) => 'problem' in one);
    if (problem && 'problem' in problem) return problem;
    const [given, family = null] = cleaned.flatMap((one) => ('name' in one ? [one.name] : []));
    if (given === undefined) continue;
    return {
      ...{ given, family, preferred: calledBy(current, given), credentials: parts.credentials },
      ...{ divided: parts.divided, oneName: parts.given.trim() === '' },
    };
  }
  return null;
};

const partsOf = ({ given = [], family = '', suffix = [], text = '' }: HumanName) => {
  const born = suffix.filter((word) => generation.test(word.trim()));
  const degrees = suffix.filter((word) => !generation.test(word.trim()) && word.trim() !== '');
  const credentials = degrees.length > 0 ? degrees.join(', ') : null;
  const parts = { given: given.filter((word) => word.trim() !== '').join(' '), family };
  if (parts.given.trim() !== '' || family.trim() !== '')
    return { given: parts.given, family: [family, ...born].join(' '), credentials, divided: false };
  if (text.trim() === '') return null;
  const divided = splitName(text);
  return {
    ...{ given: divided.given, family: [divided.family ?? '', ...born].join(' ') },
    ...{ credentials: credentials ?? divided.credentials, divided: divided.family !== null },
  };
};

const clean = (text: string): { name: string } | { problem: NameProblem } =>
  text.includes(broken) ? { problem: 'forbidden-character' } : cleanName(text);

/** What a nickname says they are called. */
const calledBy = (names: readonly HumanName[], given: string): string | null => {
  const [nickname] = names.filter(({ use }) => use === 'nickname');
  const called = clean(nickname?.given?.join(' ') ?? nickname?.text ?? '');
  return 'name' in called && called.name !== given ? called.name : null;
};
