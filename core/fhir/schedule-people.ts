import type { RoleId } from '../roles.ts';
import type { Identifier as Kept } from '../roster/person.ts';
import { type Node, nodeInWords } from './graph.ts';
import { chooseName } from './human-name.ts';
import { numbersOf } from './identifiers.ts';
import { type FhirProblem, noteAt } from './place.ts';
import type { Resolve, Unresolved } from './references.ts';
import { workOf } from './role.ts';
import type { Named } from './schedule-booked.ts';
import { type Concept, practitioner, practitionerRole, type Reference } from './shapes.ts';

/** Somebody of the team as a booking names them. */
export interface ScheduledPerson {
  /** What they are known by elsewhere; to be compared as keyed hashes. */
  numbers: Kept[];
  /** Their whole names, to be looked for where no number is known. */
  names: string[];
  /** Null for the one they usually have. */
  role: RoleId | null;
  /** How a sentence names them. */
  called: string;
}

const staff = ['Practitioner', 'PractitionerRole'];
/** Who takes part and is none of the staff, and what is no person. */
const others = new Set([
  'Patient',
  'RelatedPerson',
  'Device',
  'HealthcareService',
  'Location',
  'Organization',
  'Group',
]);

/** Finds the team of a booking. Patients and relatives are never among it, wherever they stand. */
export const peopleOf = (resolve: Resolve, today: string) => (named: readonly Named[], node: Node) => {
  const problems: FhirProblem[] = [];
  const team = new Map<string, ScheduledPerson>();
  let lead: ScheduledPerson | null = null;
  for (const { who, leads, work } of named) {
    const person = personOf({ resolve, today }, who, work, node);
    if (person === null) continue;
    if ('why' in person) {
      problems.push(
        noteAt(
          node.place,
          `${person.what}, whom ${nodeInWords(node)} names, cannot be told.`,
          'Bring the resource in the same import.',
        ),
      );
      continue;
    }
    const key = JSON.stringify([person.numbers, person.names]);
    team.set(key, team.get(key) ?? person);
    if (leads && lead === null) lead = team.get(key) ?? null;
  }
  return { lead, team: [...team.values()], problems };
};

const personOf = (
  on: { resolve: Resolve; today: string },
  who: Reference,
  work: readonly Concept[],
  from: Node,
): ScheduledPerson | Unresolved | null => {
  const { resolve, today } = on;
  const found = resolve(who, from, staff);
  const type = found.ok ? found.value.type : found.problem.type;
  if (others.has(type ?? '')) return null;
  const said = work.length === 0 ? null : workOf(work, []).role;
  if (!found.ok) {
    // A number is enough to know somebody who is here; their words are, where nothing says that they are no staff.
    const numbers = who.identifier === undefined ? [] : numbersOf([who.identifier], today).kept;
    const names = who.display === undefined || !staff.includes(type ?? '') ? [] : [who.display];
    if (numbers.length + names.length === 0)
      return type !== null && !staff.includes(type) ? null : found.problem;
    return { numbers, names, role: said, called: found.problem.what };
  }
  if (found.value.type === 'PractitionerRole') {
    const read = practitionerRole.safeParse(found.value.raw);
    if (!read.success || read.data.practitioner === undefined) return null;
    const { practitioner: whom, code = [], specialty = [] } = read.data;
    const person = personOf(on, whom, [], found.value);
    return person === null || 'why' in person
      ? person
      : { ...person, role: said ?? workOf(code, specialty).role };
  }
  const read = practitioner.safeParse(found.value.raw);
  if (!read.success) return { what: nodeInWords(found.value), why: 'missing', type: 'Practitioner' };
  const name = chooseName(read.data.name ?? [], today);
  const whole =
    name === null || 'problem' in name
      ? []
      : [name.family === null ? name.given : `${name.given} ${name.family}`];
  return {
    numbers: numbersOf(read.data.identifier ?? [], today).kept,
    names: [...whole, ...(who.display === undefined ? [] : [who.display])],
    role: said,
    called: nodeInWords(found.value),
  };
};
