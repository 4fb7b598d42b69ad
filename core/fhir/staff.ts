import type * as z from 'zod';
import { quoted } from '../roster/problem.ts';
import { type Node, nodeInWords } from './graph.ts';
import { whenIs } from './period.ts';
import { errorAt, type FhirProblem } from './place.ts';
import type { Resolve, Unresolved } from './references.ts';
import type { Remark } from './remarks.ts';
import { type Work, workOf } from './role.ts';
import { careTeam, practitionerRole } from './shapes.ts';

/** That somebody has a role, by a PractitionerRole, or does something in a care team. */
export interface Claim {
  by: 'role' | 'team';
  when: 'now' | 'over' | 'to-come';
  work: Work;
}

export interface Staff {
  /** What each Practitioner does; those inside another resource are here too, where it refers to them. */
  claims: Map<Node, Claim[]>;
  /** Whose role cannot be read: nobody knows whether it still holds. */
  unclear: Set<Node>;
  problems: FhirProblem[];
  remarks: Remark[];
}

/** Members of a care team who are none of the staff (hl7.org/fhir/R4/careteam.html: participant.member). */
const never = new Set(['Patient', 'RelatedPerson']);
const others = new Set(['Organization', 'CareTeam']);
const members = ['Practitioner', 'PractitionerRole', ...never, ...others];
const openTeams = new Set(['active', undefined]);

/** Reads who has which role, and follows care teams to those of the staff who are in them. Every resource is looked at once. */
export const readStaff = (nodes: readonly Node[], resolve: Resolve, today: string): Staff => {
  const staff: Staff = { claims: new Map(), unclear: new Set(), problems: [], remarks: [] };
  const seen = new Set<Node>();
  const waiting = nodes.filter(({ type }) => type === 'PractitionerRole' || type === 'CareTeam').reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.type === 'PractitionerRole') readRole(node, { staff, resolve, today });
    else for (const inside of readTeam(node, { staff, resolve, today })) waiting.push(inside);
  }
  return staff;
};

interface Reading {
  staff: Staff;
  resolve: Resolve;
  today: string;
}

const claim = ({ claims }: Staff, who: Node, one: Claim): void => {
  const theirs = claims.get(who);
  if (theirs) theirs.push(one);
  else claims.set(who, [one]);
};

const whomOnly = practitionerRole.pick({ practitioner: true }).required();

const readRole = (node: Node, { staff, resolve, today }: Reading): void => {
  const read = practitionerRole.safeParse(node.raw);
  if (!read.success) {
    const about = whomOnly.safeParse(node.raw);
    const who = about.success ? resolve(about.data.practitioner, node, ['Practitioner']) : null;
    if (who?.ok) staff.unclear.add(who.value);
    staff.problems.push(notAsR4(node, read.error, who?.ok ? who.value : null));
    return;
  }
  const { active = true, period, practitioner, code = [], specialty = [] } = read.data;
  const when = active ? whenIs(period, today) : 'over';
  if (practitioner === undefined) {
    staff.remarks.push({ kind: 'nobody-in-it', value: '', place: node.place });
    return;
  }
  const who = resolve(practitioner, node, ['Practitioner']);
  if (!who.ok) lost(node, who.problem, when, staff);
  else if (who.value.type === 'Practitioner')
    claim(staff, who.value, { by: 'role', when, work: workOf(code, specialty) });
  else
    staff.problems.push(
      errorAt(
        node.place,
        `The role is of ${nodeInWords(who.value)}, which is no Practitioner: nobody comes by it.`,
        'Correct the reference.',
      ),
    );
};

/** Reads a care team; gives the roles and teams inside it that it refers to. */
const readTeam = (node: Node, { staff, resolve, today }: Reading): Node[] => {
  const read = careTeam.safeParse(node.raw);
  if (!read.success) {
    staff.problems.push(notAsR4(node, read.error));
    return [];
  }
  const { status, period, participant = [] } = read.data;
  const team = openTeams.has(status) ? whenIs(period, today) : 'over';
  const inside: Node[] = [];
  for (const { member, role = [], period } of participant) {
    if (member === undefined) continue;
    const when = team === 'now' ? whenIs(period, today) : team;
    const found = resolve(member, node, members);
    const type = found.ok ? found.value.type : found.problem.type;
    if (never.has(type ?? '')) staff.remarks.push(neverStaff(node, type ?? ''));
    else if (!found.ok) {
      if (!others.has(type ?? '')) lost(node, found.problem, when, staff);
    } else if (type === 'Practitioner')
      claim(staff, found.value, { by: 'team', when, work: workOf(role, []) });
    else if (type === 'PractitionerRole' || type === 'CareTeam') {
      if (when === 'now' || found.value.container === null) inside.push(found.value);
    } else if (!others.has(found.value.type))
      staff.problems.push(
        errorAt(
          node.place,
          `The member ${nodeInWords(found.value)} of the care team can be none of the staff.`,
          'Correct the reference.',
        ),
      );
  }
  return inside;
};

const neverStaff = ({ place }: Node, type: string): Remark => ({ kind: 'never-staff', value: type, place });

const lost = (
  { place, type }: Node,
  { what, why }: Unresolved,
  when: Claim['when'],
  { problems, remarks }: Staff,
): void => {
  if (when === 'over') {
    remarks.push({ kind: 'lost-and-over', value: what, place });
    return;
  }
  const said = {
    missing: [
      `${what}, whom the ${type} is about, is not in these files`,
      'Bring the resource in the same import.',
    ],
    several: [
      `${what}, whom the ${type} is about, could be several resources`,
      'Give the full address of the one.',
    ],
    empty: [`The ${type} refers to somebody without saying whom`, 'Correct the reference.'],
  } as const;
  const [words, whatToDo] = said[why];
  problems.push(errorAt(place, `${words}: nobody comes by it.`, whatToDo));
};

const changesMeaning = new Set<PropertyKey>(['modifierExtension', 'implicitRules']);

/** The first thing that is not as R4 has it, by its path, or that changes what all the rest means. */
export const notAsR4 = (node: Node, { issues }: z.ZodError, who: Node | null = null): FhirProblem => {
  const where = issues[0]?.path ?? [];
  const path = quoted([node.type, ...where].join('.'));
  const lost = who === null ? '' : `: ${nodeInWords(who)} does not come`;
  const what = where.some((key) => changesMeaning.has(key))
    ? `${path} changes what the rest means, in a way that is not known here${lost}.`
    : `${path} is not as FHIR R4 has it${lost}.`;
  return errorAt(node.place, what, 'Correct it, or export it again.');
};
