import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '../../../electron/services/device.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { fhirReportsOf, planFhir } from '../../../electron/services/imports/fhir.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { holderOf } from '../../../electron/services/people.ts';
import { query } from '../../../electron/store/sql.ts';
import {
  bundleOf,
  fileOf,
  type Json,
  numbered,
  nurse,
  practitioner,
  roleOf,
  surgeon,
} from '../../core/fhir/made.ts';
import { bytesIn } from '../../support/device.ts';

const samples = new URL('../../../../shared/samples/fhir/', import.meta.url);
const people = query<{
  name: string;
  role: string;
  here: 0 | 1;
  photo: string | null;
  photo_date: string | null;
}>(
  `select given || coalesce(' ' || family, '') as name, role, retired_at is null as here, photo, photo_date
   from person where origin = 'import' order by rowid`,
);
const imports = query<{ bytes: Uint8Array }>(
  "select bytes from entry where type = 'people-imported' order by seq",
);
const photos = query<{ bytes: Uint8Array }>('select bytes from photo');

let folder: string;
let device: Device;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fhir-'));
  device = openDevice({ folder: join(folder, 'data') });
});
afterEach(() => {
  device.close();
  rmSync(folder, { recursive: true });
});

interface How {
  skipProblems?: boolean;
  renamed?: number[];
}
const bringFiles = async (
  files: { name: string; bytes: Uint8Array }[],
  { skipProblems = false, renamed = [] }: How = {},
) => {
  const plan = await planFhir(device, files, { renamed: new Set(renamed) });
  const done = await carryOutImport(device, plan, { actor: { kind: 'command-line' }, skipProblems });
  const { added, changed, retired, skipped, leftOut } = plan;
  return {
    counts: { added: added.length, changed: changed.length, retired: retired.length, skipped, leftOut },
    ...{ done: done.ok, fields: changed.map(({ fields }) => fields), problems: plan.problems },
  };
};
const bring = (entries: Json[], how?: How) => bringFiles([fileOf(bundleOf(entries))], how);
const none = { added: 0, changed: 0, retired: 0, skipped: 0, leftOut: 0 };
const known = () =>
  people.all(device.db, {}).map(({ name, role, here }) => `${name}, ${role}${here ? '' : ', left'}`);

const ana = (more: Json = {}): Json => practitioner('1', 'Ana Sol', { identifier: numbered('N-1'), ...more });
const bo = practitioner('2', 'Bo Li', { identifier: numbered('N-2') });
const both = [ana(), bo, roleOf('Practitioner/1', nurse), roleOf('Practitioner/2', surgeon)];

