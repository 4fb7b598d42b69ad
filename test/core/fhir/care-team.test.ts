import { describe, expect, it } from 'vitest';
import {
  errorsIn,
  type Json,
  namesIn,
  notesIn,
  nurse,
  only,
  practitioner,
  read,
  roleOf,
  surgeon,
} from './made.ts';

const ana = practitioner('1', 'Ana Sol');
const team = (participant: Json[], more: Json = {}): Json => ({
  resourceType: 'CareTeam',
  id: 't',
  participant,
  ...more,
});
const member = (reference: Json | string, more: Json = {}): Json => ({
  member: typeof reference === 'string' ? { reference } : reference,
  ...more,
});
const human = (resourceType: string, id: string): Json => ({ resourceType, id, name: [{ text: 'Pat Roe' }] });

describe('a care team', () => {
  it('brings only those of the staff: never its patient, a relative, an organization or another team', () => {
    const people = read(
      human('Patient', '7'),
      human('RelatedPerson', '8'),
      { resourceType: 'Organization', id: '9', name: 'Ward' },
      ana,
      team([
        member('Patient/7'),
        member('RelatedPerson/8'),
        member('Organization/9'),
        member('CareTeam/t'),
        member('Practitioner/1', { role: nurse }),
        {},
      ]),
    );
    expect([namesIn(people), errorsIn(people)]).toEqual([['Ana Sol'], []]);
    expect(only(people).role).toBe('bedside-nurse');
    expect(notesIn(people)).toContain(
      '1: Patients and relatives are never staff: 1 Patient, 1 Patient in a care team, 1 RelatedPerson and 1 RelatedPerson in a care team.',
    );
  });

  it('misses no patient or relative who is not in the files, and no organization', () => {
    const people = read(
      ana,
      team([
        member('Patient/70'),
        member('https://fhir.example/RelatedPerson/80'),
        member({ type: 'Patient', identifier: { value: '1' } }),
        member({ type: 'Organization', display: 'Ward' }),
        member('Organization?identifier=x|1'),
      ]),
    );
    expect(errorsIn(people)).toEqual([]);
  });

  it('lists who of the staff cannot be found', () => {
    const people = read(
      ana,
      team([member('Practitioner/2'), member('PractitionerRole/3'), member({ display: 'Bo' })]),
    );
    expect(errorsIn(people).map((text) => text.slice(0, 25))).toEqual([
      '2: “Practitioner/2”, whom',
      '2: “PractitionerRole/3”, ',
      '2: “Bo”, whom the CareTea',
    ]);
    expect(namesIn(people)).toEqual(['Ana Sol']);
  });

  it('says what somebody does only where no role of theirs does', () => {
    const people = read(
      ana,
      roleOf('Practitioner/1', surgeon),
      team([member('Practitioner/1', { role: nurse })]),
    );
    expect(only(people).role).toBe('surgeon');
  });

  it.each([
    ['is over', { period: { end: '2026-03-08' } }, {}],
    ['is inactive', { status: 'inactive' }, {}],
    ['was entered in error', { status: 'entered-in-error' }, {}],
    ['they have left', {}, { period: { end: '2026-03-08' } }],
  ])('that %s gives nobody a role', (_, more, left) => {
    expect(only(read(ana, team([member('Practitioner/1', { role: nurse, ...left })], more))).role).toBeNull();
    const inside = team([member('#p', { role: nurse, ...left })], {
      ...more,
      contained: [{ ...ana, id: 'p' }],
    });
    expect(read(inside).people).toEqual([]);
    const role = { ...roleOf('Practitioner/1', nurse), id: 'r' };
    expect(only(read(ana, team([member('#r', left)], { ...more, contained: [role] }))).role).toBeNull();
  });

  it('may contain its members, their roles and teams of its own, in a circle too', () => {
    const contained = [
      { ...practitioner('p', 'Ana Sol') },
      { ...roleOf('#q', surgeon), id: 'r' },
      { ...practitioner('q', 'Bo Li') },
      {
        resourceType: 'CareTeam',
        id: 'u',
        participant: [member('#u'), member('#'), member('#p', { role: nurse })],
      },
      { ...practitioner('z', 'Nobody Refers') },
    ];
    const people = read(team([member('#u'), member('#r')], { contained }));
    expect([namesIn(people), errorsIn(people)]).toEqual([['Ana Sol', 'Bo Li'], []]);
    expect(people.people.map(({ role }) => role).sort()).toEqual(['bedside-nurse', 'surgeon']);
  });

  it('of which a member can be none of the staff says so', () => {
    expect(errorsIn(read(ana, { resourceType: 'Device', id: '5' }, team([member('Device/5')])))[0]).toContain(
      'The member “Device/5” of the care team can be none of the staff.',
    );
  });
});
