import { nameKey, quotedName, roleKey } from './doubles.ts';
import type { RosterPerson } from './person.ts';
import { conflict, note, type Problem } from './problem.ts';

/** What is kept of the things that somebody is known by: hashes, and whose number it is. */
export interface Marks {
  badges: readonly string[];
  identifiers: readonly { system: string; hash: string }[];
}

/** Somebody who is on the device already. */
export interface Known extends Marks {
  id: string;
  given: string;
  family: string | null;
  role: string;
  title: string | null;
  /** What lists call them, where that was corrected here by hand. */
  listed?: { given: string; family: string | null } | null;
  /** They left before; they come back only where a badge or a number says that it is them. */
  left: boolean;
}

export interface Matched<Person extends Known> {
  /** Who each row is; null for somebody new. In the order of the rows, without those that have an error. */
  matches: { person: RosterPerson; known: Person | null }[];
  problems: Problem[];
}

interface Ways {
  /** The badges and numbers of a row in the form that `Known` has them. */
  marksOf: (row: RosterPerson) => Marks;
  /** Lines of which somebody said that the person has a new name. */
  renamed?: ReadonlySet<number>;
}

/**
 * Finds who the rows of a roster are among the people known here: by number or badge, else by name, else by name and
 * role. What could be either of two people, or has the number of one and the name of another, is an error for a person
 * to decide; nobody is ever overwritten by a guess.
 */
export const matchPeople = <Person extends Known>(
  rows: readonly RosterPerson[],
  known: readonly Person[],
  { marksOf, renamed = new Set() }: Ways,
): Matched<Person> => {
  const byMark = finderByMark(known);
  const found = new Map<RosterPerson, Person | null>();
  const problems: Problem[] = [];
  const claimed = new Map<string, RosterPerson>();
  const settled = new Set<RosterPerson>();
  const marks = new Map(rows.map((row) => [row, marksOf(row)]));
  for (const [row, marked] of marks) {
    const holder = byMark(row, marked, renamed.has(row.line));
    problems.push(...holder.notes);
    if (holder.person === undefined && holder.fault === undefined) continue;
    const rival = holder.person && claimed.get(holder.person.id);
    if (holder.fault) problems.push(holder.fault);
    else if (rival) problems.push(twice(row, rival.line));
    else if (holder.person) {
      claimed.set(holder.person.id, row);
      found.set(row, holder.person);
    }
    settled.add(row);
  }
  const open = rows.filter((row) => !settled.has(row));
  const free = new Map<string, Person[]>();
  for (const person of known)
    if (!person.left && !claimed.has(person.id))
      for (const name of new Set(namesOf(person).map(nameKey)))
        free.set(name, [...(free.get(name) ?? []), person]);
  const mayBe = (row: RosterPerson, person: Known): boolean => agree(marks.get(row) ?? none, person);
  for (const [name, namesakes] of Map.groupBy(open, nameKey)) {
    const byName = matchNamesakes(namesakes, free.get(name) ?? [], mayBe);
    for (const [row, person] of byName.found) {
      const isTaken = person !== null && claimed.has(person.id);
      if (isTaken) problems.push(undecided(row));
      else found.set(row, person);
      if (person !== null) claimed.set(person.id, row);
    }
    problems.push(...byName.problems);
  }
  const matches = rows.flatMap((person) => {
    const match = found.get(person);
    return match === undefined ? [] : [{ person, known: match }];
  });
  return { matches, problems };
};

const none: Marks = { badges: [], identifiers: [] };

const twice = (row: RosterPerson, line: number): Problem =>
  conflict(
    row.line,
    `This badge or number and that on line ${line} belong to the same person here.`,
    'Put them into one row.',
  );

interface Holder<Person> {
  person?: Person;
  fault?: Problem;
  notes: Problem[];
}

