import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupCommand } from '../../../electron/cli/backup.ts';
import { Misuse } from '../../../electron/cli/command.ts';
import { restoreCommand } from '../../../electron/cli/restore.ts';
import { kiosk } from '../../support/command-line.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';

/** A data folder that nobody has open. */
const stopped = (): string => {
  const device = demoDevice();
  wholeSurgery(device);
  device.close();
  return device.folder;
};

test('backup says the file, its entries and its digest; restore says what would be lost, and with --yes does it', async () => {
  const data = stopped();
  const to = join(temporaryFolder(), 'elsewhere');
  const made = await kiosk('backup', '--data', data, '--to', to);
  const [name = ''] = readdirSync(to);
  const file = join(to, name);
  const size = Number(/-(\d+)\.db$/.exec(name)?.[1]);
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
  expect(made).toEqual({ code: 0, out: `${file}\nentries: ${size}, sha256: ${digest}\n`, err: '' });

  const asked = ['restore', '--data', data, '--from', file];
  const looked = await kiosk(...asked);
  expect(looked).toMatchObject({ code: 1, err: 'Nothing was done. With --yes it is.\n' });
  const [held, present] = looked.out.split('\n');
  expect(held).toMatch(new RegExp(`^The backup holds: ${size} entries, the last of \\d{4}-.*\\.$`));
  expect(present).toMatch(
    new RegExp(
      `^The record in the folder: ${size + 1} entries, .* Lost to the record: entries ${size + 1} to ${size + 1}\\.$`,
    ),
  );
  expect(readdirSync(data)).not.toContain('quarantine');

  const done = await kiosk(...asked, '--yes');
  expect(done).toMatchObject({ code: 0, err: '' });
  const [room = ''] = readdirSync(join(data, 'quarantine'));
  expect(done.out).toBe(
    `${held}\n${present}\nPut back: ${size + 1} entries, under a new log.\n` +
      `What was there lies in ${join(data, 'quarantine', room)}.\n`,
  );
  expect((await kiosk('verify', '--data', data)).out).toContain(`ok: entries 1–${size + 1}`);
});

test('restore into a new folder says that the key is another one and that badges are to be given out again', async () => {
  const data = stopped();
  const file = (await kiosk('backup', '--data', data)).out.split('\n')[0] ?? '';
  const done = await kiosk('restore', '--data', join(temporaryFolder(), 'new'), '--from', file, '--yes');
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toContain('There is no record in the folder.');
  expect(done.out).toContain('signed by another key');
  expect(done.out).toContain('Badges must be given out again');
});

test('what cannot be done is said in a sentence, with exit code 1', async () => {
  const data = stopped();
  const folder = temporaryFolder();
  const none = join(folder, 'none');
  expect(await kiosk('backup', '--data', none)).toEqual({
    code: 1,
    out: '',
    err: `The folder ${none} holds no record of this program.\n`,
  });
  writeFileSync(join(folder, 'a-file'), '');
  expect(await kiosk('backup', '--data', data, '--to', join(folder, 'a-file'))).toEqual({
    code: 1,
    out: '',
    err: `There is no new backup. The folder ${join(folder, 'a-file')} cannot be made or used.\n`,
  });
  expect(await kiosk('restore', '--data', data, '--from', join(folder, 'a-file'), '--yes')).toEqual({
    code: 1,
    out: '',
    err: `${join(folder, 'a-file')} was not put back. It is not a backup of this program.\n`,
  });
});

test.each([
  [backupCommand, [], '--data is needed'],
  [backupCommand, ['--data', 'x', '--to'], 'argument missing'],
  [backupCommand, ['--data', 'x', '--to', ''], '--to is needed'],
  [restoreCommand, ['--data', 'x'], '--from is needed'],
  [restoreCommand, ['--from', 'x'], '--data is needed'],
  [restoreCommand, ['--data', 'x', '--from', 'y', '--sure'], '--sure'],
])('what is not understood is refused, and nothing is done', async (command, words, sentence) => {
  const asked = command.run([...words]);
  await expect(asked).rejects.toThrow(Misuse);
  await expect(asked).rejects.toThrow(sentence);
});
