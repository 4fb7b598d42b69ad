import { wholeName } from '../names.ts';
import type { RosterPerson } from './person.ts';
import { conflict, error, otherLinesOf, type Problem, quotedWhole } from './problem.ts';

type Named = Pick<RosterPerson, 'given' | 'family'>;

/**
 * Two names are the same where they differ at most in case and in how they are divided: lists put “Ana María | Sol” and
 * “Ana | María Sol”. Accents tell people apart: Văn is not Vân.
 */
export const nameKey = ({ given, family }: Named): string =>
  (family === null ? given : `${given} ${family}`).normalize('NFC').toLocaleLowerCase('und');

/** Two roles are the same as people see them: a member of the care team is what their title says. */
export const roleKey = ({ role, title }: { role: string | null; title: string | null }): string =>
  role === 'care-team-member' ? (title ?? '').toLocaleLowerCase('und') : (role ?? '');

/** A name as a sentence has it, in the order in which it is written. */
export const quotedName = ({ given, family }: Named): string =>
  quotedWhole(wholeName({ first: given, rest: family ?? '' }));

/**
 * An error for each row that may be the same person as another row: the same badge, or the same number, or the same name and role
 * where neither tells them apart. Which of them is right, or whether they are two people, only a person can say.
 */
export const doublesIn = (people: readonly RosterPerson[]): Problem[] => {
  const byBadge = groups(people, ({ badges }) => [...new Set(badges)]);
  const byNumber = groups(people, ({ identifiers }) => [
    ...new Set(identifiers.map(({ system, value }) => `${system}\n${value}`)),
  ]);
  const byName = groups(people, (person) => [`${nameKey(person)}\n${roleKey(person)}`]);
  const found: Problem[] = [];
  for (const group of byBadge)
    for (const { line } of group)
      found.push(
        error(
          line,
          `This badge is also on ${otherLinesOf(group, line)}.`,
          'A badge belongs to one person: correct it.',
        ),
      );
  for (const group of byNumber)
    for (const { line } of group)
      found.push(
        conflict(
          line,
          `This staff number is also on ${otherLinesOf(group, line)}.`,
          'Take one row out if it is the same person; else correct the number.',
        ),
      );
  for (const group of byName)
    for (const person of group.filter(isUnmarked))
      found.push(
        error(
          person.line,
          `${quotedName(person)} is also on ${otherLinesOf(group, person.line)}, with the same role.`,
          'Take one row out if it is the same person; give each their badge id if they are two.',
        ),
      );
  return found;
};

const isUnmarked = ({ badges, identifiers }: RosterPerson): boolean =>
  badges.length === 0 && identifiers.length === 0;

const groups = (
  people: readonly RosterPerson[],
  keys: (person: RosterPerson) => string[],
): RosterPerson[][] => {
  const found = new Map<string, RosterPerson[]>();
  for (const person of people)
    for (const key of keys(person)) {
      const group = found.get(key);
      if (group) group.push(person);
      else found.set(key, [person]);
    }
  return [...found.values()].filter((group) => group.length > 1);
};