/** Finds whom the badges and numbers of a row belong to, and whether that can be. */
const finderByMark = <Person extends Known>(known: readonly Person[]) => {
  const badges = new Map(known.flatMap((person) => person.badges.map((badge) => [badge, person])));
  const numbers = new Map(known.flatMap((person) => person.identifiers.map(({ hash }) => [hash, person])));
  return (row: RosterPerson, marks: Marks, isRenamed: boolean): Holder<Person> => {
    const byNumber = new Set(marks.identifiers.flatMap(({ hash }) => numbers.get(hash) ?? []));
    const byBadge = new Set(marks.badges.flatMap((badge) => badges.get(badge) ?? []));
    // The badge of somebody who left may be given on; their number may not.
    const passedOn = [...byBadge].filter(
      (person) => person.left && !byNumber.has(person) && !isSameName(row, person),
    );
    const notes = passedOn.map((person) =>
      note(
        row.line,
        `The badge of ${quotedName(row)} was that of ${quotedName(person)}, who has left.`,
        'Nothing, if it was given on.',
      ),
    );
    const holders = new Set([...byNumber, ...byBadge]);
    for (const person of passedOn) holders.delete(person);
    const [person, other] = holders;
    if (person === undefined) return { notes };
    if (other !== undefined)
      return {
        fault: conflict(
          row.line,
          `The badges and numbers of this row belong to ${quotedName(person)} and ${quotedName(other)} here.`,
          'Leave only those of one person.',
        ),
        notes,
      };
    if (isRenamed || isSameName(row, person)) return { person, notes };
    return { fault: otherName(row, person, byNumber.has(person) ? 'staff number' : 'badge'), notes };
  };
};

const otherName = (row: RosterPerson, person: Known, mark: string): Problem => ({
  ...conflict(
    row.line,
    `The ${mark} of ${quotedName(row)} belongs to ${quotedName(person)} here.`,
    `Correct it; or, if this is the same person with a new name, import with --renamed ${row.line}.`,
  ),
  ask: 'renamed',
});

/** The same words in any order: a list may put the family name first, or divide a name elsewhere. */
const isSameName = (row: RosterPerson, person: Known): boolean =>
  namesOf(person).some((named) => inOrder(row) === inOrder(named));

/** Their name, and the one that a list has for them where somebody corrected it. */
const namesOf = (person: Known): Pick<Known, 'given' | 'family'>[] =>
  person.listed == null ? [person] : [person, person.listed];

const inOrder = (named: Pick<Known, 'given' | 'family'>): string =>
  nameKey(named).split(/\s+/u).sort().join(' ');

const matchNamesakes = <Person extends Known>(
  rows: readonly RosterPerson[],
  people: readonly Person[],
  mayBe: (row: RosterPerson, person: Known) => boolean,
): { found: [RosterPerson, Person | null][]; problems: Problem[] } => {
  const found: [RosterPerson, Person | null][] = [];
  const problems: Problem[] = [];
  const isAlike = (row: RosterPerson, person: Known): boolean =>
    roleKey(row) === roleKey(person) && mayBe(row, person);
  const [row] = rows;
  const [person] = people;
  if (row && person && rows.length === 1 && people.length === 1 && mayBe(row, person))
    return { found: [[row, person]], problems };
  const left = new Set(people);
  const rest: RosterPerson[] = [];
  for (const one of rows) {
    const alike = people.filter((other) => isAlike(one, other));
    const [match] = alike;
    const rivals = rows.filter((other) => match && isAlike(other, match));
    if (match && alike.length === 1 && rivals.length === 1) {
      found.push([one, match]);
      left.delete(match);
    } else rest.push(one);
  }
  for (const one of rest) {
    const eligible = [...left].some((other) => mayBe(one, other));
    if (eligible) problems.push(undecided(one));
    else if ([...left].some((other) => roleKey(one) === roleKey(other))) problems.push(otherBadge(one));
    else found.push([one, null]);
  }
  return { found, problems };
};

/**
 * A badge that is known here with somebody, and a row that has another badge, are not taken for one person; nor are two
 * numbers of one system.
 */
const agree = (row: Marks, person: Marks): boolean =>
  (row.badges.length === 0 || person.badges.length === 0) &&
  !row.identifiers.some(({ system }) => person.identifiers.some((other) => other.system === system));

const undecided = (row: RosterPerson): Problem =>
  conflict(
    row.line,
    `${quotedName(row)} could be one of several people of that name, here or in this file.`,
    'Add the badge ids or staff numbers, or correct the role.',
  );

const otherBadge = (row: RosterPerson): Problem =>
  conflict(
    row.line,
    `${quotedName(row)} is known here with another badge or number.`,
    'For a new badge write both ids, old;new. For somebody else, add the row of the other person as well.',
  );