describe('an import of FHIR', () => {
  it('brings the staff, and says so in the log with the digest and no name', async () => {
    expect(await bring(both)).toMatchObject({ counts: { ...none, added: 2 }, done: true, problems: [] });
    expect(known()).toEqual(['Ana Sol, bedside-nurse', 'Bo Li, surgeon']);
    const logged = imports.all(device.db, {}).map(({ bytes }) => Buffer.from(bytes).toString());
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '').data).toMatchObject({
      added: 2,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(logged[0]).not.toMatch(/Ana|Sol|N-1/);
  });

  it('again changes nothing, whatever the order', async () => {
    await bring(both);
    expect(await bring(both.toReversed())).toMatchObject({ counts: { ...none, skipped: 2 }, done: true });
  });

  it('again changes only what changed', async () => {
    await bring(both);
    const again = [
      ana({ communication: [{ text: 'es' }] }),
      bo,
      roleOf('Practitioner/1', surgeon),
      roleOf('Practitioner/2', surgeon),
    ];
    expect(await bring(again)).toMatchObject({
      counts: { ...none, changed: 1, skipped: 1 },
      fields: [['title', 'role', 'languages']],
    });
    expect(known()).toEqual(['Ana Sol, surgeon', 'Bo Li, surgeon']);
  });

  it('knows somebody again by number where the names of two are the same', async () => {
    const twin = practitioner('3', 'Ana Sol', { identifier: numbered('N-3') });
    await bring([ana(), twin, roleOf('Practitioner/1', nurse), roleOf('Practitioner/3', nurse)]);
    const changed = await bring([{ ...twin, id: '77' }, roleOf('Practitioner/77', surgeon)]);
    expect(changed.counts).toEqual({ ...none, changed: 1 });
    expect(known()).toEqual(['Ana Sol, bedside-nurse', 'Ana Sol, surgeon']);
  });

  it('takes the same number with another name for a conflict, and overwrites nobody', async () => {
    await bring(both);
    const other = practitioner('1', 'Mallory Voss', { identifier: numbered('N-1') });
    const conflict = await bring([bo, other, roleOf('Practitioner/2', surgeon)]);
    expect(conflict).toMatchObject({ counts: { ...none, skipped: 1 }, done: false });
    expect(conflict.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        file: 0,
        line: 2,
        conflict: true,
        what: 'The staff number of “Mallory Voss” belongs to “Ana Sol” here.',
      },
    ]);
    await bring([bo, other], { skipProblems: true });
    expect(known()).toEqual(['Ana Sol, bedside-nurse', 'Bo Li, surgeon']);
  });

  it('takes the new name where a person says that it is one, of one file or of several', async () => {
    await bring(both);
    const married = practitioner('1', 'Ana Mar', { identifier: numbered('N-1') });
    expect((await bring([bo, married], { renamed: [2] })).done).toBe(true);
    expect(known()[0]).toContain('Ana Mar');
    const again = [fileOf(bo, 'a.json'), fileOf(bundleOf([{ resourceType: 'Location' }, ana()]), 'b.json')];
    const conflict = (await bringFiles(again)).problems.find((problem) => problem.conflict);
    expect(conflict).toMatchObject({ file: 1, line: 2 });
    const said = Number(/--renamed (\d+)/u.exec(conflict?.whatToDo ?? '')?.[1]);
    expect((await bringFiles(again, { renamed: [said] })).done).toBe(true);
    expect(known()[0]).toContain('Ana Sol');
  });

  it('lets those go whose roles have ended, never brings them, and takes them back', async () => {
    await bring(both);
    const ended = [ana(), roleOf('Practitioner/1', nurse, { period: { end: '2020' } })];
    const nobody = practitioner('9', 'Cy Poe', { active: false });
    expect((await bring([...ended, nobody])).counts).toEqual({ ...none, retired: 1, leftOut: 1 });
    expect(known()).toEqual(['Ana Sol, bedside-nurse, left', 'Bo Li, surgeon']);
    expect(await bring(both)).toMatchObject({
      counts: { ...none, changed: 1, skipped: 1 },
      fields: [['here again']],
    });
    expect(known()[0]).toBe('Ana Sol, bedside-nurse');
  });

  it('goes together with lists: a badge from one, a number from the other', async () => {
    await bring(both);
    const list = Buffer.from('given,family,badge\nAna,Sol,B-7\n');
    const plan = await planImport(device, { bytes: list, folder });
    const how = { actor: { kind: 'command-line' }, skipProblems: false } as const;
    expect((await carryOutImport(device, plan, how)).ok).toBe(true);
    expect(holderOf(device, 'B-7')?.first).toBe('Ana');
    expect((await bring(both)).counts).toEqual({ ...none, skipped: 2 });
    expect(known()).toHaveLength(2);
  });

  it('writes nothing while there is a problem, or brings all the others when told to', async () => {
    const lost = [...both, roleOf('Practitioner/99')];
    expect(await bring(lost)).toMatchObject({ counts: { ...none, added: 2 }, done: false });
    expect([known(), imports.all(device.db, {})]).toEqual([[], []]);
    expect(await bring(lost, { skipProblems: true })).toMatchObject({ done: true });
    expect(known()).toHaveLength(2);
  });

  it('of what cannot be read brings nothing, whatever it is told', async () => {
    for (const text of ['{', '<x/>', '{"resourceType":"Patient"}'])
      expect(
        (await bringFiles([fileOf(text), fileOf(bundleOf(both), 'b.json')], { skipProblems: true })).done,
      ).toBe(text.includes('Patient'));
  });

  it('keeps no national number, no number in the clear and nothing private, in any file', async () => {
    const identifier = [
      ...numbered('N-8877665'),
      { system: 'http://hl7.org/fhir/sid/us-ssn', value: '078-05-1120' },
    ];
    const more = { identifier, birthDate: '1913-04-05', telecom: [{ value: '555-0199' }] };
    await bring([ana(more), roleOf('Practitioner/1', nurse)]);
    const all = bytesIn(join(folder, 'data'));
    expect(all.includes('Ana')).toBe(true);
    for (const secret of ['078-05-1120', 'us-ssn', 'N-8877665', '1913-04-05', '555-0199'])
      expect(all.includes(secret)).toBe(false);
  });
});

