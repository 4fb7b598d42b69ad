import { describe, expect, it } from 'vitest';
import { mostResources } from '../../../core/fhir/file.ts';
import { readFhir } from '../../../core/fhir/people.ts';
import {
  bundleOf,
  bytesOf,
  errorsIn,
  fileOf,
  type Json,
  namesIn,
  practitioner,
  read,
  readFiles,
  refusalOf,
  roleOf,
  today,
} from './made.ts';

const ana = practitioner('1', 'Ana Sol');
const nested = (levels: number): string =>
  `{"resourceType":"Practitioner","name":[{"text":"Ana Sol"}],"extension":${'[{"extension":'.repeat(levels)}1${'}]'.repeat(levels)}}`;
const many = (count: number): Json[] => Array.from({ length: count }, () => ({ resourceType: 'Location' }));

describe('a file made to do harm', () => {
  it('that is nested too deeply is not parsed', () => {
    expect(namesIn(readFiles(nested(15)))).toEqual(['Ana Sol']);
    expect(refusalOf(nested(16))).toContain('nested more than 32 levels');
    expect(refusalOf(`${'[{"a":'.repeat(850_000)}`)).toContain('nested more than 32 levels');
  });

  it('of more than 5 MB is not parsed', () => {
    const large = bytesOf(`{"resourceType":"Practitioner","id":"${'x'.repeat(5 * 1024 * 1024)}"}`);
    expect(refusalOf(large)).toBe('1: The file is larger than 5 MB.');
    const files = Array.from({ length: 11 }, (_, at) => ({ name: `${at}.json`, bytes: large }));
    const refused = readFhir(files, today);
    expect(!refused.ok && refused.problem.problems.at(-1)?.what).toBe(
      'With this one, the files together are larger than 50 MB.',
    );
  });

  it('of more than 20,000 resources is not read: in a Bundle, in NDJSON, in Bundles inside, in several files', () => {
    const tooMany = '1: There are more than 20000 resources.';
    const all = many(mostResources - 1);
    expect(namesIn(readFiles(bundleOf([ana, ...all])))).toEqual(['Ana Sol']);
    expect(refusalOf(bundleOf([ana, ...all, ana]))).toBe(tooMany);
    expect(refusalOf([ana, ...all, ana].map((one) => JSON.stringify(one)).join('\n'))).toBe(tooMany);
    expect(refusalOf(bundleOf([ana, bundleOf([ana, ...all])]))).toBe(tooMany);
    expect(
      refusalOf(
        `{"resourceType":"Bundle","entry":[${'{"resource":{"resourceType":"List"}},'.repeat(130_000)}{}]}`,
      ),
    ).toBe(tooMany);
    const two = readFhir([fileOf(bundleOf([ana, ...all]), 'a'), fileOf(ana, 'b')], today);
    expect(!two.ok && two.problem.problems.map(({ what }) => what)).toEqual([
      'There are more than 20000 resources.',
    ]);
  });

  it('with keys of prototypes changes nothing, and gives nobody a name', () => {
    const text = JSON.stringify(bundleOf([{ ...ana, id: '__proto__' }, roleOf('Practitioner/__proto__')]))
      .replace(
        '{"resourceType":"Bundle"',
        '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"resourceType":"Bundle"',
      )
      .replace('{"given"', '{"__proto__":{"use":"old","text":"Evil"},"given"');
    const people = readFiles(text);
    expect([namesIn(people), people.people[0]?.role]).toEqual([['Ana Sol'], 'bedside-nurse']);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
    const inherited = '{"resourceType":"Practitioner","id":"1","__proto__":{"name":[{"text":"Evil"}]}}';
    expect(errorsIn(readFiles(inherited))).toEqual(['1: “Practitioner/1” has no name that can be shown.']);
    for (const type of ['__proto__', 'constructor', 'toString'])
      expect(refusalOf({ resourceType: type, id: '1' })).toBe('1: This is JSON, but no resource of FHIR.');
    const role = [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/practitioner-role', code: '__proto__' }] },
    ];
    expect(read(ana, roleOf('Practitioner/1', role)).people[0]?.role).toBe('care-team-member');
  });

  it('in which everything refers to everything in a circle ends', () => {
    const team = (id: string, other: string): Json => ({
      resourceType: 'CareTeam',
      id,
      participant: [
        { member: { reference: `CareTeam/${other}` } },
        { member: { reference: `CareTeam/${id}` } },
      ],
    });
    const people = read(ana, team('a', 'b'), team('b', 'a'), { ...roleOf('PractitionerRole/r'), id: 'r' });
    expect([namesIn(people), errorsIn(people)]).toEqual([
      ['Ana Sol'],
      ['4: The role is of “PractitionerRole/r”, which is no Practitioner: nobody comes by it.'],
    ]);
  });

  it('with very many of one id, one number or one name is read as fast as any other', () => {
    const contained = Array.from({ length: 40_000 }, () => ({ resourceType: 'Patient', id: 'p' }));
    const members = (count: number, reference: string) =>
      Array.from({ length: count }, () => ({ member: { reference } }));
    expect(
      errorsIn(read({ resourceType: 'CareTeam', contained, participant: members(40_000, '#p') })),
    ).toHaveLength(40_000);
    const teams = [{ resourceType: 'CareTeam', id: 't' }];
    for (const participant of [members(140_000, '#q'), members(140_000, '#t')]) {
      const lost = errorsIn(read({ resourceType: 'CareTeam', contained: teams, participant }));
      expect(lost).toHaveLength(participant[0]?.member.reference === '#q' ? 140_000 : 0);
    }
    const same = (at: number): Json => ({
      resourceType: 'Practitioner',
      id: `${at}`,
      identifier: [{ system: 'urn:a', value: '1' }],
      name: [{ text: 'A' }],
    });
    expect(namesIn(read(...Array.from({ length: 15_000 }, (_, at) => same(at))))).toEqual(['A']);
    const bare = Array.from({ length: 15_000 }, (_, at) => practitioner(`${at}`, 'Ana Sol'));
    expect(errorsIn(read(...bare))).toHaveLength(15_000);
  });

  it('with a name as long as the file is refused by its length', () => {
    const name = [{ text: 'RN,x,'.repeat(900_000) }];
    expect(errorsIn(read({ resourceType: 'Practitioner', id: '1', name }))[0]).toContain(
      'longer than 120 letters',
    );
  });

  it('shows nothing of itself that a terminal would obey', () => {
    const evil = '\u001b[2J\u202e';
    const people = readFiles(
      JSON.stringify(
        bundleOf([
          practitioner(evil, 'Ana Sol'),
          roleOf(`Practitioner/${evil}x`),
          { ...practitioner(evil, ''), name: [] },
        ]),
      ),
    );
    const shown = people.problems.map(({ what, whatToDo }) => what + whatToDo).join('');
    expect([shown.includes('\u001b'), shown.includes('\u202e'), shown.length > 0]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
