import { describe, expect, it } from 'vitest';
import { workOf } from '../../../core/fhir/role.ts';
import { roleOfCode } from '../../../core/fhir/role-codes.ts';
import { errorsIn, notesIn, nurse, only, practitioner, read, roleOf, surgeon } from './made.ts';

const sct = 'http://snomed.info/sct';
const nucc = 'http://nucc.org/provider-taxonomy';
const coded = (system: string, code: string, text?: string) => ({
  coding: [{ system, code }],
  ...(text === undefined ? {} : { text }),
});
const ana = practitioner('1', 'Ana Sol');
const withRoles = (...roles: [code: unknown, more?: Record<string, unknown>][]) =>
  read(ana, ...roles.map(([code, more]) => roleOf('Practitioner/1', code, more)));

describe('what a code of an occupation means', () => {
  it.each([
    [sct, '304292004', 'surgeon'],
    [sct, '88189002', 'anesthesiologist'],
    [sct, '405278004', 'nurse-anesthetist'],
    [sct, '413854007', 'circulating-nurse'],
    [sct, '415506007', 'scrub-nurse'],
    [sct, '224535009', 'bedside-nurse'],
    [sct, '405277009', 'resident-doctor'],
    [sct, '398130009', 'medical-student'],
    [sct, '397897005', null],
    [nucc, '208D00000X', 'hospital-doctor'],
    [nucc, '207L00000X', 'anesthesiologist'],
    [nucc, '2086S0129X', 'surgeon'],
    [nucc, '2084P0800X', 'hospital-doctor'],
    [nucc, '163W00000X', 'bedside-nurse'],
    [nucc, '163WR0006X', 'surgical-assistant'],
    [nucc, '246ZS0410X', 'scrub-technician'],
    [nucc, '183500000X', 'pharmacist'],
    [nucc, '183700000X', null],
    [nucc, '367500000X', 'nurse-anesthetist'],
    [nucc, '390200000X', null],
    [nucc, '207', null],
    ['http://terminology.hl7.org/CodeSystem/practitioner-role', 'doctor', 'hospital-doctor'],
    ['http://terminology.hl7.org/CodeSystem/practitioner-role', 'constructor', null],
    ['http://elsewhere.example', '304292004', null],
  ])('%s %s: %s', (system, code, role) => {
    expect(roleOfCode(system, code)).toBe(role);
  });
});

describe('what a role is', () => {
  it.each([
    ['by its code', [coded(sct, '224535009')], [], 'bedside-nurse', null],
    ['by its code, in its own words', [coded(sct, '224535009', 'RN nec')], [], 'bedside-nurse', 'RN nec'],
    ['by its words', [{ text: 'Charge nurse' }], [], 'charge-nurse', 'Charge nurse'],
    [
      'by the words of a coding',
      [{ coding: [{ display: 'Perfusionist' }] }],
      [],
      'perfusionist',
      'Perfusionist',
    ],
    [
      'known, and none of its own',
      [coded(sct, '106328005', 'Social Worker')],
      [],
      'care-team-member',
      'Social Worker',
    ],
    ['unknown, and keeps its words', [{ text: 'Acupuncturist' }], [], null, 'Acupuncturist'],
    [
      'a doctor, made more exact by the specialty',
      [coded(sct, '309343006', 'Physician')],
      [coded(sct, '394577000')],
      'anesthesiologist',
      'Physician',
    ],
    [
      'a nurse, whatever the specialty',
      [coded(sct, '224535009', 'Nurse')],
      [coded(sct, '394577000')],
      'bedside-nurse',
      'Nurse',
    ],
    [
      'by a specialty that names an occupation, where it has no code',
      [],
      [coded(nucc, '207L00000X', 'Anesthesiology')],
      'anesthesiologist',
      'Anesthesiology',
    ],
    ['not by a specialty that anybody can have', [], [coded(sct, '394577000', 'Anaesthetics')], null, null],
    [
      'the one that is known of several codes',
      [{ text: 'Staff' }, { text: 'Surgeon' }],
      [],
      'surgeon',
      'Surgeon',
    ],
    [
      'a student by the words, whatever the code',
      [coded(sct, '224535009', 'Nursing student')],
      [],
      'nursing-student',
      'Nursing student',
    ],
    [
      'not that of somebody who is learning it',
      [coded(sct, '159016003', 'Trainee radiographer')],
      [],
      null,
      'Trainee radiographer',
    ],
  ])('is told: %s', (_, codes, specialties, role, title) => {
    expect(workOf(codes, specialties)).toMatchObject({ role, title });
  });

  it('that is unknown is a member of the care team, and noted once for all who have it', () => {
    const unknown = [{ text: 'Acupuncturist' }];
    const people = read(
      ana,
      practitioner('2', 'Bo Li'),
      roleOf('Practitioner/1', unknown),
      roleOf('Practitioner/2', unknown),
    );
    expect(people.people.map(({ role, title }) => [role, title])).toEqual(
      Array(2).fill(['care-team-member', 'Acupuncturist']),
    );
    expect(notesIn(people)).toEqual([
      '1: “Acupuncturist” is no role known here: shown as a member of the care team, and kept as the title (entry 1 and entry 2).',
    ]);
  });

  it('that has only an unknown code names the code', () => {
    expect(notesIn(withRoles([[coded('urn:x', '99')]]))[0]).toContain(
      'The code “urn:x|99” is no role known here',
    );
  });

  it('that nobody gives is said', () => {
    expect(notesIn(read(ana))[0]).toContain('No role is given');
    expect(only(read(ana)).role).toBeNull();
  });
});

