import { nameKey, quotedName, roleKey } from '../roster/doubles.ts';
import { numberKey } from './identifiers.ts';
import { errorAt, type FhirProblem, type FileName, placeInWords } from './place.ts';
import type { FhirPerson } from './practitioner.ts';
import type { Remark } from './remarks.ts';
import { bestOf } from './role.ts';

interface Sorted {
  people: FhirPerson[];
  problems: FhirProblem[];
  remarks: Remark[];
}

/**
 * Everybody once. Entries that share a number are one person where they have the same name; where they have not, it is an
 * error for each of them. So is the same name with the same role where no number tells the two apart.
 */
export const onePersonEach = (files: readonly FileName[], people: readonly FhirPerson[]): Sorted => {
  const sorted: Sorted = { people: [], problems: [], remarks: [] };
  const united: FhirPerson[] = [];
  for (const all of groupsByNumber(people)) {
    // What an entry that holds no more called them says nothing against the one that does.
    const here = all.filter(({ standing }) => standing !== 'left');
    const group = here.length > 0 ? here : all;
    const [first, ...rest] = group;
    if (first === undefined) continue;
    const other = rest.find((one) => words(one) !== words(first));
    if (other !== undefined)
      sorted.problems.push(
        ...group.map((one) => otherName(files, one, words(one) === words(first) ? other : first)),
      );
    else {
      united.push(rest.length === 0 ? first : unite(group));
      if (rest.length > 0)
        sorted.remarks.push(...group.map(({ place }): Remark => ({ kind: 'one-person', value: '', place })));
    }
  }
  for (const namesakes of Map.groupBy(united, (one) => `${nameKey(one)}\n${roleKey(one)}`).values()) {
    if (namesakes.length === 1 || areToldApart(namesakes)) sorted.people.push(...namesakes);
    else sorted.problems.push(...namesakes.map((one) => namesake(files, one, namesakes)));
  }
  return sorted;
};

/** The same words in any order are the same name, as for people who are known here already. */
const words = (one: FhirPerson): string => nameKey(one).split(/\s+/u).sort().join(' ');

/** People who share a number, also by way of a third. */
const groupsByNumber = (people: readonly FhirPerson[]): FhirPerson[][] => {
  const groups = new Map<FhirPerson, FhirPerson[]>();
  const holders = new Map<string, FhirPerson>();
  for (const one of people) groups.set(one, [one]);
  for (const one of people)
    for (const number of one.identifiers.map(numberKey)) {
      const holder = holders.get(number);
      if (holder === undefined) holders.set(number, one);
      else join(groups, holder, one);
    }
  return [...new Set(groups.values())];
};

const join = (groups: Map<FhirPerson, FhirPerson[]>, one: FhirPerson, two: FhirPerson): void => {
  const [mine, theirs] = [groups.get(one), groups.get(two)];
  if (mine === undefined || theirs === undefined || mine === theirs) return;
  const [larger, smaller] = mine.length >= theirs.length ? [mine, theirs] : [theirs, mine];
  for (const person of smaller) {
    larger.push(person);
    groups.set(person, larger);
  }
};

/** What the newest says, and where it says nothing, the others. */
const unite = (group: readonly FhirPerson[]): FhirPerson => {
  const [first, ...rest] = [...group].sort((one, two) => (one.key > two.key ? -1 : 1));
  if (first === undefined) throw new Error('Nobody is nobody');
  const all = [first, ...rest];
  const work = bestOf(
    all.filter(({ role }) => role !== null),
    ({ role }) => role,
  );
  const numbers = new Map(
    group.flatMap(({ identifiers }) => identifiers.map((one) => [numberKey(one), one])),
  );
  const said = <Field extends 'preferred' | 'credentials' | 'picture'>(field: Field): FhirPerson[Field] =>
    all.map((one) => one[field]).find((value) => value !== null) ?? first[field];
  return {
    ...first,
    ...{ preferred: said('preferred'), credentials: said('credentials'), picture: said('picture') },
    ...{ role: work?.role ?? null, title: work?.title ?? null, identifiers: [...numbers.values()] },
    languages: [...new Set(all.flatMap(({ languages }) => languages))],
  };
};

/** Whether there is a system in which each of them has a number: these are different, else they were one person. */
const areToldApart = (people: readonly FhirPerson[]): boolean => {
  const [first, ...rest] = people.map(({ identifiers }) => new Set(identifiers.map(({ system }) => system)));
  return first !== undefined && [...first].some((system) => rest.every((systems) => systems.has(system)));
};

const otherName = (files: readonly FileName[], one: FhirPerson, other: FhirPerson): FhirProblem => ({
  ...errorAt(
    one.place,
    `A number of ${quotedName(one)} is also that of ${quotedName(other)} (${placeInWords(files, other.place, one.place)}).`,
    'A number belongs to one person: correct it, or the name.',
  ),
  conflict: true,
});

const namesake = (files: readonly FileName[], one: FhirPerson, all: readonly FhirPerson[]): FhirProblem => {
  const other = all.find((person) => person !== one) ?? one;
  const where = placeInWords(files, other.place, one.place);
  const more = all.length > 2 ? ` and ${all.length - 2} more` : '';
  return errorAt(
    one.place,
    `${quotedName(one)} is also in ${where}${more}, with the same role, and no number tells them apart.`,
    'Leave one out if it is the same person; give each an identifier of one system if they are two.',
  );
};
