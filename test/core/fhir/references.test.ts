import { describe, expect, it } from 'vitest';
import {
  bundleOf,
  errorsIn,
  type Json,
  numbered,
  nurse,
  practitioner,
  read,
  readFiles,
  roleOf,
} from './made.ts';

const server = 'https://fhir.example/r4';
const uuid = 'urn:uuid:0e4dd2a0-5c5e-4a2e-9c3d-3f3f6a4f0001';
const at = (fullUrl: string, resource: Json): Json => ({ fullUrl, resource });
const ana = practitioner('1', 'Ana Sol', { identifier: numbered('7') });
const rolesOf = ({ people }: ReturnType<typeof read>) =>
  Object.fromEntries(people.map(({ given, role }) => [given, role]));

describe('a reference', () => {
  it.each([
    ['urn:uuid', [at(uuid, ana), at('urn:uuid:2', roleOf(uuid))]],
    ['urn:uuid in other letters', [at(uuid.toUpperCase(), ana), at('urn:uuid:2', roleOf(uuid))]],
    ['urn:oid', [at('urn:oid:1.2.3', ana), roleOf('urn:oid:1.2.3')]],
    ['absolute', [at(`${server}/Practitioner/1`, ana), roleOf(`${server}/Practitioner/1`)]],
    [
      'absolute, of one version',
      [at(`${server}/Practitioner/1`, ana), roleOf(`${server}/Practitioner/1/_history/3`)],
    ],
    [
      'relative on one server',
      [at(`${server}/Practitioner/1`, ana), at(`${server}/PractitionerRole/5`, roleOf('Practitioner/1'))],
    ],
    ['relative without any server', [ana, roleOf('Practitioner/1')]],
    ['relative, of one version', [ana, roleOf('Practitioner/1/_history/3')]],
    ['relative to a urn:uuid that has the id', [at(uuid, ana), at('urn:uuid:2', roleOf('Practitioner/1'))]],
    ['by identifier', [ana, roleOf({ type: 'Practitioner', identifier: numbered('7')[0] })]],
    ['by identifier without its type', [ana, roleOf({ identifier: numbered('7')[0] })]],
    [
      'by identifier where the literal leads nowhere',
      [ana, roleOf({ reference: 'Practitioner/99', type: 'Practitioner', identifier: numbered('7')[0] })],
    ],
    ['conditional', [ana, roleOf('Practitioner?identifier=http://hospital.example/staff|7')]],
    [
      'conditional, with its signs written out',
      [ana, roleOf('Practitioner?identifier=http%3A%2F%2Fhospital.example%2Fstaff%7C7')],
    ],
    ['contained', [{ ...roleOf('#p'), contained: [{ ...ana, id: 'p' }] }]],
  ])('that is %s is followed', (_, entries) => {
    const people = read(...entries);
    expect([errorsIn(people), rolesOf(people)]).toEqual([[], { Ana: 'bedside-nurse' }]);
  });

  it.each([
    ['to somebody who is not there', [ana, roleOf('Practitioner/2')], '“Practitioner/2”'],
    [
      'to another server',
      [
        at(`${server}/Practitioner/1`, ana),
        at('https://other.example/r4/PractitionerRole/5', roleOf('Practitioner/1')),
      ],
      '“Practitioner/1”',
    ],
    [
      'absolute, to what has only an id',
      [ana, roleOf(`${server}/Practitioner/1`)],
      `“${server}/Practitioner/1”`,
    ],
    ['to a urn that is not there', [ana, roleOf('urn:uuid:9')], '“urn:uuid:9”'],
    ['to a file', [ana, roleOf('file:///etc/passwd')], '“file:///etc/passwd”'],
    ['contained, and not there', [ana, { ...roleOf('#q'), contained: [{ ...ana, id: 'p' }] }], '“#q”'],
    ['by a number that nobody has', [ana, roleOf({ identifier: numbered('8')[0] })], 'an identifier'],
    [
      'by a number of another system',
      [ana, roleOf({ type: 'Practitioner', identifier: { system: 'urn:x', value: '7' } })],
      'an identifier',
    ],
    ['by name only', [ana, roleOf({ display: 'Dr Ana Sol' })], '“Dr Ana Sol”'],
    ['to nothing', [ana, roleOf({})], 'The PractitionerRole refers to somebody without saying whom'],
  ])('%s is listed, and nobody comes by it', (_, entries, named) => {
    const people = read(...entries);
    expect(rolesOf(people)).toEqual({ Ana: null });
    expect(errorsIn(people)).toHaveLength(1);
    expect(errorsIn(people)[0]).toContain(named);
    expect(errorsIn(people)[0]).toMatch(/^2: .*nobody comes by it\.$/);
  });

  it('that could mean two is listed', () => {
    const two = [
      at(`${server}/Practitioner/1`, ana),
      at('https://b.example/r4/Practitioner/1', practitioner('1', 'Bo Li')),
    ];
    const people = read(...two, roleOf('Practitioner/1'));
    expect(errorsIn(people)).toEqual([
      '3: “Practitioner/1”, whom the PractitionerRole is about, could be several resources: nobody comes by it.',
    ]);
    const contained = [{ ...ana, id: 'p' }, { ...practitioner('p', 'Bo Li') }];
    expect(errorsIn(read({ ...roleOf('#p'), contained }))[0]).toContain('could be several');
  });

  it('to what is contained means that of its own resource, whatever others call theirs', () => {
    const inside = (name: string, code: unknown): Json => ({
      ...roleOf('#p', code),
      contained: [practitioner('p', name)],
    });
    const people = read(inside('Ana Sol', nurse), inside('Bo Li', [{ text: 'Surgeon' }]));
    expect(rolesOf(people)).toEqual({ Ana: 'bedside-nurse', Bo: 'surgeon' });
    const outside = read({ ...inside('Ana Sol', nurse) }, roleOf('#p'));
    expect(errorsIn(outside)).toHaveLength(1);
  });

  it('to a patient, a relative or anything else makes nobody a member of the staff', () => {
    for (const resourceType of ['Patient', 'RelatedPerson', 'Organization', 'Device']) {
      const people = read(
        { resourceType, id: '3', name: [{ text: 'Pat Roe' }] },
        roleOf(`${resourceType}/3`),
      );
      expect(people.people).toEqual([]);
      expect(errorsIn(people)).toEqual([
        `2: The role is of “${resourceType}/3”, which is no Practitioner: nobody comes by it.`,
      ]);
    }
  });

  it('in what is contained is read against the server of the whole', () => {
    const role = { ...roleOf('Practitioner/1'), id: 'r' };
    const team = {
      resourceType: 'CareTeam',
      contained: [role],
      participant: [{ member: { reference: '#r' } }],
    };
    const other = at('https://b.example/r4/Practitioner/1', practitioner('1', 'Bo Li'));
    const people = read(at(`${server}/Practitioner/1`, ana), other, at(`${server}/CareTeam/2`, team));
    expect([errorsIn(people), rolesOf(people)]).toEqual([[], { Ana: 'bedside-nurse', Bo: null }]);
  });

  it('by an identifier that a patient has too means the one who can have a role', () => {
    const people = read(
      { resourceType: 'Patient', id: '3', identifier: numbered('7') },
      ana,
      roleOf({ identifier: numbered('7')[0] }),
    );
    expect([errorsIn(people), rolesOf(people)]).toEqual([[], { Ana: 'bedside-nurse' }]);
  });

  it('between files is followed as between entries', () => {
    const people = readFiles(
      bundleOf([at(`${server}/Practitioner/1`, ana)]),
      bundleOf([at(`${server}/PractitionerRole/2`, roleOf('Practitioner/1'))]),
    );
    expect(rolesOf(people)).toEqual({ Ana: 'bedside-nurse' });
  });
});
