import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { entryText } from '../../../core/fhir-out/bundle.ts';
import { codeSystems } from '../../../core/fhir-out/code-systems.ts';
import { kiosk, location, organization } from '../../../core/fhir-out/places.ts';
import { sessionResources } from '../../../core/fhir-out/session.ts';
import {
  type Json,
  problemsOf,
  problemsOfTransactions,
  type Transaction,
} from '../../support/fhir-validator.ts';
import { idOf, session } from './made.ts';

/** Fresh and whole, as it is sent. */
const transaction = (): Transaction => {
  const place = { id: 'here', name: 'OR 3', unit: 'u-1' };
  const resources = [
    ...codeSystems(idOf),
    kiosk(idOf, session().log),
    organization(idOf, { id: 'u-1', name: 'Operating rooms' }),
    location(idOf, place),
    ...sessionResources(idOf, session()),
  ];
  const entry = resources.map((one) => JSON.parse(entryText(one)));
  return { resourceType: 'Bundle', type: 'transaction', entry };
};

/** One of its resources, changed; what the validator then says of all of it. */
const broken = (type: string, change: (resource: Json, whole: Transaction) => void): string => {
  const whole = transaction();
  const found = whole.entry.findLast(({ resource }) => resource.resourceType === type);
  if (found === undefined) throw new Error(`No ${type}`);
  change(found.resource, whole);
  return problemsOfTransactions([whole]).join('\n');
};

