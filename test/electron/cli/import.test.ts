import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Misuse } from '../../../electron/cli/command.ts';
import { importCommand } from '../../../electron/cli/import.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { holderOf, searchPeople } from '../../../electron/services/people.ts';
import { temporaryFolder } from '../../support/device.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../support/rosters/${name}`, import.meta.url), 'utf8');

/** A folder for lists and data, and the command as an administrator runs it there. */
const desk = () => {
  const home = temporaryFolder();
  const data = join(home, 'data');
  const file = join(home, 'staff.csv');
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  const warn = vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text));
  onTestFinished(() => {
    log.mockRestore();
    warn.mockRestore();
  });
  const run = async (list: string, ...options: string[]): Promise<{ code: number; said: string }> => {
    writeFileSync(file, list);
    said.length = 0;
    const code = await importCommand.run(['people', file, '--data', data, ...options]);
    return { code, said: said.join('\n').replaceAll(file, 'staff.csv') };
  };
  const device = () => {
    const opened = openDevice({ folder: data });
    onTestFinished(() => opened.close());
    return opened;
  };
  return { home, file, run, device };
};

test('a preview writes nobody, and the import after it says the same', async () => {
  const { run, device } = desk();
  const preview = await run(fixture('six.csv'), '--dry-run');
  expect(preview.code).toBe(0);
  expect(preview.said.split('\n')[0]).toBe('people: 6 added, 0 changed, 0 skipped; problems: 2');
  expect(preview.said).toContain('staff.csv:3: added: “Teodor Lindqvist”');
  expect(searchPeople(device(), '')).toEqual([]);
  const done = await run(fixture('six.csv'));
  expect(done.code).toBe(0);
  expect(done.said.split('\n')[0]).toBe(preview.said.split('\n')[0]);
  expect(done.said).not.toContain('added: “');
});

test('a list without a header comes where its columns are said', async () => {
  const { run, device } = desk();
  const refused = await run(fixture('no-header.csv'));
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('--columns "')]);
  const done = await run(fixture('no-header.csv'), '--columns', 'given, family, role, badge, -');
  expect([done.code, done.said]).toEqual([0, 'people: 3 added, 0 changed, 0 skipped; problems: 0']);
  expect(holderOf(device(), 'B-3')?.first).toBe('Chidi');
});

test('names in capitals come where their order is said', async () => {
  const { run, device } = desk();
  const list = 'name,badge\nODE SOL,1\nWOUDA ILVES,2\n';
  expect((await run(list)).code).toBe(1);
  expect((await run(list, '--names', 'family-first')).code).toBe(0);
  expect(holderOf(device(), '1')?.first).toBe('SOL');
});

test('a conflict stops the import until somebody says that the name is new', async () => {
  const { run, device } = desk();
  const list = 'given,family,employee id,badge\nAna,Sol,1,B-1\n';
  await run(list);
  const stopped = await run(list.replace('Sol', 'Mar'));
  expect(stopped.code).toBe(1);
  expect(stopped.said).toContain(
    'staff.csv:2: conflict: The staff number of “Ana Mar” belongs to “Ana Sol” here.',
  );
  expect((await run(list.replace('Sol', 'Mar'), '--renamed', '2')).code).toBe(0);
  expect(searchPeople(device(), 'mar')).toHaveLength(1);
});

test('photos come from a folder by what they are called', async () => {
  const { home, run, device } = desk();
  const face = sharp({ create: { width: 400, height: 500, channels: 3, background: '#c08060' } });
  await face.jpeg().toFile(join(home, 'E-1.JPG'));
  const done = await run('given,family,employee id,badge\nAna,Sol,e-1,B-1\n', '--photos', home);
  expect([done.code, done.said.split('\n')[0]]).toEqual([
    0,
    'people: 1 added, 0 changed, 0 skipped; problems: 1',
  ]);
  expect(holderOf(device(), 'B-1')?.photo).toMatch(/^\/photos\//u);
});

test('an empty file is refused with the reason', async () => {
  const { run } = desk();
  const { code, said } = await run('');
  expect([code, said]).toEqual([
    1,
    expect.stringContaining('staff.csv:1: The file is empty. Export the list again.'),
  ]);
});

test.each([
  [['--names', 'backwards'], '--names takes given-first or family-first'],
  [['--renamed', 'two'], '--renamed takes line numbers'],
])('%j is not understood, and nothing is read', async (options, why) => {
  const { run } = desk();
  await expect(run('name\nAna Sol\n', ...options)).rejects.toThrow(Misuse);
  await expect(run('name\nAna Sol\n', ...options)).rejects.toThrow(why);
});