describe('somebody with several roles', () => {
  it('has the first of the catalogue that is known, which is said', () => {
    const people = withRoles([[{ text: 'Acupuncturist' }]], [nurse], [surgeon]);
    expect(only(people)).toMatchObject({ role: 'surgeon', title: 'Surgeon' });
    expect(notesIn(people)).toEqual([
      '1: Of several roles the first is taken: “Surgeon”, “Acupuncturist”, “Nurse”.',
    ]);
  });

  it('is shown as learning where they learn', () => {
    expect(only(withRoles([nurse], [[{ text: 'Medical student' }]])).role).toBe('medical-student');
  });

  it('has only those that hold today', () => {
    const people = withRoles(
      [surgeon, { period: { end: '2026-03-08' } }],
      [surgeon, { active: false }],
      [surgeon, { period: { start: '2026-03-10' } }],
      [nurse, { period: { start: '2020', end: '2026-03-09' } }],
    );
    expect([only(people).role, only(people).standing, notesIn(people)]).toEqual(['bedside-nurse', null, []]);
  });

  it('of the same kind has no note', () => {
    expect(notesIn(withRoles([nurse], [nurse]))).toEqual([]);
  });
});

describe('somebody whose roles do not hold', () => {
  it.each([
    ['have ended', [roleOf('Practitioner/1', nurse, { period: { end: '2026-03-08' } })]],
    ['are inactive', [roleOf('Practitioner/1', nurse, { active: false })]],
  ])('has left, if they %s', (_, roles) => {
    const people = read(ana, ...roles);
    expect(only(people)).toMatchObject({ standing: 'left', role: null, title: null });
    expect(notesIn(people)).toEqual([
      '1: Their roles have ended, or they are no longer active: they are not offered.',
    ]);
  });

  it('has left who is no longer active, whatever their roles', () => {
    expect(only(read({ ...ana, active: false }, roleOf('Practitioner/1'))).standing).toBe('left');
  });

  it('does not come before they begin', () => {
    const people = read(ana, roleOf('Practitioner/1', nurse, { period: { start: '2026-04' } }));
    expect([people.people, notesIn(people)]).toEqual([
      [],
      ['1: Their roles have not begun yet: they do not come now.'],
    ]);
  });

  it('is not missed where the role that has ended is of somebody who is not there', () => {
    const people = read(ana, roleOf('Practitioner/2', nurse, { active: false }));
    expect(notesIn(people)).toContain('2: “Practitioner/2” cannot be found, in a role that has ended.');
  });

  it('may have a role with nobody in it', () => {
    expect(notesIn(read(ana, { resourceType: 'PractitionerRole', code: nurse }))).toContain(
      '2: The role has nobody in it.',
    );
  });

  it('needs no name to have left', () => {
    const people = read({ resourceType: 'Practitioner', id: '2', active: false }, ana);
    expect([errorsIn(people), only(people).given]).toEqual([[], 'Ana']);
  });

  it.each([
    ['Practitioner.modifierExtension', { ...ana, modifierExtension: [{ url: 'urn:x' }] }],
    ['Practitioner.implicitRules', { ...ana, implicitRules: 'urn:x' }],
    [
      'PractitionerRole.modifierExtension',
      roleOf('Practitioner/1', nurse, { modifierExtension: [{ url: 'urn:x' }] }),
    ],
  ])('does not come where %s changes what the rest means', (path, resource) => {
    const people = read(...(resource.resourceType === 'Practitioner' ? [] : [ana]), resource);
    expect(people.people).toEqual([]);
    expect(errorsIn(people)).toEqual([expect.stringContaining(`“${path}” changes what the rest means`)]);
  });

  it('cannot come where nobody can read whether they do', () => {
    const people = read(ana, roleOf('Practitioner/1', nurse, { period: { end: '31/03/2012' } }));
    expect([people.people, errorsIn(people)]).toEqual([
      [],
      ['2: “PractitionerRole.period.end” is not as FHIR R4 has it: “Practitioner/1” does not come.'],
    ]);
  });
});
