import { describe, expect, it } from 'vitest';
import {
  bundleOf,
  errorsIn,
  type Json,
  namesIn,
  notesIn,
  numbered,
  nurse,
  only,
  practitioner,
  read,
  readFiles,
  roleOf,
  surgeon,
} from './made.ts';

const ana = (id: string, number: string | null, more: Json = {}): Json =>
  practitioner(id, 'Ana Sol', { ...(number === null ? {} : { identifier: numbered(number) }), ...more });
const at = (lastUpdated: string) => ({ meta: { lastUpdated } });
const problemsIn = (people: ReturnType<typeof read>): unknown[] =>
  people.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ line, what, conflict }) => [line, what, conflict]);

describe('two entries with one number', () => {
  it('and one name are one person, with what both say', () => {
    const people = read(
      ana('1', '7', { communication: [{ text: 'es' }] }),
      ana('2', '7', {
        identifier: [...numbered('7'), { system: 'urn:b', value: '8' }],
        name: [{ family: 'ANA', given: ['sol'] }],
      }),
      roleOf('Practitioner/1', nurse),
      roleOf('Practitioner/2', surgeon),
    );
    expect(only(people)).toMatchObject({ role: 'surgeon', languages: ['es'] });
    expect(only(people).identifiers).toHaveLength(2);
    expect(notesIn(people)).toEqual([
      '1: Entries with the same number and name are one person (entry 1 and entry 2).',
    ]);
  });

  it('and two names are for a person to decide: neither comes', () => {
    const people = read(
      ana('1', '7'),
      practitioner('2', 'Bo Li', { identifier: numbered('7') }),
      practitioner('3', 'Cy Poe'),
    );
    expect(namesIn(people)).toEqual(['Cy Poe']);
    expect(problemsIn(people)).toEqual([
      [1, 'A number of “Ana Sol” is also that of “Bo Li” (entry 2).', true],
      [2, 'A number of “Bo Li” is also that of “Ana Sol” (entry 1).', true],
    ]);
  });

  it('of which one is no longer active take the other at its word', () => {
    const maiden = practitioner('2', 'Ana Mar', { identifier: numbered('7'), active: false });
    expect(only(read(ana('1', '7'), maiden))).toMatchObject({ family: 'Sol', standing: null });
  });

  it('may be tied by a third', () => {
    const both = [...numbered('7'), { system: 'urn:b', value: '8' }];
    const people = read(
      ana('1', '7'),
      ana('2', null, { identifier: [{ system: 'urn:b', value: '8' }] }),
      ana('3', null, { identifier: both }),
    );
    expect(namesIn(people)).toEqual(['Ana Sol']);
  });
});

describe('two entries with one name and role', () => {
  it('are two people where each has a number of one system', () => {
    expect(namesIn(read(ana('1', '7'), ana('2', '8')))).toEqual(['Ana Sol', 'Ana Sol']);
  });

  it.each([
    ['neither has a number', [ana('1', null), ana('2', null)]],
    ['only one has', [ana('1', '7'), ana('2', null)]],
    [
      'their numbers are of two systems',
      [ana('1', '7'), ana('2', null, { identifier: numbered('7', 'urn:b') })],
    ],
  ])('are for a person to decide where %s', (_, entries) => {
    const people = read(...entries);
    expect(people.people).toEqual([]);
    expect(errorsIn(people)).toEqual([
      '1: “Ana Sol” is also in entry 2, with the same role, and no number tells them apart.',
      '2: “Ana Sol” is also in entry 1, with the same role, and no number tells them apart.',
    ]);
  });

  it('with other roles are two people', () => {
    const people = read(
      ana('1', null),
      ana('2', null),
      roleOf('Practitioner/1', nurse),
      roleOf('Practitioner/2', surgeon),
    );
    expect([namesIn(people), errorsIn(people)]).toEqual([['Ana Sol', 'Ana Sol'], []]);
  });
});

describe('the same resource several times', () => {
  it('comes once, in whatever order its keys stand, also from two files', () => {
    const turned = Object.fromEntries(Object.entries(ana('1', null)).reverse());
    expect(namesIn(read(ana('1', null), turned))).toEqual(['Ana Sol']);
    expect(namesIn(readFiles(ana('1', null), bundleOf([ana('1', null)])))).toEqual(['Ana Sol']);
  });

  it('is taken in its newest version, wherever it stands', () => {
    const [old, young] = [
      ana('1', '7', at('2026-01-01T10:00:00Z')),
      practitioner('1', 'Ana Mar', at('2026-01-01T10:30:00+01:00')),
    ];
    const newest = practitioner('1', 'Ana Roe', at('2026-01-01T10:00:00.500Z'));
    for (const entries of [
      [old, young, newest],
      [newest, young, old],
    ])
      expect(namesIn(read(...entries))).toEqual(['Ana Roe']);
  });

  it('is for a person to decide where nothing says which is newer', () => {
    const people = readFiles(ana('1', null), practitioner('1', 'Ana Mar'));
    expect(people.people).toEqual([]);
    expect(people.problems.map(({ file, what }) => [file, what])).toEqual([
      [0, 'There is another version of “Practitioner/1” (b.json), and nothing says which is newer.'],
      [1, 'There is another version of “Practitioner/1” (a.json), and nothing says which is newer.'],
    ]);
  });

  it('is for a person to decide where two versions are of one moment', () => {
    const one = ana('1', '7', at('2026-01-01T10:00:00Z'));
    const other = practitioner('1', 'Ana Mar', at('2026-01-01T11:00:00+01:00'));
    expect([read(one, other).people, errorsIn(read(one, other)).length]).toEqual([[], 2]);
  });

  it('in a history without times is newest where it is first', () => {
    expect(namesIn(readFiles(bundleOf([practitioner('1', 'Ana Mar'), ana('1', null)], 'history')))).toEqual([
      'Ana Mar',
    ]);
  });

  it('on two servers is of two people', () => {
    const on = (server: string, resource: Json): Json => ({ fullUrl: `${server}/Practitioner/1`, resource });
    const people = read(
      on('https://a.example/fhir', ana('1', '7')),
      on('https://b.example/fhir', practitioner('1', 'Bo Li')),
    );
    expect(namesIn(people)).toEqual(['Ana Sol', 'Bo Li']);
  });
});

describe('what was deleted', () => {
  const gone = (url: string): Json => ({ request: { method: 'DELETE', url } });

  it('last is not taken, and takes nobody away', () => {
    const people = readFiles(
      bundleOf(
        [
          gone('Practitioner/1'),
          { fullUrl: 'https://a.example/fhir/Practitioner/1', resource: ana('1', null) },
          practitioner('2', 'Bo Li'),
        ],
        'history',
      ),
    );
    expect([namesIn(people), notesIn(people)[0]]).toEqual([
      ['Bo Li'],
      '1: What was deleted is not taken: an import takes nobody away.',
    ]);
  });

  it('before it was made again is there', () => {
    const again = { resource: ana('1', null, at('2026-02-01')), request: { method: 'PUT' } };
    const before = { ...gone('Practitioner/1'), response: { lastModified: '2026-01-01' } };
    expect(namesIn(readFiles(bundleOf([before, again], 'history')))).toEqual(['Ana Sol']);
  });
});
