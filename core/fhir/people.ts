import { ok, type Result, refuse } from '../result.ts';
import type { FhirFile } from './file.ts';
import { type Node, type Refusal, readGraph } from './graph.ts';
import { byPlace, errorAt, type FhirProblem, type FileName } from './place.ts';
import { type FhirPerson, readPractitioner } from './practitioner.ts';
import { resolverOf } from './references.ts';
import { counted, notesOf, type Remark } from './remarks.ts';
import { onePersonEach } from './same-person.ts';
import { readStaff } from './staff.ts';
import { onceEach } from './versions.ts';

export interface FhirPeople {
  files: FileName[];
  people: FhirPerson[];
  problems: FhirProblem[];
}

const ofPeople = new Set(['Practitioner', 'PractitionerRole', 'CareTeam']);
const never = new Set(['Patient', 'RelatedPerson']);

/**
 * Reads the people of the staff out of files of FHIR R4 that belong together: Bundles, NDJSON, single resources. `today`
 * is YYYY-MM-DD: what has ended by then is not offered. Refuses, with the reasons, files of which one cannot be read, or
 * in which there is nobody.
 */
export const readFhir = (given: readonly FhirFile[], today: string): Result<FhirPeople, Refusal> => {
  const graph = readGraph(given);
  if (!graph.ok) return graph;
  const { files, nodes: all } = graph.value;
  if (!all.some(({ type }) => ofPeople.has(type)))
    return refuse({
      files,
      problems: [
        errorAt(
          { file: 0, at: 1 },
          `There is nobody of the staff in it${all.length === 0 ? '' : `, only ${counted(all.map(({ type }) => type))}`}.`,
          'People are read from Practitioner, PractitionerRole and CareTeam resources.',
        ),
      ],
    });
  const once = onceEach(files, all);
  const { claims, unclear, ...staff } = readStaff(once.nodes, resolverOf(once.nodes), today);
  const problems = [...graph.value.problems, ...once.problems, ...staff.problems];
  const remarks = [...once.remarks, ...staff.remarks.filter(({ kind }) => kind !== 'never-staff')];

  const practitioners = new Set([
    ...once.nodes.filter(({ type }) => type === 'Practitioner'),
    ...claims.keys(),
  ]);
  const people: FhirPerson[] = [];
  for (const node of practitioners) {
    if (unclear.has(node)) continue;
    const read = readPractitioner(node, claims.get(node) ?? [], today);
    if (!read.ok) problems.push(read.problem);
    else {
      remarks.push(...read.value.remarks);
      if (read.value.person !== null) people.push(read.value.person);
    }
  }
  const sorted = onePersonEach(files, people);
  problems.push(...sorted.problems);
  const keptOut = new Set(sorted.problems.map(({ file, line }) => `${file}:${line}`));
  const said = remarks.filter(({ place }) => !keptOut.has(`${place.file}:${place.at}`));
  said.push(...sorted.remarks, ...leftAside(all, staff.remarks));
  return ok({
    files,
    people: sorted.people.sort((one, two) => byPlace(one.place, two.place)),
    problems: [...problems, ...notesOf(files, said)].sort(
      (one, two) => one.file - two.file || one.line - two.line,
    ),
  });
};

/** What there is besides the staff: patients and relatives, in resources and in teams, and all that is not used. */
const leftAside = (nodes: readonly Node[], members: readonly Remark[]): Remark[] => {
  const remark = (
    kind: 'never-staff' | 'not-used',
    found: readonly { type: string; place: Node['place'] }[],
  ) => {
    const [first] = found;
    return first === undefined
      ? []
      : [{ kind, value: counted(found.map(({ type }) => type)), place: first.place }];
  };
  const inTeams = members
    .filter(({ kind }) => kind === 'never-staff')
    .map(({ value, place }) => ({ type: `${value} in a care team`, place }));
  return [
    ...remark('never-staff', [...nodes.filter(({ type }) => never.has(type)), ...inTeams]),
    ...remark(
      'not-used',
      nodes.filter(({ type }) => !never.has(type) && !ofPeople.has(type)),
    ),
  ];
};
