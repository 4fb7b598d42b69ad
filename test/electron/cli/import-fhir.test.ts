import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { bundleOf, type Json, numbered, nurse, practitioner, roleOf } from '../../core/fhir/made.ts';
import { kiosk } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/device.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const write = (name: string, value: unknown): string => {
  const file = join(folder, name);
  writeFileSync(
    file,
    typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value),
  );
  return file;
};
const bring = (...words: string[]) => kiosk('import', ...words, '--data', join(folder, 'data'));
const lines = (...values: Json[]): string => values.map((value) => JSON.stringify(value)).join('\n');

const ana = practitioner('1', 'Ana Sol', { identifier: numbered('N-1') });
const bo = practitioner('2', 'Bo Li', { identifier: numbered('N-2') });

test('files of FHIR are previewed, brought in together, and known again', async () => {
  const people = write('Practitioner.ndjson', lines(ana, bo));
  const roles = write(
    'roles.json',
    bundleOf([roleOf('Practitioner/1', nurse), roleOf('Practitioner/2', nurse)]),
  );
  const preview = await bring(people, roles, '--dry-run');
  expect(preview).toMatchObject({ code: 0, err: '' });
  expect(preview.out).toBe(
    [
      'people: 2 added, 0 changed, 0 skipped; problems: 0',
      `${people}:1: added: “Ana Sol”`,
      `${people}:2: added: “Bo Li”`,
      '',
    ].join('\n'),
  );
  expect((await bring(people, roles)).out).toBe('people: 2 added, 0 changed, 0 skipped; problems: 0\n');
  expect((await bring(people, roles)).out).toBe('people: 0 added, 0 changed, 2 skipped; problems: 0\n');
});

test('a conflict names its entry, stops the import, and is solved by saying that the name is new', async () => {
  await bring(write('a.json', bundleOf([ana, roleOf('Practitioner/1', nurse)])));
  const married = practitioner('1', 'Ana Mar', { identifier: numbered('N-1') });
  const file = write('b.json', bundleOf([bo, married]));
  const conflict = await bring(file);
  expect(conflict).toMatchObject({ code: 1, err: 'Nothing is imported while there is a problem.\n' });
  expect(conflict.out).toContain(
    `${file}:entry 2: conflict: The staff number of “Ana Mar” belongs to “Ana Sol” here.`,
  );
  expect((await bring(file, '--renamed', '2')).out).toContain('people: 1 added, 1 changed, 0 skipped');
});

test('what is lost is left out only when that is said', async () => {
  const file = write(
    'a.json',
    bundleOf([ana, roleOf('Practitioner/1', nurse), roleOf('Practitioner/9', nurse)]),
  );
  const stopped = await bring(file);
  expect(stopped.code).toBe(1);
  expect(stopped.out).toMatch(
    /^people: 0 added, 0 changed, 0 skipped; problems: 1\n.*a\.json:entry 3: “Practitioner\/9”/u,
  );
  expect((await bring(file, '--skip-problems')).out).toContain('people: 1 added');
});

test.each([
  ['x.json', '{"resourceType":', ':1: The JSON ends in the middle'],
  ['x.xml', '<Bundle xmlns="http://hl7.org/fhir"/>', ':1: The file is XML'],
  ['x.ndjson.gz', gzipSync('{}'), ':1: The file is compressed with gzip'],
  ['x', JSON.stringify({ resourceType: 'Practitioner', practitionerRole: [] }), ':1: This is FHIR DSTU2'],
  [
    'x.json',
    JSON.stringify(bundleOf([ana, { resourceType: 'PractitionerRole', contact: [] }])),
    ':entry 2: This is FHIR R5',
  ],
])('%s that cannot be read is refused with the reason', async (name, text, reason) => {
  const file = write(name, text);
  const refused = await bring(file, '--skip-problems');
  expect(refused.code).toBe(1);
  expect(refused.out).toContain(`${file}${reason}`);
});

test('FHIR and lists are not mixed, and what is for lists is not taken for FHIR', async () => {
  const file = write('a.json', ana);
  const list = write('a.csv', 'given,family\nBo,Li\n');
  for (const [words, sentence] of [
    [[file, list], 'Import lists and files of FHIR one after the other.'],
    [[file, '--columns', 'given'], '--columns goes with lists, not with FHIR.'],
    [[file, '--photos', folder], '--photos goes with lists, not with FHIR.'],
  ] as const)
    expect(await bring(...words)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) });
  expect(existsSync(join(folder, 'data'))).toBe(false);
});
