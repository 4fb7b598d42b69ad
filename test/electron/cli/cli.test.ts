import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { anchorCommand } from '../../../electron/cli/anchor.ts';
import { backupCommand } from '../../../electron/cli/backup.ts';
import { checkpointCommand } from '../../../electron/cli/checkpoint.ts';
import type { CliCommand } from '../../../electron/cli/command.ts';
import { Misuse } from '../../../electron/cli/command.ts';
import { exportCommand } from '../../../electron/cli/export.ts';
import { holdCommand } from '../../../electron/cli/hold.ts';
import { importCommand } from '../../../electron/cli/import.ts';
import { keyCommand } from '../../../electron/cli/key.ts';
import { purgeCommand } from '../../../electron/cli/purge.ts';
import { releaseCommand } from '../../../electron/cli/release.ts';
import { reportCommand } from '../../../electron/cli/report.ts';
import { restoreCommand } from '../../../electron/cli/restore.ts';
import { scheduleCommand } from '../../../electron/cli/schedule.ts';
import { serveCommand } from '../../../electron/cli/serve.ts';
import { setUpCommand } from '../../../electron/cli/set-up.ts';
import { simulateCommand } from '../../../electron/cli/simulate.ts';
import { verifyCommand } from '../../../electron/cli/verify.ts';
import { witnessCommand } from '../../../electron/cli/witness.ts';
import { databaseFile } from '../../../electron/services/folder.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { here, readSettings } from '../../../electron/services/settings.ts';
import { kiosk } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/device.ts';
import { startKiosk } from '../../support/kiosk.ts';

const commands: Record<string, CliCommand> = {
  serve: serveCommand,
  'set-up': setUpCommand,
  import: importCommand,
  schedule: scheduleCommand,
  export: exportCommand,
  simulate: simulateCommand,
  anchor: anchorCommand,
  backup: backupCommand,
  checkpoint: checkpointCommand,
  hold: holdCommand,
  key: keyCommand,
  purge: purgeCommand,
  release: releaseCommand,
  report: reportCommand,
  restore: restoreCommand,
  verify: verifyCommand,
  witness: witnessCommand,
};

test('every command explains itself, and the whole says which there are', async () => {
  const all = await kiosk('--help');
  expect(all).toMatchObject({ code: 0, err: '' });
  for (const [name, { help }] of Object.entries(commands)) {
    expect(all.out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect(help).toContain(`${name} `);
    expect(help).toContain('--data DIR');
  }
  const one = await kiosk('export', '--to', 'whatever', '--help');
  expect(one).toMatchObject({ code: 0, err: '' });
  expect(one.out).toContain(exportCommand.help);
});

test('no command, or one that there is not, is not understood', async () => {
  expect((await kiosk()).code).toBe(2);
  const wrong = await kiosk('dance', '--data', '/nowhere');
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toContain('There is no command “dance”');
});

test.each([
  [serveCommand, ['--data', 'x', '--port', '65536'], 'from 0 to 65535, not “65536”'],
  [serveCommand, ['--data', 'x', '--port', '1e3'], '“1e3”'],
  [serveCommand, ['--data', 'x', '--port'], 'argument missing. --help says more.'],
  [serveCommand, ['8080', '--data', 'x'], '8080'],
  [simulateCommand, [...'--data x --sessions 1 --seed 1 --days'.split(' '), '9999999'], 'from 1 to'],
  [importCommand, ['--data', 'x'], 'Name a file'],
])('what cannot be meant is refused in a sentence, and nothing is made', async (command, words, sentence) => {
  const folder = temporaryFolder();
  const asked = command.run(words.map((word) => (word === 'x' ? join(folder, 'data') : word)));
  await expect(asked).rejects.toThrow(Misuse);
  await expect(asked).rejects.toThrow(sentence);
  expect(readdirSync(folder)).toEqual([]);
});

test('nobody but its user may read the record, also in a folder that others may look into', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  for (const name of readdirSync(folder))
    expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
});

test('set-up says where the kiosk stands, and keeps what is not said as it was', async () => {
  const folder = temporaryFolder();
  const at = ['--data', folder, '--unit', 'Ward 4 West'];
  const ran = await kiosk(
    'set-up',
    ...at,
    '--place',
    'Bed 412',
    '--language',
    'es',
    '--names',
    'first-and-initial',
  );
  expect(ran).toEqual({ code: 0, out: 'This kiosk stands at Bed 412, Ward 4 West.\n', err: '' });
  const held = ['--hand', 'left', '--hints', 'off', '--shifts', '19:00, 07:00', '--unit-names', 'first-only'];
  await kiosk('set-up', ...at, '--place', 'Bed 410', '--retention', '10', '--stay-days', '3', ...held);
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  expect(here(device)).toMatchObject({
    ...{ name: 'Bed 410', unit_name: 'Ward 4 West', unit_names: 'first-only' },
  });
  expect(readSettings(device).settings).toMatchObject({
    ...{ language: 'es', names: 'first-and-initial', retentionYears: 10, stayDays: 3 },
    ...{ hand: 'left', hints: false, shifts: ['07:00', '19:00'] },
  });
  for (const [words, sentence] of [
    [[...at], '--place is needed'],
    [[...at, '--place', '\u202eBed'], 'at most 120'],
    [[...at, '--place', 'Bed 1', '--names', 'all'], '“all”'],
    [[...at, '--place', 'Bed 1', '--retention', '0'], 'from 1 to 100, not “0”'],
    [[...at, '--place', 'Bed 1', '--shifts', '7 am'], 'not “7 am”'],
    [[...at, '--place', 'Bed 1', '--language', 'xx'], 'not “xx”'],
  ] as const) {
    const asked = setUpCommand.run([...words]);
    await expect(asked).rejects.toThrow(Misuse);
    await expect(asked).rejects.toThrow(sentence);
  }
});

test('a file that is no database is refused in a sentence, whatever the command', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    databaseFile(folder),
    'this is not a database, though it is long enough to be looked at'.repeat(20),
  );
  const days = ['--format', 'csv', '--from', '2026-06-01', '--to', '2026-06-30', '--out', '-'];
  for (const words of [
    ['export', ...days],
    ['set-up', '--place', 'OR 1', '--unit', 'OR'],
    ['serve', '--demo'],
  ]) {
    const ran = await kiosk(...words, '--data', folder);
    expect(ran).toEqual({ code: 1, out: '', err: 'The database file is not a database of this program.\n' });
  }
});

test('a kiosk that is served answers at the address that it says, and stops when it is told to', async () => {
  const folder = temporaryFolder();
  const running = await startKiosk(folder);
  expect(running.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/start\/[\w-]{43}$/);
  expect((await fetch(running.link)).status).toBe(200);
  const { port } = new URL(running.link);
  const second = await kiosk('serve', '--data', folder);
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.err).toContain('Another Bedside Hello runs on the folder');
  const elsewhere = await kiosk('serve', '--data', join(temporaryFolder(), 'other'), '--port', port);
  expect(elsewhere).toMatchObject({ code: 1, out: '' });
  expect(elsewhere.err).toContain(`Port ${port} cannot be used`);
  await running.stop();
  const again = await startKiosk(folder);
  await again.stop();
});