describe('photos inside the resources', () => {
  const picture = (width: number, format: 'jpeg' | 'png' | 'webp' | 'gif' = 'jpeg'): Promise<Buffer> =>
    sharp({ create: { width, height: width, channels: 3, background: '#804020' } })
      .toFormat(format)
      .toBuffer();
  const withPhoto = (bytes: Buffer | string, more: Json = {}) => [
    ana({ photo: [{ data: Buffer.from(bytes).toString('base64'), ...more }] }),
    roleOf('Practitioner/1', nurse),
  ];

  it.each(['jpeg', 'png', 'webp'] as const)(
    'come with the person, once, as every photo does: %s',
    async (format) => {
      const entries = withPhoto(await picture(600, format), { creation: '2024-05-06T10:00:00Z' });
      expect(await bring(entries)).toMatchObject({ counts: { ...none, added: 1 }, problems: [] });
      expect(people.all(device.db, {})[0]).toMatchObject({
        photo: expect.stringMatching(/^[0-9a-f]{64}$/),
        photo_date: '2024-05-06',
      });
      const kept = photos.all(device.db, {})[0]?.bytes ?? new Uint8Array();
      expect(await sharp(kept).metadata()).toMatchObject({ format: 'webp', width: 480, height: 600 });
      expect((await bring(entries)).counts).toEqual({ ...none, skipped: 1 });
    },
  );

  it.each([
    [
      'SVG',
      () => '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'is not a JPEG, PNG or WebP picture',
    ],
    [
      'SVG that says it is a PNG',
      () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'is not a JPEG, PNG or WebP picture',
    ],
    ['GIF', () => picture(600, 'gif'), 'is not a JPEG, PNG or WebP picture'],
    ['text', () => 'no picture', 'is not a JPEG, PNG or WebP picture'],
    ['cut off', async () => (await picture(600)).subarray(0, 700), 'is damaged'],
    ['tiny', () => picture(20), 'is smaller than 32 pixels'],
    ['far too many pixels', () => picture(5000, 'png'), 'has more than 24 megapixels'],
  ])('that are %s are a note, and the person comes without', async (_, make, reason) => {
    const { done, problems } = await bring(withPhoto(await make(), { contentType: 'image/png' }));
    expect([done, problems.map(({ line, severity }) => [line, severity])]).toEqual([true, [[1, 'note']]]);
    expect(problems[0]?.what).toBe(
      `The photo of “Ana Sol” ${reason}${reason === 'is damaged' ? ' and cannot be shown' : ''}; the person comes without it.`,
    );
    expect(people.all(device.db, {})[0]?.photo).toBeNull();
  });

  it('that are only links are never fetched', async () => {
    const { done, problems } = await bring([
      ana({ photo: [{ url: 'http://127.0.0.1:9/photo.png' }] }),
      roleOf('Practitioner/1', nurse),
    ]);
    expect([done, problems[0]?.what]).toEqual([
      true,
      'The photo is only a link. Nothing is fetched: the person comes without it.',
    ]);
  });
});

describe('the report', () => {
  it('tells every problem and every person at their file and entry or line', async () => {
    const lines = [ana(), { resourceType: 'Practitioner', id: '9' }]
      .map((one) => JSON.stringify(one))
      .join('\n');
    const plan = await planFhir(device, [
      fileOf(lines, 'p.ndjson'),
      fileOf(
        bundleOf([
          { resourceType: 'Patient' },
          bo,
          roleOf('Practitioner/1', nurse),
          roleOf('Practitioner/5'),
        ]),
        'b.json',
      ),
    ]);
    const reports = fhirReportsOf(plan, { isPreview: true });
    expect(
      reports.map(({ file, added, inEntries, rows }) => [
        file,
        added,
        inEntries,
        rows.map(({ line, name }) => [line, name]),
      ]),
    ).toEqual([
      ['p.ndjson', 2, false, [[1, '“Ana Sol”']]],
      ['b.json', 0, true, [[2, '“Bo Li”']]],
    ]);
    expect(reports.map(({ problems }) => problems.map(({ line, severity }) => [line, severity]))).toEqual([
      [[2, 'error']],
      [
        [1, 'note'],
        [2, 'note'],
        [4, 'error'],
      ],
    ]);
  });
});

/** How many there are was worked out by hand: test/core/fhir/samples.test.ts says how. */
describe.skipIf(!existsSync(samples))('real files (skipped where the samples are not present)', () => {
  const sample = (name: string) => ({ name, bytes: readFileSync(new URL(name, samples)) });
  const all = (name: string) => readdirSync(new URL(name, samples)).map((file) => sample(`${name}${file}`));

  it('come in, and come in again without any change', async () => {
    const synthea = [
      'practitionerInformation1625911868739.json',
      'hospitalInformation1625911868739.json',
    ].map(sample);
    for (const [files, added, leftOut] of [
      [synthea, 195, 0],
      [all('au/'), 25, 0],
      [all('hl7/'), 2, 1],
    ] as const) {
      expect(await bringFiles([...files])).toMatchObject({ counts: { ...none, added, leftOut }, done: true });
      expect(await bringFiles([...files])).toMatchObject({
        counts: { ...none, skipped: added, leftOut },
        done: true,
      });
    }
    expect(known()).toHaveLength(222);
  });
});
