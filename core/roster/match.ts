import { nameKey, roleKey, wholeName } from './doubles.ts';
import type { RosterPerson } from './person.ts';
import { error, type Problem } from './problem.ts';

/** Somebody who is on the device already. Badges are compared as whatever is kept of them. */
export interface Known {
  id: string;
  given: string;
  family: string | null;
  role: string;
  title: string | null;
  badges: readonly string[];
}

export interface Matched<Person extends Known = Known> {
  /** Who each row is; null for somebody new. In the order of the rows, without those that have a problem. */
  matches: { person: RosterPerson; known: Person | null }[];
  problems: Problem[];
}

/**
 * Finds who the rows of a roster are among the people known here: by badge, else by name, else by name and role. What
 * could be either of two people is an error for a person to decide; nobody is ever overwritten by a guess.
 * `badgesOf` gives the badges of a row in the form that `Known` has.
 */
export const matchPeople = <Person extends Known>(
  rows: readonly RosterPerson[],
  known: readonly Person[],
  badgesOf: (row: RosterPerson) => readonly string[],
): Matched<Person> => {
  const holders = new Map(known.flatMap((person) => person.badges.map((badge) => [badge, person])));
  const found = new Map<RosterPerson, Person | null>();
  const problems: Problem[] = [];
  const claimed = new Map<string, RosterPerson>();
  for (const row of rows) {
    const holder = byBadge(row, badgesOf(row), holders);
    if (holder === null) continue;
    if ('problem' in holder) problems.push(holder.problem);
    else if (claimed.has(holder.person.id))
      problems.push(twice(row, claimed.get(holder.person.id)?.line ?? 0));
    else {
      claimed.set(holder.person.id, row);
      found.set(row, holder.person);
    }
  }
  const settled = new Set(problems.map(({ line }) => line));
  const open = rows.filter((row) => !found.has(row) && !settled.has(row.line));
  const free = Map.groupBy(
    known.filter(({ id }) => !claimed.has(id)),
    nameKey,
  );
  for (const [name, namesakes] of Map.groupBy(open, nameKey)) {
    const byName = matchNamesakes(namesakes, free.get(name) ?? []);
    for (const [row, person] of byName.found) found.set(row, person);
    problems.push(...byName.problems);
  }
  const matches = rows.flatMap((person) => {
    const match = found.get(person);
    return match === undefined ? [] : [{ person, known: match }];
  });
  return { matches, problems };
};

const twice = (row: RosterPerson, line: number): Problem =>
  error(
    row.line,
    `This badge and that on line ${line} belong to the same person here.`,
    'Put them into one row.',
  );

const byBadge = <Person extends Known>(
  row: RosterPerson,
  badges: readonly string[],
  holders: ReadonlyMap<string, Person>,
): { person: Person } | { problem: Problem } | null => {
  const [person, other] = new Set(badges.flatMap((badge) => holders.get(badge) ?? []));
  if (person === undefined) return null;
  if (other !== undefined)
    return {
      problem: error(
        row.line,
        `The badges of this row belong to ${wholeName(person)} and ${wholeName(other)} here.`,
        'Leave only the badges of one person.',
      ),
    };
  if (sharesName(row, person)) return { person };
  return {
    problem: error(
      row.line,
      `The badge of ${wholeName(row)} belongs to ${wholeName(person)} here.`,
      'Correct the badge id; if one person has a new name, change one part of it at a time.',
    ),
  };
};

/** People marry and correct their names, but a badge whose holder has no name in common was given to somebody else. */
const sharesName = (row: RosterPerson, person: Known): boolean => {
  const same = (one: string | null, two: string | null): boolean =>
    one !== null &&
    two !== null &&
    nameKey({ given: one, family: null }) === nameKey({ given: two, family: null });
  return same(row.given, person.given) || same(row.family, person.family);
};

const matchNamesakes = <Person extends Known>(
  rows: readonly RosterPerson[],
  people: readonly Person[],
): { found: [RosterPerson, Person | null][]; problems: Problem[] } => {
  const found: [RosterPerson, Person | null][] = [];
  const problems: Problem[] = [];
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

const isAlike = (row: RosterPerson, person: Known): boolean =>
  roleKey(row) === roleKey(person) && mayBe(row, person);

/** A badge that is known here with somebody, and a row that has another badge, are not taken for one person. */
const mayBe = (row: RosterPerson, person: Known): boolean =>
  row.badges.length === 0 || person.badges.length === 0;

const undecided = (row: RosterPerson): Problem =>
  error(
    row.line,
    `${wholeName(row)} could be one of several people of that name, here or in this file.`,
    'Add the badge ids, or correct the role.',
  );

const otherBadge = (row: RosterPerson): Problem =>
  error(
    row.line,
    `${wholeName(row)} is known here with another badge.`,
    'For a new badge write both ids, old;new. For somebody else, add the row of the other person as well.',
  );
