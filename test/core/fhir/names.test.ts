import { describe, expect, it } from 'vitest';
import { chooseName } from '../../../core/fhir/human-name.ts';
import type { HumanName } from '../../../core/fhir/shapes.ts';
import { errorsIn, notesIn, only, practitioner, read, today } from './made.ts';

const chosen = (...names: HumanName[]) => {
  const name = chooseName(names, today);
  if (name === null) return null;
  return 'problem' in name ? [name.problem] : [name.given, name.family, name.preferred, name.credentials];
};
const named = (given: string, more: HumanName = {}): HumanName => ({
  given: [given],
  family: 'Sol',
  ...more,
});

describe('the name that is shown', () => {
  it('is the usual one, then the official, then one that does not say, then a temporary one', () => {
    const all = [
      named('Temp', { use: 'temp' }),
      named('None'),
      named('Official', { use: 'official' }),
      named('Usual', { use: 'usual' }),
    ];
    expect(chosen(...all)?.[0]).toBe('Usual');
    expect(chosen(...all.slice(0, 3))?.[0]).toBe('Official');
    expect(chosen(...all.slice(0, 2))?.[0]).toBe('None');
    expect(chosen(...all.slice(0, 1))?.[0]).toBe('Temp');
  });

  it('is never one of before, or one that hides somebody', () => {
    expect(
      chosen(named('A', { use: 'old' }), named('B', { use: 'maiden' }), named('C', { use: 'anonymous' })),
    ).toBeNull();
    expect(chosen(named('A', { use: 'old' }), named('B', { use: 'nickname' }))?.[0]).toBe('B');
  });

  it.each([
    [{ end: '2026-03-08' }, 'Now'],
    [{ end: '2026-03-09' }, 'Usual'],
    [{ end: '2026-03' }, 'Usual'],
    [{ end: '2026-02' }, 'Now'],
    [{ end: '2026' }, 'Usual'],
    [{ end: '2025' }, 'Now'],
    [{ end: '2026-03-09T00:00:01+01:00' }, 'Usual'],
    [{ start: '2026-03-10' }, 'Now'],
    [{ start: '2026-03-09' }, 'Usual'],
    [{ start: '2026' }, 'Usual'],
    [{}, 'Usual'],
  ])('holds on the day of the import: %j', (period, given) => {
    expect(chosen(named('Usual', { use: 'usual', period }), named('Now'))?.[0]).toBe(given);
  });

  it('has all its given names, and no empty one', () => {
    expect(chosen({ given: ['Ana', ' ', 'María'], family: 'Sol' })).toEqual(['Ana María', 'Sol', null, null]);
    expect(chosen({ family: 'Sol' })).toEqual(['Sol', null, null, null]);
    expect(chosen({ given: ['Ana'] })).toEqual(['Ana', null, null, null]);
    expect(chosen({ given: [''], family: ' ' }, named('Bo'))?.[0]).toBe('Bo');
  });

  it('leaves titles out, keeps degrees as credentials, and Jr. as a part of the name', () => {
    const name = { given: ['Ana'], family: 'Sol', prefix: ['Dr.'], suffix: ['Jr.', 'MD', 'PhD'] };
    expect(chosen(name)).toEqual(['Ana', 'Sol Jr.', null, 'MD, PhD']);
  });

  it('is divided where it is whole, and that is said', () => {
    expect(chosen({ text: 'Dr. Ana de la Sol RN' })).toEqual(['Ana', 'de la Sol', null, 'RN']);
    expect(chosen({ text: 'Sol, Ana' })).toEqual(['Ana', 'Sol', null, null]);
    expect(chosen({ text: 'Not This', given: ['Ana'], family: 'Sol' })?.[0]).toBe('Ana');
    expect(notesIn(read(practitioner('1', '', { name: [{ text: 'Ana Sol' }] })))[0]).toContain('divided');
    expect(notesIn(read(practitioner('1', '', { name: [{ family: 'Sol' }] })))[0]).toContain(
      'family name is given',
    );
  });

  it('comes with what they are called', () => {
    expect(chosen(named('Anastasia'), { use: 'nickname', given: ['Ana'] })?.[2]).toBe('Ana');
    expect(chosen(named('Ana'), { use: 'nickname', text: 'Ana' })?.[2]).toBeNull();
    expect(chosen(named('Ana'), { use: 'nickname', text: 'A\u202ena' })?.[2]).toBeNull();
  });

  it('may be in any script', () => {
    expect(chosen({ family: '한', given: ['석자'] })).toEqual(['석자', '한', null, null]);
    expect(chosen({ family: 'آل ثاني', given: ['سلمى'] })).toEqual(['سلمى', 'آل ثاني', null, null]);
  });

  it.each([
    [[], 'has no name that can be shown.'],
    [[{}], 'has no name that can be shown.'],
    [[{ given: ['\u200d'] }], 'A name of “Practitioner/1” shows nothing.'],
    [
      [{ given: ['A\u202ea'] }],
      'A name of “Practitioner/1” has a line break, a damaged letter or an invisible control character.',
    ],
    [
      [{ given: ['A\ufffda'] }],
      'A name of “Practitioner/1” has a line break, a damaged letter or an invisible control character.',
    ],
    [[{ family: 'a'.repeat(121) }], 'A name of “Practitioner/1” is longer than 120 letters.'],
    [[{ given: [null] }], 'has no name that can be shown.'],
    [[{ given: 'Ana' }], '“Practitioner.name.0.given” is not as FHIR R4 has it.'],
    ['Ana', '“Practitioner.name” is not as FHIR R4 has it.'],
  ])('that cannot be one is an error, and nobody comes: %j', (name, what) => {
    const people = read({ resourceType: 'Practitioner', id: '1', name });
    expect(people.people).toEqual([]);
    expect(errorsIn(people)).toHaveLength(1);
    expect(errorsIn(people)[0]).toContain(what);
  });
});

