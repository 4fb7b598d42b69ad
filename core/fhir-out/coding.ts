import { absentExtension, codeSystemUrl, identifierSystem, systems, type Vocabulary } from './systems.ts';
import type { CodeableConcept, Coding, Component, Identifier, Reference, Resource, Value } from './types.ts';
import { calledOtherwise, type vocabularies } from './vocabularies.ts';

/** “nurse-anesthetist” as a person reads it: “Nurse anesthetist”. */
export const inWords = (code: string): string => {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const display = (vocabulary: Vocabulary, code: string): string =>
  calledOtherwise[vocabulary]?.[code] ?? inWords(code);

export const codingOf = (vocabulary: Vocabulary, code: string): Coding => ({
  system: codeSystemUrl(vocabulary),
  code,
  display: display(vocabulary, code),
});

export const conceptOf = (vocabulary: Vocabulary, code: string): CodeableConcept => ({
  coding: [codingOf(vocabulary, code)],
});

/** Why there is no value (HL7’s codes). */
export type Absence = 'unknown' | 'temp-unknown' | 'not-asked' | 'not-applicable' | 'not-performed';

export const absent = (code: Absence): { dataAbsentReason: CodeableConcept } => ({
  dataAbsentReason: { coding: [{ system: systems.absent, code }] },
});

/** Somebody did, and nobody knows who. */
export const unknownWho: Reference = { extension: [{ url: absentExtension, valueCode: 'unknown' }] };

export const referenceTo = (type: Resource['resourceType'], id: string): Reference => ({
  reference: `${type}/${id}`,
});

export const identifierOf = (of: string, value: string): Identifier => ({
  system: identifierSystem(of),
  value,
});

/** Without what it is called: there are millions of them, and the code says it. */
export const aspect = (name: keyof typeof vocabularies.aspect, value: Value): Component => ({
  code: { coding: [{ system: codeSystemUrl('aspect'), code: name }] },
  ...value,
});

export const category: CodeableConcept = {
  coding: [{ system: codeSystemUrl('category'), code: 'care-team-introduction' }],
};

export const coded = (vocabulary: Vocabulary, code: string): Value => ({
  valueCodeableConcept: conceptOf(vocabulary, code),
});

/** A truth value, or that nobody said. */
export const truth = (value: boolean | null, otherwise: Absence): Value =>
  value === null ? absent(otherwise) : { valueBoolean: value };

export const seconds = (value: number): Value => ({
  valueQuantity: { value, unit: 's', system: systems.units, code: 's' },
});

/** Health data that is not real (HL7’s ActReason “test health data”). */
export const invented: Coding = { system: systems.actReason, code: 'HTEST', display: 'test health data' };
