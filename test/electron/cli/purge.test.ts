import { expect, test, vi } from 'vitest';
import { type CliCommand, Misuse } from '../../../electron/cli/command.ts';
import { holdCommand } from '../../../electron/cli/hold.ts';
import { purgeCommand } from '../../../electron/cli/purge.ts';
import { releaseCommand } from '../../../electron/cli/release.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { kioskSince2019, safeguard, surgeryWith } from '../retention/old-record.ts';

/** Runs a command in this process; gives its exit code and what it said. */
const said = async (command: CliCommand, ...words: string[]) => {
  const lines: string[] = [];
  const heard = (line: string) => void lines.push(...line.split('\n'));
  const spies = (['log', 'error'] as const).map((way) => vi.spyOn(console, way).mockImplementation(heard));
  try {
    return { code: await command.run(words), lines };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
};

/** A record of 2019 and today, backed up and anchored. */
const record = async () => {
  const kiosk = kioskSince2019();
  const { device, to, size } = kiosk;
  const { session } = surgeryWith(device, 'Ada');
  const through = size();
  to('2026-11-20');
  surgeryWith(device, 'Ben');
  await safeguard(device);
  return { device, session, through, entries: () => allEntries.all(device.db, {}).length };
};

const old = ['--before', '2019-03-06'];

test('a purge first only says what would go; with --yes it deletes it', async () => {
  const { device, through, entries } = await record();
  const at = ['--data', device.folder];
  const before = entries();
  const would = [
    `entries: ${through} (1 to ${through}), from 2019-03-04 to 2019-03-04`,
    'sessions: 1, introductions recorded: 0',
  ];
  expect(await said(purgeCommand, ...at, ...old)).toEqual({
    code: 0,
    lines: [...would, 'Nothing is deleted yet: say --yes to do it.'],
  });
  // That it was checked is in the record.
  expect(entries()).toBe(before + 1);
  expect(await said(purgeCommand, ...at, ...old, '--yes')).toEqual({
    code: 0,
    lines: [...would, `purged: ${through} entries, through ${through}`],
  });
  expect(entries()).toBeLessThan(before);
  expect(await said(purgeCommand, ...at, ...old, '--yes')).toEqual({
    code: 0,
    lines: ['Nothing that can go is from before 2019-03-06.'],
  });
});

test('what is on hold is not purged until it is released; the list says what is, since when and why', async () => {
  const { device, session, entries } = await record();
  const at = ['--data', device.folder];
  const placed = await said(holdCommand, ...at, '--session', session, '--case', 'Complaint 17/2026');
  const hold = placed.lines[0]?.match(/^hold: (\S+)$/)?.[1] ?? '';
  expect(placed).toMatchObject({ code: 0, lines: [expect.stringMatching(/^hold: [0-9a-f-]{36}$/u)] });
  const { lines } = await said(holdCommand, ...at, '--list');
  expect(lines).toEqual([
    expect.stringMatching(
      new RegExp(`^${hold}, on the session ${session}, since \\d{4}-.*, Complaint 17/2026$`),
    ),
  ]);
  const before = entries();
  const refused = await said(purgeCommand, ...at, ...old, '--yes');
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.lines.at(-1)).toMatch(/^Hold .* is on the session /u);
  expect(entries()).toBe(before);
  expect(await said(releaseCommand, ...at, '--hold', hold)).toEqual({
    code: 0,
    lines: [`released: ${hold}`],
  });
  expect(await said(releaseCommand, ...at, '--hold', hold)).toEqual({
    code: 1,
    lines: [`No hold ${hold} stands.`],
  });
  expect(await said(holdCommand, ...at, '--list')).toEqual({ code: 0, lines: [] });
  expect(await said(purgeCommand, ...at, ...old)).toMatchObject({ code: 0 });
});

test('a hold that cannot be placed is refused in a sentence', async () => {
  const { device } = await record();
  const at = ['--data', device.folder];
  expect(await said(holdCommand, ...at, '--session', 'nobody-knows')).toEqual({
    code: 1,
    lines: ['The record has no session by this id.'],
  });
  expect(await said(holdCommand, ...at, '--from', '2019-03-05', '--to', '2019-03-04')).toEqual({
    code: 1,
    lines: ['The day in --from is after the one in --to.'],
  });
});

test.each<[CliCommand, string[], string]>([
  [purgeCommand, ['--data', 'x'], '--before is needed'],
  [purgeCommand, ['--data', 'x', '--before', '2019-02-30'], '“2019-02-30”'],
  [purgeCommand, ['--before', '2019-02-28'], '--data is needed'],
  [holdCommand, ['--data', 'x'], 'Say either --session, or --from and --to'],
  [holdCommand, ['--data', 'x', '--session', 's', '--from', '2019-02-28'], 'Say either'],
  [holdCommand, ['--data', 'x', '--from', '2019-02-28'], '--to is needed'],
  [holdCommand, ['--data', 'x', '--list', '--session', 's'], '--list takes nothing but --data'],
  [releaseCommand, ['--data', 'x'], '--hold is needed'],
])('what is not understood is refused, and nothing is opened', async (command, words, sentence) => {
  const asked = command.run(words);
  await expect(asked).rejects.toThrow(Misuse);
  await expect(asked).rejects.toThrow(sentence);
});
