import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '../../../electron/services/device.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { holderOf, searchPeople } from '../../../electron/services/people.ts';
import { query } from '../../../electron/store/sql.ts';

const six = readFileSync(new URL('../../support/rosters/six.csv', import.meta.url), 'utf8');
const people = query<{ given: string; title: string | null; photo: string | null; changed_at: string }>(
  'select given, title, photo, changed_at from person order by rowid',
);
const imports = query<{ bytes: Uint8Array }>(
  "select bytes from entry where type = 'people-imported' order by seq",
);
const whole = query<{ text: string }>(
  `select group_concat(given || coalesce(family, '') || coalesce(title, '') || coalesce(credentials, '') ||
     coalesce(line, '') || search) as text from person`,
);

let folder: string;
let device: Device;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  device = openDevice({ folder: join(folder, 'data') });
});
afterEach(() => {
  device.close();
  rmSync(folder, { recursive: true });
});

const planOf = (text: string) => planImport(device, { bytes: Buffer.from(text), folder });
const bring = async (text: string, skipProblems = false) => {
  const plan = await planOf(text);
  const done = await carryOutImport(device, plan, { actor: { kind: 'command-line' }, skipProblems });
  return {
    counts: [plan.added.length, plan.changed.length, plan.skipped],
    done: done.ok,
    problems: plan.problems,
  };
};
const givens = (): string[] => people.all(device.db, {}).map(({ given }) => given);
const logged = (): unknown[] =>
  imports.all(device.db, {}).map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()).data);

