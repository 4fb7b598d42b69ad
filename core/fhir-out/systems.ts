import type { vocabularies } from './vocabularies.ts';

/**
 * Under which the names are that this program gives: code systems, and what identifiers are of. The domain is one of
 * those that lead nowhere (RFC 2606), for they are names and nothing is fetched from them; they never change.
 */
const canonical = 'https://bedside-hello.example/fhir';

export type Vocabulary = keyof typeof vocabularies;

export const codeSystemUrl = (vocabulary: Vocabulary): string => `${canonical}/CodeSystem/${vocabulary}`;

/** Whose number an identifier is: the ids by which the kiosk, its log and its CSV know the thing. */
export const identifierSystem = (of: string): string => `${canonical}/identifier/${of}`;

/** Systems of others. None of them asks for a licence; SNOMED CT, NUCC and LOINC are not used. */
export const systems = {
  absent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  actReason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  dicom: 'http://dicom.nema.org/resources/ontology/DCM',
  entityLifecycle: 'http://terminology.hl7.org/CodeSystem/dicom-audit-lifecycle',
  entityRole: 'http://terminology.hl7.org/CodeSystem/object-role',
  entityType: 'http://terminology.hl7.org/CodeSystem/audit-entity-type',
  language: 'urn:ietf:bcp:47',
  lifecycle: 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle',
  occupation: 'http://terminology.hl7.org/CodeSystem/practitioner-role',
  securityRole: 'http://terminology.hl7.org/CodeSystem/extra-security-role-type',
  source: 'http://terminology.hl7.org/CodeSystem/security-source-type',
  units: 'http://unitsofmeasure.org',
} as const;

export const absentExtension = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
