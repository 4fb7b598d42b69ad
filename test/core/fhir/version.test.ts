import { describe, expect, it } from 'vitest';
import { bundleOf, errorsIn, practitioner, read, refusalOf } from './made.ts';

const ana = practitioner('1', 'Ana Sol');
const team = (participant: unknown, more = {}) => ({ resourceType: 'CareTeam', participant, ...more });

describe('another version of FHIR is refused with the reason', () => {
  it.each([
    ['R5', 'fhirVersion', { resourceType: 'CapabilityStatement', fhirVersion: '5.0.0' }],
    ['R4B', 'fhirVersion', { resourceType: 'ImplementationGuide', fhirVersion: ['4.0.1', '4.3.0'] }],
    ['STU3', 'fhirVersion', { ...ana, meta: { fhirVersion: '3.0.2' } }],
    [
      'DSTU2',
      'meta.profile',
      { ...ana, meta: { profile: ['http://hl7.org/fhir/1.0/StructureDefinition/Practitioner'] } },
    ],
    [
      'R5',
      'meta.profile',
      { ...ana, meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Practitioner|5.0.0'] } },
    ],
    ['DSTU2', 'Conformance', { resourceType: 'Conformance' }],
    ['DSTU2', 'Practitioner.practitionerRole', { ...ana, practitionerRole: [] }],
    ['DSTU2', 'Practitioner.name', { resourceType: 'Practitioner', name: { family: ['Sol'] } }],
    ['DSTU2', 'Practitioner.name.family', { resourceType: 'Practitioner', name: [{ family: ['Sol'] }] }],
    ['STU3', 'Practitioner.role', { ...ana, role: [] }],
    ['R5', 'Practitioner.communication.language', { ...ana, communication: [{ language: { text: 'es' } }] }],
    ['R5', 'Practitioner.deceasedBoolean', { ...ana, deceasedBoolean: false }],
    ['R5', 'Practitioner.photo.size', { ...ana, photo: [{ size: '12' }] }],
    ['R5', 'PractitionerRole.availability', { resourceType: 'PractitionerRole', availability: [] }],
    ['R5', 'PractitionerRole.contact', { resourceType: 'PractitionerRole', contact: [] }],
    ['R5', 'PractitionerRole.characteristic', { resourceType: 'PractitionerRole', characteristic: [] }],
    ['STU3', 'CareTeam.context', team([], { context: {} })],
    ['R5', 'CareTeam.participant.coverage', team([{ coveragePeriod: {} }])],
    ['STU3 or R5', 'CareTeam.participant.role', team([{ role: { text: 'x' } }])],
    ['R5', 'Organization.contact.name', { resourceType: 'Organization', contact: [{ name: [] }] }],
    ['R5', 'Location.virtualService', { resourceType: 'Location', virtualService: [] }],
  ])('%s by %s', (version, by, resource) => {
    expect(refusalOf(bundleOf([ana, resource]))).toBe(
      `2: This is FHIR ${version} (${by} says so); only R4 can be read.`,
    );
  });

  it.each([
    { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' },
    { ...ana, meta: { profile: ['http://hl7.org/fhir/4.0/StructureDefinition/Practitioner'] } },
    {
      ...ana,
      meta: { profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-practitioner|6.1.0'] },
    },
    { ...ana, communication: [{ text: 'es' }], photo: [{ size: 12 }] },
    team([{ role: [{ text: 'x' }] }]),
    { resourceType: 'Organization', contact: [{ name: { family: 'Sol' } }] },
  ])('and R4 is not: %j', (resource) => {
    expect(errorsIn(read(practitioner('2', 'Bo Li'), resource))).toEqual([]);
  });
});
