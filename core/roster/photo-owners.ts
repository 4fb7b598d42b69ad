import { searchForm } from '../names.ts';
import type { RosterPerson } from './person.ts';
import { linesOf, listed, note, type Problem, quoted } from './problem.ts';

export interface Owners {
  /** The file of each row that has one. */
  files: ReadonlyMap<RosterPerson, string>;
  problems: Problem[];
}

const picture = /\.(?:jpe?g|png|webp)$/iu;
/** “Sol_Ana.jpg”, “ana-sol.JPG” and “Sol, Ana.jpeg” are one name. */
const keyOf = (text: string): string => searchForm(text.replace(/[_,]+/gu, ' ')).replace(/\s+/gu, ' ');

/** What a photo of somebody may be called, the surest first: their number, their badge, their name. */
const keysOf = ({ identifiers, badges, given, family, preferred }: RosterPerson): string[][] => [
  identifiers.map(({ value }) => keyOf(value)),
  badges.map(keyOf),
  [given, preferred]
    .filter((first) => first !== null)
    .flatMap((first) => (family === null ? [first] : [`${first} ${family}`, `${family} ${first}`]))
    .map(keyOf),
];

/**
 * Whose photos these files are, by what they are called: the number or badge id of somebody in the list, or their name.
 * What could be of two people, or two of one, is nobody's, and that is said.
 */
export const ownersOf = (files: readonly string[], people: readonly RosterPerson[], line: number): Owners => {
  const pictures = Map.groupBy(
    files.filter((file) => picture.test(file)),
    (file) => keyOf(file.replace(picture, '')),
  );
  const claims = new Map<string, RosterPerson[]>();
  for (const person of people)
    for (const key of new Set(keysOf(person).flat()))
      if (pictures.has(key)) claims.set(key, [...(claims.get(key) ?? []), person]);
  const problems: Problem[] = [];
  for (const [key, owners] of claims) {
    if (owners.length < 2) continue;
    const [name] = pictures.get(key) ?? [];
    const where = linesOf(owners.map((owner) => owner.line));
    problems.push(
      note(
        owners[0]?.line ?? line,
        `The photo ${quoted(name ?? '')} could be of several people (${where}).`,
        whatToDo,
      ),
    );
  }
  const found = new Map<RosterPerson, string>();
  const used = new Set<string>();
  for (const person of people) {
    const keys = keysOf(person).find((level) => level.some((key) => claims.get(key)?.length === 1)) ?? [];
    const own = [...new Set(keys)].flatMap((key) =>
      claims.get(key)?.length === 1 ? (pictures.get(key) ?? []) : [],
    );
    for (const file of own) used.add(file);
    const [file] = own;
    if (file !== undefined && own.length === 1) found.set(person, file);
    else if (own.length > 1)
      problems.push(
        note(
          person.line,
          `There are several photos of one person: ${listed(own.slice(0, 4).map(quoted))}.`,
          'Leave one.',
        ),
      );
  }
  const claimed = new Set([...claims.keys()].flatMap((key) => pictures.get(key) ?? []));
  const nobodys = [...pictures.values()].flat().filter((file) => !used.has(file) && !claimed.has(file));
  if (nobodys.length > 0) {
    const few = nobodys.slice(0, 3).map(quoted);
    if (nobodys.length > few.length) few.push(`${nobodys.length - few.length} more`);
    problems.push(note(line, `Photos of nobody in this list: ${listed(few)}.`, whatToDo));
  }
  return { files: found, problems };
};

const whatToDo = 'Call a photo by the staff number, the badge id or the whole name, or name it in the list.';