describe('the validator of the tests', () => {
  it('has nothing to say against what is whole', () => {
    expect(problemsOfTransactions([transaction()])).toEqual([]);
  });

  it.each<[string, string, (resource: Json, whole: Transaction) => void, string]>([
    ['a status that is missing', 'Observation', (one) => delete one.status, 'Observation.status Missing'],
    [
      'a status that FHIR has not',
      'Observation',
      (one) => Object.assign(one, { status: 'done' }),
      '/status must be equal',
    ],
    ['no code', 'Observation', (one) => delete one.code, 'Observation.code Missing'],
    ['a field that FHIR has not', 'Observation', (one) => Object.assign(one, { patient: 'x' }), 'additional'],
    [
      'one where there should be a list',
      'Observation',
      (one) => Object.assign(one, { category: {} }),
      '/category must be array',
    ],
    [
      'a value and a reason why there is none',
      'Observation',
      (one) => Object.assign(one, { dataAbsentReason: { text: 'none' } }),
      'obs-6',
    ],
    [
      'a component that says the same as the whole',
      'Observation',
      (one) => Object.assign(one, { component: [{ code: one.code, valueBoolean: true }] }),
      'obs-7',
    ],
    ['two values', 'Observation', (one) => Object.assign(one, { valueBoolean: true }), 'Conflicting choice'],
    [
      'a time without its offset',
      'Observation',
      (one) => Object.assign(one, { issued: '2026-06-15T09:00:00' }),
      'issued',
    ],
    [
      'a day that no calendar has',
      'Observation',
      (one) => Object.assign(one, { effectivePeriod: { start: '2026-13-01' } }),
      'pattern',
    ],
    [
      'an end before the start',
      'Observation',
      (one) =>
        Object.assign(one, {
          effectivePeriod: { start: '2026-06-15T09:00:00+02:00', end: '2026-06-15T07:59:00+01:00' },
        }),
      'per-1',
    ],
    [
      'a place that is a person',
      'Observation',
      (one) => Object.assign(one, { subject: { reference: 'Practitioner/1' } }),
      'Invalid reference',
    ],
    [
      'a reference that leads nowhere',
      'Observation',
      (one) => Object.assign(one, { focus: [{ reference: 'PractitionerRole/x' }] }),
      'PractitionerRole/x, which is nowhere',
    ],
    [
      'a code that HL7 has not',
      'PractitionerRole',
      (one) =>
        Object.assign(one, {
          code: [
            {
              coding: [{ system: 'http://terminology.hl7.org/CodeSystem/practitioner-role', code: 'wizard' }],
            },
          ],
        }),
      'has no wizard',
    ],
    [
      'a code of its own that is in no code system',
      'PractitionerRole',
      (one) =>
        Object.assign(one, {
          code: [
            { coding: [{ system: 'https://bedside-hello.example/fhir/CodeSystem/role', code: 'wizard' }] },
          ],
        }),
      'has no wizard',
    ],
    [
      'a code system that is not there',
      'PractitionerRole',
      (one) =>
        Object.assign(one, {
          code: [{ coding: [{ system: 'https://bedside-hello.example/fhir/CodeSystem/x', code: 'y' }] }],
        }),
      'is nowhere',
    ],
    [
      'nothing where something must be',
      'Observation',
      (one) => Object.assign(one, { performer: [{}] }),
      'empty',
    ],
    [
      'an organization without name or number',
      'Organization',
      (one) => {
        delete one.name;
        delete one.identifier;
      },
      'org-1',
    ],
    [
      'a code twice in a code system',
      'CodeSystem',
      (one) => Object.assign(one, { concept: [{ code: 'a' }, { code: 'a' }] }),
      'csd-1',
    ],
    [
      'an id of letters that ids must not have',
      'Location',
      (one) => Object.assign(one, { id: 'here_1' }),
      '/id must match',
    ],
    [
      'a resource of another version',
      'Location',
      (one) => Object.assign(one, { resourceType: 'SubscriptionTopic' }),
      'is no resource of R4',
    ],
    [
      'a resource of Medplum’s own',
      'Location',
      (one) => Object.assign(one, { resourceType: 'Bot' }),
      'is no resource of R4',
    ],
    [
      'a request that is missing',
      'Observation',
      (_, whole) =>
        Object.assign(whole, {
          entry: [
            ...whole.entry,
            { fullUrl: 'urn:uuid:0', resource: whole.entry[0]?.resource, request: undefined },
          ],
        }),
      'bdl-3',
    ],
    [
      'an entry that stands twice',
      'Observation',
      (_, whole) => Object.assign(whole, { entry: [...whole.entry, ...whole.entry.slice(-1)] }),
      'bdl-7',
    ],
    [
      'an address of something else',
      'Observation',
      (one) => Object.assign(one, { id: 'other' }),
      'request: PUT',
    ],
    [
      'a bundle that is no transaction',
      'Observation',
      (_, whole) => Object.assign(whole, { type: 'collection' }),
      'bdl-3',
    ],
  ])('finds %s', (_, type, change, said) => {
    expect(broken(type, change)).toContain(said);
  });
});

const require = createRequire(import.meta.url);
const folder = pathToFileURL(require.resolve('hl7.fhir.r4.examples/package.json'));
const like =
  /^(?:AuditEvent|Observation|PractitionerRole|Organization|Location|Device|Bundle|CodeSystem-[a-c]|Procedure|Provenance|Communication|Encounter|Patient)-/u;

/** Bundles of the specification itself: definitions of all resources, value sets. */
const isSpecification =
  /^Bundle-(?:conceptmaps|dataelements|extensions|externals|profiles-others|registry|resources|searchParams|terminologies|types|v[23]-valuesets|valueset-expansions|valuesets)\.json$/u;

test('it accepts the official examples of HL7 of the resources that are exported, and of others', () => {
  const names = readdirSync(new URL('.', folder)).filter(
    (name) => like.test(name) && !isSpecification.test(name),
  );
  const wrong = names.flatMap((name) => {
    const problems = problemsOf(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    return problems.map((problem) => `${name}: ${problem}`);
  });
  expect(names.length).toBeGreaterThan(170);
  // One of them has indeed a visit for its performer.
  expect(wrong).toEqual([
    expect.stringContaining(
      'Observation-clinical-gender.json: definition: Observation.performer[0] Invalid reference: got "Encounter"',
    ),
  ]);
});
