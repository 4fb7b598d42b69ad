import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FhirPeople, readFhir } from '../../../core/fhir/people.ts';
import { errorsIn, notesIn, today } from './made.ts';

const samples = new URL('../../../../shared/samples/fhir/', import.meta.url);
const fileOf = (name: string) => ({ name, bytes: readFileSync(new URL(name, samples)) });
const folder = (name: string): string[] =>
  readdirSync(new URL(name, samples)).map((file) => `${name}${file}`);
const synthea = 'practitionerInformation1625911868739.json';
const hospitals = 'hospitalInformation1625911868739.json';
const patient = 'patient-8a4c9c04-1524-9f1c-d65b-9b17e4520fef.json';

const readAll = (...names: string[]): FhirPeople => {
  const read = readFhir(names.map(fileOf), today);
  if (!read.ok) throw new Error(read.problem.problems.map(({ what }) => what).join(' '));
  return read.value;
};
const roles = ({ people }: FhirPeople): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(people, ({ role }) => `${role}`)].map(([role, all]) => [role, all.length]),
  );

/**
 * The counts were worked out from the files before anything here read them, with Python's json module:
 *
 * - Synthea: a Bundle (batch) of 195 Practitioner and 195 PractitionerRole; ids, NPIs and names are all different, all
 *   are active, no role has a period. Each role refers by NPI, and each NPI is that of one Practitioner in it. All have
 *   the one code 208D00000X of the NUCC, General Practice: a physician. So 195 hospital doctors, each with one number.
 * - hospitalInformation: 194 Organization and 194 Location, nobody.
 * - patient: 66 entries, of which 1 Patient, and none a Practitioner, PractitionerRole or CareTeam: nobody.
 * - au/: 25 Practitioner, 25 PractitionerRole (each of one of these, none ended), 21 Organization, 3 Location. By code
 *   and text: 3 registered nurses (Alcock, Bassett, Bell); 3 physiotherapists (Baratz, Baynton, Bennett); 3 doctors
 *   (Allerton, paediatrician; Baker, pathologist; Bobrester, general practitioner); 1 anaesthetist (Berridge), 1
 *   pharmacist (Bond), 1 neurosurgeon (Bowden); 13 of no role here: 3 social workers and 1 occupational therapist, who
 *   are known to be such, and 1 psychologist, 1 audiologist, 3 ambulance officers, 3 health workers, 1 acupuncturist.
 * - hl7/: 3 Practitioner, 1 PractitionerRole (of Adam Careful, ended 2012-03-31), 1 Appointment, 1 Location. Eric van
 *   den broek and Pieter Voigt have no role. Their second number is a BSN, the Dutch national one.
 */
describe.skipIf(!existsSync(samples))('real files (skipped where the samples are not present)', () => {
  it('brings the 195 doctors of Synthea, whose roles refer to them by number', () => {
    const people = readAll(synthea);
    expect([roles(people), people.problems]).toEqual([{ 'hospital-doctor': 195 }, []]);
    expect(people.people.every(({ identifiers }) => identifiers.length === 1)).toBe(true);
    expect(people.people[0]).toMatchObject({
      ...{ given: 'Janette321', family: 'Fisher429', title: 'General Practice', standing: null },
      place: { file: 0, at: 1 },
    });
  });

  it('brings nobody from its hospitals and its patient, and says what they are', () => {
    const people = readAll(synthea, hospitals, patient);
    expect(people.people).toHaveLength(195);
    expect(notesIn(people)).toEqual([
      expect.stringContaining('Not used: 194 Location, 194 Organization, 38 Observation'),
      '1: Patients and relatives are never staff: 1 Patient.',
    ]);
    for (const name of [hospitals, patient])
      expect(readFhir([fileOf(name)], today)).toMatchObject({
        ok: false,
        problem: { problems: [{ line: 1 }] },
      });
  });

  it('brings the 25 people of Australia, each from two files, with their roles', () => {
    const people = readAll(...folder('au/'));
    expect([roles(people), errorsIn(people)]).toEqual([
      {
        ...{ 'bedside-nurse': 3, physiotherapist: 3, 'hospital-doctor': 3, anesthesiologist: 1 },
        ...{ pharmacist: 1, surgeon: 1, 'care-team-member': 13 },
      },
      [],
    ]);
    const unknown = notesIn(people).filter((note) => note.includes('is no role known here'));
    expect(unknown).toHaveLength(5);
    expect(notesIn(people)).toHaveLength(6);
  });

  it('brings two of HL7’s three, for the role of one has ended, and no Dutch national number', () => {
    const people = readAll(...folder('hl7/'));
    expect(
      people.people.map(({ given, family, credentials, standing }) => [given, family, credentials, standing]),
    ).toEqual([
      ['Adam', 'Careful', 'BS', 'left'],
      ['Eric', 'van den broek', 'MD', null],
      ['Pieter', 'Voigt', 'MD', null],
    ]);
    expect(people.people.map(({ identifiers }) => identifiers.map(({ system }) => system))).toEqual([
      ['http://www.acme.org/practitioners'],
      ['urn:oid:2.16.528.1.1007.3.1'],
      ['urn:oid:2.16.528.1.1007.3.1'],
    ]);
    expect(JSON.stringify(people)).not.toMatch(/129IDH4OP733|174BIP3JH438|1975|Galapagosweg|0205568263/);
  });
});