describe('an import of people', () => {
  it('adds them, finds them by badge and name, and says so in the log', async () => {
    expect(await bring(six)).toMatchObject({ counts: [6, 0, 0], done: true });
    expect(holderOf(device, 'B-1002')).toMatchObject({ first: 'Teo', role: 'anesthesiologist' });
    expect(searchPeople(device, 'prado').map(({ first }) => first)).toEqual(['Mari']);
    expect(logged()).toEqual([
      { added: 6, changed: 0, skipped: 0, retired: 0, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(whole.get(device.db, {})?.text).not.toMatch(/1979|B-100|Locker/);
  });

  it('of the same file again changes nothing', async () => {
    await bring(six);
    const before = people.all(device.db, {});
    expect(await bring(six)).toMatchObject({ counts: [0, 0, 6], done: true });
    expect(people.all(device.db, {})).toEqual(before);
  });

  it('changes only what changed, and takes an empty cell for nothing said', async () => {
    await bring(six);
    const changed = six.replace('Scrub Tech,CST', 'Perfusionist,');
    expect((await bring(changed)).counts).toEqual([0, 1, 5]);
    expect(holderOf(device, 'B-1004')).toMatchObject({ role: 'perfusionist', credentials: 'CST' });
    expect((await bring('given,family,role\nNgozi,Adeyemi-Falk,\n')).counts).toEqual([0, 0, 1]);
  });

  it('brings nothing while a row has an error, or all the others when told to', async () => {
    const broken = `${six}Bo\n`;
    expect(await bring(broken)).toMatchObject({ counts: [6, 0, 0], done: false });
    expect([givens(), logged()]).toEqual([[], []]);
    expect(await bring(broken, true)).toMatchObject({ counts: [6, 0, 0], done: true });
    expect(givens()).toHaveLength(6);
  });

  it('of a file that is no list of people brings nothing, whatever it is told', async () => {
    expect(await bring('colour\nred\n', true)).toMatchObject({ done: false });
  });

  it('never gives a badge to somebody else', async () => {
    await bring(six);
    const stolen = await bring('given,family,badge\nMallory,Voss,B-1001\n', true);
    expect(stolen.problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(holderOf(device, 'B-1001')?.first).toBe('Ngozi');
  });
});

describe('photos beside the list', () => {
  const withPhoto = (name: string): string => `given,family,role,photo\nAna,Sol,Nurse,"${name}"\n`;
  const draw = (name: string, width = 800): Promise<unknown> =>
    sharp({ create: { width, height: width, channels: 3, background: '#804020' } })
      .jpeg()
      .toFile(join(folder, name));

  it('come with the person, once', async () => {
    mkdirSync(join(folder, 'faces'));
    await draw('faces/ana.jpg');
    expect(await bring(withPhoto('faces/ana.jpg'))).toMatchObject({ counts: [1, 0, 0], problems: [] });
    expect(people.all(device.db, {})[0]?.photo).toMatch(/^[0-9a-f]{64}$/);
    expect((await bring(withPhoto('faces/ana.jpg'))).counts).toEqual([0, 0, 1]);
    await draw('faces/ana.jpg', 700);
    expect((await bring(withPhoto('faces/ana.jpg'))).counts).toEqual([0, 1, 0]);
  });

  it.each([
    ['not there', 'nobody.jpg', 'is not there'],
    ['no picture', 'list.csv', 'is not a JPEG'],
    ['a folder', 'faces', 'cannot be read'],
    ['damaged', 'half.jpg', 'is damaged'],
    ['small', 'small.jpg', 'blurred'],
  ])('that are %s are a note', async (_, name, reason) => {
    mkdirSync(join(folder, 'faces'));
    writeFileSync(join(folder, 'list.csv'), 'x');
    await draw('whole.jpg');
    writeFileSync(join(folder, 'half.jpg'), readFileSync(join(folder, 'whole.jpg')).subarray(0, 700));
    await draw('small.jpg', 100);
    const { done, problems } = await bring(withPhoto(name));
    expect([done, problems.map(({ line, severity }) => [line, severity])]).toEqual([true, [[2, 'note']]]);
    expect(problems[0]?.what).toContain(reason);
  });

  it('are found though their names are written in other case, or in another form of their letters', async () => {
    await draw('Zo\u00eb.JPG');
    expect((await bring(withPhoto('zoe\u0308.jpg'))).problems).toEqual([]);
    expect(people.all(device.db, {})[0]?.photo).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that could be one of several files are a note; the one that is called just so is taken', async () => {
    await draw('ana.jpg');
    await draw('ANA.jpg', 700);
    const { done, problems } = await bring(withPhoto('Ana.jpg'));
    expect([done, problems.map(({ what }) => what)]).toEqual([
      true,
      ['The photo “Ana.jpg” could be one of several files; the person comes without it.'],
    ]);
    expect((await bring(withPhoto('ANA.jpg'))).problems).toEqual([]);
  });

  it('are found by what they are called, where a folder of photos is given', async () => {
    await draw('Sol_Ana.jpg');
    const bytes = Buffer.from('given,family,role\nAna,Sol,Nurse\nBo,Li,Nurse\n');
    expect((await planImport(device, { bytes, folder })).photos).toHaveLength(0);
    const plan = await planImport(device, { bytes, folder, byName: true });
    expect(plan.photos).toHaveLength(1);
    expect(plan.added.map(({ row }) => row.photo)).toEqual([plan.photos[0]?.hash, null]);
  });

  it.each(['NUL.jpg', 'con', 'in.jpg:x', 'in.jpg.', 'aux/in.jpg'])(
    'that are called like a device are an error: %s',
    async (name) => {
      await draw('in.jpg');
      const { done, problems } = await bring(withPhoto(name));
      expect([done, problems.map(({ severity }) => severity)]).toEqual([false, ['error']]);
      expect(problems[0]?.what).toContain('is no name of a file');
    },
  );

  it.each([
    '../out.jpg',
    '..\\out.jpg',
    'faces/../../out.jpg',
    '/etc/hostname',
    'C:\\out.jpg',
    'link.jpg',
    'linked/out.jpg',
  ])('that are outside its folder are an error: %s', async (name) => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    await draw('in.jpg');
    copyFileSync(join(folder, 'in.jpg'), join(outside, 'out.jpg'));
    symlinkSync(join(outside, 'out.jpg'), join(folder, 'link.jpg'));
    symlinkSync(outside, join(folder, 'linked'));
    const { done, problems } = await bring(withPhoto(name));
    rmSync(outside, { recursive: true });
    expect([done, problems.map(({ severity }) => severity)]).toEqual([false, ['error']]);
    expect(problems[0]?.what).toContain('outside the folder');
  });
});
