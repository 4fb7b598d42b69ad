import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseCheckpoint } from '../../../core/log/checkpoint.ts';
import { anchorCommand } from '../../../electron/cli/anchor.ts';
import { checkpointCommand } from '../../../electron/cli/checkpoint.ts';
import { type CliCommand, Misuse } from '../../../electron/cli/command.ts';
import { keyCommand } from '../../../electron/cli/key.ts';
import { witnessCommand } from '../../../electron/cli/witness.ts';
import { kiosk } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/device.ts';
import { opened, sizeOf } from './two-kiosks.ts';

test('every command of witnesses explains itself', () => {
  const commands = {
    key: keyCommand,
    checkpoint: checkpointCommand,
    witness: witnessCommand,
    anchor: anchorCommand,
  };
  for (const [name, { help }] of Object.entries(commands)) {
    expect(help).toContain(`${name} `);
    expect(help).toContain('--data DIR');
  }
});

test('a checkpoint on the standard output is that and nothing else', async () => {
  const folder = temporaryFolder();
  opened(folder);
  const [plain, key] = await Promise.all([
    kiosk('checkpoint', '--data', folder),
    kiosk('key', '--data', folder, '--qr'),
  ]);
  expect(parseCheckpoint(plain.out)).toMatchObject({ size: 1 });
  expect(plain).toMatchObject({ code: 0, err: expect.stringMatching(/^entries: 1 to 1, fingerprint/) });
  expect(key).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/\n\S*\[30;107m[ ▀▄█]/) });
  const pictured = await kiosk('checkpoint', '--data', folder, '--qr');
  const picture = pictured.out.indexOf('\u001b');
  expect(parseCheckpoint(pictured.out.slice(0, picture))).toMatchObject({ size: 2 });
  expect(pictured.out.slice(picture)).toMatch(/▀█/);
});

test('what is not understood is refused in a sentence, and nothing is signed or written', async () => {
  const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
  const size = sizeOf(opened(folder));
  const file = join(elsewhere, 'request.txt');
  writeFileSync(file, 'old 0\n');
  const at = ['--data', folder];
  const wrong: [CliCommand, string[], string][] = [
    [keyCommand, [], '--data is needed'],
    [keyCommand, [...at, 'more'], 'more'],
    [checkpointCommand, [...at, '--since', '-1'], '--since'],
    [checkpointCommand, [...at, '--since', '1.5'], '“1.5”'],
    [checkpointCommand, [...at, '--since', '0', '--qr'], 'one of the two'],
    [witnessCommand, at, 'Name one file'],
    [witnessCommand, [...at, file, file], 'Name one file'],
    [witnessCommand, [...at, file, '--trust', ''], '--trust is needed'],
    [anchorCommand, [...at, file], '--witness is needed'],
  ];
  for (const [command, words, sentence] of wrong) {
    const asked = command.run(words);
    await expect(asked).rejects.toThrow(Misuse);
    await expect(asked).rejects.toThrow(sentence);
  }
  expect(sizeOf(opened(folder))).toBe(size);
  expect(readdirSync(elsewhere)).toEqual(['request.txt']);
});

test('what cannot be done is said in a sentence, with exit code 1', async () => {
  const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
  const size = sizeOf(opened(folder));
  const [long, none] = [join(elsewhere, 'long.txt'), join(elsewhere, 'none')];
  writeFileSync(long, 'A'.repeat(100_000));
  const latin = join(elsewhere, 'latin.txt');
  writeFileSync(latin, Buffer.from([0x6f, 0x6c, 0xe9]));
  const tried = await Promise.all([
    kiosk('key', '--data', none),
    kiosk('checkpoint', '--data', folder, '--since', '99'),
    kiosk('checkpoint', '--data', folder, '--out', join(folder, 'here.txt')),
    kiosk('witness', long, '--data', folder),
    kiosk('witness', latin, '--data', folder),
    kiosk('anchor', none, '--data', folder, '--witness', 'anybody'),
  ]);
  for (const ran of tried) {
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/^[^\n]+\n$/);
    expect(ran.err).not.toContain(' at ');
  }
  expect(tried.map(({ err }) => err).join('')).toContain('is not a short text in UTF-8');
  expect(existsSync(none)).toBe(false);
  expect(sizeOf(opened(folder))).toBe(size);
});
