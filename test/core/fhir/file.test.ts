import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isFhir } from '../../../core/fhir/file.ts';
import { readFhir } from '../../../core/fhir/people.ts';
import {
  bundleOf,
  bytesOf,
  errorsIn,
  fileOf,
  namesIn,
  notesIn,
  practitioner,
  read,
  readFiles,
  refusalOf,
  roleOf,
  today,
} from './made.ts';

const ana = practitioner('1', 'Ana Sol');
const lines = (...values: unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n');

describe('a file of FHIR', () => {
  it.each([
    'batch',
    'batch-response',
    'collection',
    'document',
    'history',
    'message',
    'searchset',
    'transaction',
    'transaction-response',
  ])('may be a Bundle of type %s', (type) => {
    expect(namesIn(readFiles(bundleOf([ana, roleOf('Practitioner/1')], type)))).toEqual(['Ana Sol']);
  });

  it('may be a single resource, as a person writes it or on one line', () => {
    expect(namesIn(readFiles(ana))).toEqual(['Ana Sol']);
    expect(namesIn(readFiles(JSON.stringify(ana, null, 2)))).toEqual(['Ana Sol']);
  });

  it('may be NDJSON, with empty lines, whose problems are told by line', () => {
    const nameless = { resourceType: 'Practitioner', id: '9' };
    const people = readFiles(`${lines(ana, nameless)}\n\n${lines(practitioner('2', 'Bo Li'), nameless)}\r\n`);
    expect(namesIn(people)).toEqual(['Ana Sol', 'Bo Li']);
    expect(errorsIn(people)).toEqual(['2: “Practitioner/9” has no name that can be shown.']);
    expect(errorsIn(readFiles(lines(ana, bundleOf([nameless, practitioner('2', 'Bo Li')]))))).toEqual([
      '2: “Practitioner/9” has no name that can be shown.',
    ]);
  });

  it('has the problems of a Bundle told by entry, those of a Bundle inside it by the entry that it is', () => {
    const nameless = { resourceType: 'Practitioner', id: '9' };
    expect(errorsIn(read(ana, nameless))).toEqual(['2: “Practitioner/9” has no name that can be shown.']);
    const inside = readFiles(bundleOf([ana, bundleOf([practitioner('2', 'Bo Li'), nameless], 'searchset')]));
    expect(namesIn(inside)).toEqual(['Ana Sol', 'Bo Li']);
    expect(errorsIn(inside)).toEqual(['2: “Practitioner/9” has no name that can be shown.']);
  });

  it('is read together with the others of the same import', () => {
    expect(readFiles(ana, roleOf('Practitioner/1')).people[0]?.role).toBe('bedside-nurse');
    expect(errorsIn(readFiles(roleOf('Practitioner/1')))).toHaveLength(1);
  });

  it('may begin with a byte order mark, and be in UTF-16', () => {
    const text = JSON.stringify(practitioner('1', 'Ána Sól'));
    expect(namesIn(readFiles(`\ufeff${text}`))).toEqual(['Ána Sól']);
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const read = readFhir([{ name: 'a.json', bytes: utf16 }], today);
    expect(read.ok && namesIn(read.value)).toEqual(['Ána Sól']);
  });

  it('in Windows-1252 is read so, and says it', () => {
    const bytes = Buffer.from(JSON.stringify(practitioner('1', 'Ána Sól')), 'latin1');
    const read = readFhir([{ name: 'a.json', bytes }], today);
    expect(read.ok && [namesIn(read.value), notesIn(read.value)[0]]).toEqual([
      ['Ána Sól'],
      '1: The file is not in UTF-8, as FHIR has to be; it was read as Windows-1252.',
    ]);
  });

  it('that is one page of several says so', () => {
    const link = [
      { relation: 'self', url: 'x' },
      { relation: 'next', url: 'https://fhir.example/next' },
    ];
    expect(notesIn(readFiles({ ...bundleOf([ana], 'searchset'), link }))[0]).toContain('one page of several');
  });
});

describe('a file that cannot be read is refused with the reason', () => {
  it.each([
    ['broken JSON', '{\n"resourceType": "Practitioner",\n"id" 1}', '3: The JSON is broken on this line.'],
    [
      'cut off',
      '{"resourceType":"Bundle","entry":[\n{',
      '2: The JSON ends in the middle: a part of the file is missing.',
    ],
    ['NDJSON with a broken line', `${lines(ana, ana)}\n{"a":}`, '3: The JSON is broken on this line.'],
    ['no resource', { people: [] }, '1: This is JSON, but no resource of FHIR.'],
    ['a list', [ana], '1: This is JSON, but no resource of FHIR.'],
    ['a text', '"Ana"', '1: This is JSON, but no resource of FHIR.'],
    [
      'an entry that is no resource',
      bundleOf([{ resource: ana }, { resource: { id: 'x' } }]),
      '2: This is JSON, but no resource of FHIR.',
    ],
    [
      'a Bundle in other form',
      { resourceType: 'Bundle', entry: { resource: ana } },
      '1: The Bundle is not as FHIR R4 has it.',
    ],
    [
      'two values over several lines',
      '{"resourceType":"Patient"}\n{\n}',
      '2: The file holds several values and is not NDJSON, which has each on a line of its own.',
    ],
    [
      'two values on one line',
      '{"resourceType":"Patient"}{"resourceType":"Patient"}',
      '1: The file holds several values and is not NDJSON, which has each on a line of its own.',
    ],
    ['XML', '\n<Bundle xmlns="http://hl7.org/fhir"/>', '1: The file is XML; only FHIR in JSON can be read.'],
    [
      'XML in UTF-16',
      Buffer.from('\ufeff<?xml version="1.0"?>', 'utf16le'),
      '1: The file is XML; only FHIR in JSON can be read.',
    ],
    ['gzip', gzipSync('{}'), '1: The file is compressed with gzip.'],
    ['ZIP', Buffer.from('PK\u0003\u0004'), '1: The file is a ZIP archive.'],
    ['empty', '', '1: The file is empty.'],
    ['blank', ' \n ', '1: The file is empty.'],
    [
      'without staff',
      { resourceType: 'Patient', name: [{ family: 'Sol' }] },
      '1: There is nobody of the staff in it, only 1 Patient.',
    ],
    ['an empty Bundle', bundleOf([]), '1: There is nobody of the staff in it.'],
  ])('%s', (_, value, reason) => {
    expect(refusalOf(value)).toBe(reason);
  });

  it('and no other file of the import is taken', () => {
    const read = readFhir([fileOf(ana, 'a.json'), fileOf('{', 'b.json'), fileOf('<x/>', 'c.xml')], today);
    expect(!read.ok && read.problem.problems.map(({ file }) => file)).toEqual([1, 2]);
  });
});

describe('whether a file is FHIR', () => {
  it.each([
    ['people.json', 'given,family', true],
    ['Practitioner.ndjson', '', true],
    ['all.XML', 'x', true],
    ['export.ndjson.gz', 'x', true],
    ['export', ' \n{"resourceType"', true],
    ['export', '<Bundle', true],
    ['people.csv', 'given,family', false],
    ['people.csv', '', false],
  ])('is told by name or beginning: %s, “%s”', (name, text, expected) => {
    expect(isFhir({ name, bytes: bytesOf(text) })).toBe(expected);
  });
});
