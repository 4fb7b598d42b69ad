import { type FhirPeople, readFhir } from '../../../core/fhir/people.ts';
import type { FhirProblem } from '../../../core/fhir/place.ts';
import type { FhirPerson } from '../../../core/fhir/practitioner.ts';

export type Json = Record<string, unknown>;

/** The day on which everything here is read. */
export const today = '2026-03-09';

export const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

export const fileOf = (value: unknown, name = 'x.json') => ({ name, bytes: bytesOf(value) });

/** A Bundle of these resources; an entry with a `fullUrl` is taken as it is. */
export const bundleOf = (entries: readonly Json[], type = 'collection'): Json => ({
  resourceType: 'Bundle',
  type,
  entry: entries.map((one) => ('resourceType' in one ? { resource: one } : one)),
});

export const practitioner = (id: string, name: string, more: Json = {}): Json => {
  const [given = '', family = ''] = name.split(' ');
  return { resourceType: 'Practitioner', id, name: [{ given: [given], family }], ...more };
};

export const nurse = [{ coding: [{ system: 'http://snomed.info/sct', code: '224535009' }], text: 'Nurse' }];
export const surgeon = [{ text: 'Surgeon' }];

export const roleOf = (who: Json | string, code: unknown = nurse, more: Json = {}): Json => ({
  resourceType: 'PractitionerRole',
  practitioner: typeof who === 'string' ? { reference: who } : who,
  code,
  ...more,
});

export const numbered = (value: string, system = 'http://hospital.example/staff', more: Json = {}) => [
  { system, value, ...more },
];

/** What comes of files; throws where they are refused. */
export const readFiles = (...values: unknown[]): FhirPeople => {
  const read = readFhir(
    values.map((value, at) => fileOf(value, `${'abc'.charAt(at)}.json`)),
    today,
  );
  if (!read.ok) throw new Error(read.problem.problems.map(({ what }) => what).join(' '));
  return read.value;
};

/** What comes of resources in one Bundle. */
export const read = (...entries: Json[]): FhirPeople => readFiles(bundleOf(entries));

/** Why a file is refused, with its line. */
export const refusalOf = (value: unknown, name = 'x.json'): string => {
  const refused = readFhir(
    [value instanceof Uint8Array ? { name, bytes: value } : fileOf(value, name)],
    today,
  );
  if (refused.ok) return 'is not refused';
  return refused.problem.problems.map(({ line, what }) => `${line}: ${what}`).join(' ');
};

export const namesIn = ({ people }: FhirPeople): string[] =>
  people.map(({ given, family }) => [given, family].filter((part) => part !== null).join(' ')).sort();

export const errorsIn = ({ problems }: FhirPeople): string[] =>
  problems.filter(({ severity }) => severity === 'error').map(inShort);

export const notesIn = ({ problems }: FhirPeople): string[] =>
  problems.filter(({ severity }) => severity === 'note').map(inShort);

const inShort = ({ line, what }: FhirProblem): string => `${line}: ${what}`;

/** The only one who comes. */
export const only = ({ people, problems }: FhirPeople): FhirPerson => {
  const [one, other] = people;
  if (one === undefined || other !== undefined)
    throw new Error(`${people.length} came: ${problems.map(inShort).join(' ')}`);
  return one;
};
