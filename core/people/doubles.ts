import { drawnForm, spokenForm } from '../names-alike.ts';

/** Why two may be one: `same-photo`: the same picture; `same-name`: the same name, however it is divided, ordered or
 * accented; `called-alike`: by what one of them wants to be called; `drawn-alike`: it only looks the same. */
const doubleReasons = ['same-photo', 'same-name', 'called-alike', 'drawn-alike'] as const;
export type DoubleReason = (typeof doubleReasons)[number];

export interface Known {
  id: string;
  given: string;
  family: string | null;
  preferred: string | null;
  role: string;
  photo: string | null;
  /** Whose numbers they are known by. */
  numbers: readonly { system: string; hash: string }[];
}

/** Two who may be one person. */
export interface Suspicion {
  one: string;
  other: string;
  why: DoubleReason;
  sameRole: boolean;
}

/** Of so many people of one name, each is compared with each; of more, only those with one role. */
const most = 6;
const mostOfRole = 12;

/** One key for two people in a fixed order. */
export const pairKey = (one: string, other: string): string =>
  one < other ? `${one}\n${other}` : `${other}\n${one}`;

/**
 * Who may be here twice, the surest first. Two whom one list knows by two numbers are two, and so are those of whom
 * somebody said so (`apart`, by pairKey). Of people of one word only those with the same role are meant: half a ward may
 * be called Maria.
 */
export const findDoubles = (
  people: readonly Known[],
  apart: ReadonlySet<string> = new Set(),
): Suspicion[] => {
  const found = new Map<string, Suspicion>();
  for (const why of doubleReasons)
    for (const group of groups(people, keysBy[why])) {
      const isLarge = group.length > most;
      const alike = (one: Known, other: Known) =>
        one.role === other.role || (!isLarge && (why === 'same-photo' || !isOneWord(one)));
      for (const [one, other] of pairs(isLarge ? group.slice(0, mostOfRole * most) : group)) {
        const key = pairKey(one.id, other.id);
        if (found.has(key) || apart.has(key) || !alike(one, other) || areNumberedApart(one, other)) continue;
        found.set(key, { one: one.id, other: other.id, why, sameRole: one.role === other.role });
      }
    }
  return [...found.values()].sort((one, other) => strength(one) - strength(other));
};

const strength = ({ why, sameRole }: Suspicion): number =>
  doubleReasons.indexOf(why) * 2 + (sameRole ? 0 : 1);

const whole = (first: string, family: string | null): string =>
  family === null ? first : `${first} ${family}`;

/** The words of a name in any order: lists put the family name first, or divide a name elsewhere. */
const inAnyOrder = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .map(spokenForm)
    .sort()
    .join(' ');

const isOneWord = ({ given, family }: Known): boolean => !/\s/u.test(whole(given, family).trim());

const keysBy: Record<DoubleReason, (person: Known) => string[]> = {
  'same-photo': ({ photo }) => (photo === null ? [] : [photo]),
  'same-name': ({ given, family }) => {
    const name = whole(given, family);
    return [inAnyOrder(name), spokenForm(name)];
  },
  'called-alike': ({ given, family, preferred }) =>
    family === null
      ? []
      : [given, ...(preferred === null ? [] : [preferred])].map((first) => spokenForm(whole(first, family))),
  'drawn-alike': ({ given, family }) => [drawnForm(whole(given, family))],
};

const groups = (people: readonly Known[], keysOf: (person: Known) => string[]): Known[][] => {
  const by = new Map<string, Known[]>();
  for (const person of people)
    for (const key of new Set(keysOf(person))) {
      const group = by.get(key);
      if (group === undefined) by.set(key, [person]);
      else group.push(person);
    }
  return [...by.values()].filter((group) => group.length > 1);
};

const pairs = function* (group: readonly Known[]): Generator<[Known, Known]> {
  for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) yield [one, other];
};

const areNumberedApart = (one: Known, other: Known): boolean =>
  one.numbers.some(
    ({ system, hash }) =>
      other.numbers.some((number) => number.system === system) &&
      !other.numbers.some((number) => number.system === system && number.hash === hash),
  );