describe('what else a card needs', () => {
  it('are the languages, by code or by name', () => {
    const communication = [
      { coding: [{ system: 'urn:ietf:bcp:47', code: 'pt-BR', display: 'Portuguese' }] },
      { text: 'Español' },
      { coding: [{ system: 'x', code: '??', display: 'German' }] },
      { text: 'Elvish' },
      {},
    ];
    const people = read(practitioner('1', 'Ana Sol', { communication }));
    expect(only(people).languages).toEqual(['pt-BR', 'es', 'de']);
    expect(notesIn(people)[0]).toContain('“Elvish” is no language known here');
  });

  it('are degrees that still hold, where none stand behind the name', () => {
    const system = 'http://terminology.hl7.org/CodeSystem/v2-0360/2.7';
    const degree = (code: string, more = {}) => ({ code: { coding: [{ system, code }] }, ...more });
    const qualification = [
      degree('RN'),
      degree('BSN'),
      degree('MD', { period: { end: '2020' } }),
      { code: { text: 'X' } },
    ];
    expect(only(read(practitioner('1', 'Ana Sol', { qualification }))).credentials).toBe('RN, BSN');
    const name = [{ given: ['Ana'], family: 'Sol', suffix: ['NP'] }];
    expect(only(read(practitioner('1', '', { qualification, name }))).credentials).toBe('NP');
  });

  it('is the newest photo that is in the resource; a link is only said', () => {
    const photo = [
      { data: 'b2xk', creation: '2020-01-01' },
      { data: 'bmV3', creation: '2024-01-01' },
      { url: 'https://fhir.example/photo' },
    ];
    expect(only(read(practitioner('1', 'Ana Sol', { photo }))).picture).toBe('bmV3');
    const link = read(practitioner('1', 'Ana Sol', { photo: photo.slice(2) }));
    expect([only(link).picture, notesIn(link)[0]]).toEqual([
      null,
      expect.stringContaining('Nothing is fetched'),
    ]);
  });

  it('is the day of the photo, where it is a day that has been', () => {
    const taken = (creation: string) =>
      only(read(practitioner('1', 'Ana Sol', { photo: [{ data: 'b2xk', creation }] }))).photoTaken;
    expect(['2024-05-06T10:00:00Z', '2026-03-09', '2026-03-10', '2024-05', 'x'].map(taken)).toEqual([
      '2024-05-06',
      '2026-03-09',
      ...Array(3).fill(undefined),
    ]);
  });

  it('and nothing private: no birth date, gender, address or telephone is read', () => {
    const more = {
      birthDate: '1975-12-07',
      gender: 'female',
      telecom: [{ value: '555' }],
      address: [{ city: 'Delft' }],
    };
    expect(JSON.stringify(read(practitioner('1', 'Ana Sol', more)))).not.toMatch(/1975|female|555|Delft/);
  });
});
