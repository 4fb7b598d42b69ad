import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../core/fhir/identifiers.ts';
import type { Identifier } from '../../../core/fhir/shapes.ts';
import { notesIn, numbered, practitioner, read, today } from './made.ts';

const kept = (...identifiers: Identifier[]): string[] =>
  numbersOf(identifiers, today).kept.map(({ system, value }) => `${system}|${value}`);
const typed = (code: string): Identifier => ({ system: 'urn:x', value: '1', type: { coding: [{ code }] } });

describe('the numbers by which somebody is known again', () => {
  it('are those that say whose they are, the official ones first', () => {
    expect(
      kept(
        { system: 'urn:a', value: '1', use: 'secondary' },
        { system: 'urn:b', value: '2', use: 'usual' },
        { system: 'urn:c', value: '3', use: 'official' },
        { system: 'urn:c', value: ' 3 ' },
        { value: '4' },
        { system: 'urn:d' },
        { system: ' ', value: '5' },
      ),
    ).toEqual(['urn:c|3', 'urn:b|2', 'urn:a|1']);
  });

  it('are none that are old, temporary or over', () => {
    expect(
      kept(
        { system: 'urn:a', value: '1', use: 'old' },
        { system: 'urn:b', value: '2', use: 'temp' },
        { system: 'urn:c', value: '3', period: { end: '2025-12-31' } },
      ),
    ).toEqual([]);
  });

  it.each([
    'http://hl7.org/fhir/sid/us-ssn',
    'urn:oid:2.16.840.1.113883.4.1',
    'urn:oid:2.16.840.1.113883.4.3.25',
    'http://hl7.org/fhir/sid/passport-USA',
    'http://fhir.nl/fhir/NamingSystem/bsn',
    'HTTP://FHIR.NL/fhir/NamingSystem/BSN/',
    'urn:oid:2.16.840.1.113883.2.4.6.3',
    'https://fhir.nhs.uk/Id/nhs-number',
    'http://ns.electronichealth.net.au/id/hi/ihi/1.0',
    'http://hl7.it/sid/codiceFiscale',
    'https://registry.example/id/codice-fiscale',
    'https://gov.example/sid/dni',
    'urn:gov:ssn',
  ])('are never national or private, by their system: %s', (system) => {
    expect(numbersOf([{ system, value: '123' }], today)).toEqual({ kept: [], dropped: 1 });
  });

  it.each(['SS', 'NI', 'NNUSA', 'NNDNK', 'PPN', 'DL', 'TAX', 'MR', 'SB'])(
    'are never national or private, by their type: %s',
    (code) => {
      expect(numbersOf([typed(code)], today)).toEqual({ kept: [], dropped: 1 });
    },
  );

  it.each([
    'http://hl7.org/fhir/sid/us-npi',
    'urn:oid:2.16.840.1.113883.4.6',
    'http://ns.electronichealth.net.au/id/hi/hpii/1.0',
    'urn:oid:2.16.528.1.1007.3.1',
    'https://fhir.hl7.org.uk/Id/gmc-number',
    'http://www.acme.org/practitioners',
  ])('may be of a register of professions, or the hospital’s own: %s', (system) => {
    expect(kept({ system, value: '1' })).toEqual([`${system}|1`]);
  });

  it.each(['NPI', 'PRN', 'EI', 'MD', 'RN', 'UPIN'])('may be of the type %s', (code) => {
    expect(kept(typed(code))).toHaveLength(1);
  });

  it('and that private ones are dropped is said, without what they are', () => {
    const identifier = [...numbered('7'), { system: 'http://hl7.org/fhir/sid/us-ssn', value: '078-05-1120' }];
    const people = read(practitioner('1', 'Ana Sol', { identifier }));
    expect(notesIn(people)).toContain('1: National, insurance and other private numbers are not kept.');
    expect(JSON.stringify(people)).not.toMatch(/078|us-ssn/);
  });
});
