import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Misuse } from '../../../electron/cli/command.ts';
import { exportCommand } from '../../../electron/cli/export.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { kiosk } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/device.ts';

const simulated = (): string => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 6, seed: 3, days: 3, until: '2026-06-30' });
  return folder;
};

const june = ['--format', 'csv', '--from', '2026-06-01', '--to', '2026-06-30'];

test('an export to a file says its rows and its digest; to the standard output it is the same bytes', async () => {
  const data = simulated();
  const out = join(temporaryFolder(), 'june.csv');
  const file = await kiosk('export', '--data', data, ...june, '--out', out);
  const bytes = readFileSync(out);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const rows = bytes.toString().split('\r\n').length - 2;
  expect(file).toEqual({ code: 0, out: `rows: ${rows}, sha256: ${digest}\n`, err: '' });
  const stream = await kiosk('export', '--data', data, ...june, '--out', '-');
  expect(stream).toEqual({ code: 0, out: bytes.toString(), err: `rows: ${rows}, sha256: ${digest}\n` });
});

test('what is not understood is refused in a sentence, and nothing is written', async () => {
  const data = simulated();
  const folder = temporaryFolder();
  const out = ['--out', join(folder, 'out.csv')];
  const at = ['--data', data];
  const wrong: [string[], string][] = [
    [[...at, '--format', 'csv', '--from', '2026-06-31', '--to', '2026-07-01', ...out], '“2026-06-31”'],
    [[...at, '--format', 'csv', '--from', '01.06.2026', '--to', '2026-07-01', ...out], '“01.06.2026”'],
    [[...at, '--format', 'csv', '--from', '2026-07-01', '--to', '2026-06-01', ...out], 'is after --to'],
    [[...at, '--format', 'csv', '--from', '2026-07-01', ...out], '--to is needed'],
    [[...at, '--format', 'pdf', '--from', '2026-06-01', '--to', '2026-07-01', ...out], '“pdf”'],
    [[...at, ...june, '--table', 'names', ...out], '“names”'],
    [[...at, '--format', 'xlsx', '--table', 'summary', ...june.slice(2), ...out], '--table is only for'],
    [[...at, ...june, '--session', 'one', ...out], '--session is only for'],
    [[...at, ...june], '--out is needed'],
    [[...at, ...june, ...out, '--everything'], '--everything'],
    [[...june, ...out], '--data is needed'],
    [[...at, ...june, ...out, 'july.csv'], 'july.csv'],
  ];
  for (const [words, sentence] of wrong) {
    const asked = exportCommand.run(words);
    await expect(asked).rejects.toThrow(Misuse);
    await expect(asked).rejects.toThrow(sentence);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder without a record is refused and not made; so is a target that cannot be written', async () => {
  const folder = temporaryFolder();
  const none = join(folder, 'none');
  const missing = await kiosk('export', '--data', none, ...june, '--out', '-');
  expect(missing).toEqual({ code: 1, out: '', err: `The folder ${none} holds no record of this program.\n` });
  expect(existsSync(none)).toBe(false);
  const data = simulated();
  const target = join(folder, 'no/such/out.csv');
  const unwritable = await kiosk('export', '--data', data, ...june, '--out', target);
  expect(unwritable).toMatchObject({ code: 1, out: '' });
  expect(unwritable.err).toMatch(/^There is no such file or folder: .*\n$/);
});

test('an export never takes the place of the record, by whatever name its folder goes', async () => {
  const data = simulated();
  const link = join(temporaryFolder(), 'link');
  symlinkSync(data, link);
  const before = readFileSync(databaseFile(data));
  const names = readdirSync(data);
  for (const target of [
    databaseFile(data),
    join(data, 'badge.key'),
    join(link, 'bedside.db'),
    join(data, 'new'),
  ]) {
    const ran = await kiosk('export', '--data', data, ...june, '--out', target);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/^The folder .* holds the record and takes nothing else: .*\n$/);
  }
  expect(readFileSync(databaseFile(data)).equals(before)).toBe(true);
  expect(readdirSync(data)).toEqual(names);
});
