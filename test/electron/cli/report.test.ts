import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import { administrator } from '../../../electron/cli/administrator.ts';
import { Misuse } from '../../../electron/cli/command.ts';
import { reportCommand } from '../../../electron/cli/report.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { openReader } from '../../../electron/store/open.ts';
import { kiosk } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/device.ts';

const simulated = (): string => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 24, seed: 3, days: 30, until: '2026-06-30' });
  return folder;
};

const june = ['--from', '2026-06-01', '--to', '2026-06-30'];
const invented = 'This is of what a simulation or the demo team did, and of nothing that happened.\n';

const lastEntry = (data: string) => {
  const db = openReader(databaseFile(data));
  try {
    return decodeEntry(allEntries.all(db, {}).at(-1)?.bytes ?? new Uint8Array());
  } finally {
    db.close();
  }
};

test('a report goes to the standard output, or whole into a file, and its digest is said beside it', async () => {
  const data = simulated();
  const out = join(temporaryFolder(), 'june.csv');
  writeFileSync(out, 'the report of last month');
  const file = await kiosk('report', '--data', data, ...june, '--format', 'csv', '--out', out);
  const bytes = readFileSync(out);
  const digest = createHash('sha256').update(bytes).digest('hex');
  expect(file).toEqual({ code: 0, out: `sessions: 24, sha256: ${digest}\n`, err: invented });
  expect(statSync(out).mode & 0o077).toBe(0);
  const stream = await kiosk('report', '--data', data, ...june, '--format', 'csv');
  expect(stream).toEqual({
    ...{ code: 0, out: bytes.toString(), err: `sessions: 24, sha256: ${digest}\n${invented}` },
  });
  expect(lastEntry(data)).toMatchObject({ type: 'report-made', data: { format: 'csv', rows: 1, digest } });
});

test('every rate is there in JSON with numerator, denominator, exclusions and missing, by month with a chart', async () => {
  const data = simulated();
  const ran = await kiosk(
    'report',
    '--data',
    data,
    ...june,
    '--by',
    'month',
    '--format',
    'json',
    '--within-unit',
  );
  expect(ran.code).toBe(0);
  const { total, groups, charts, by, withinUnit, missingSessions } = JSON.parse(ran.out);
  expect([by, withinUnit, groups.length]).toEqual(['month', true, 1]);
  for (const share of Object.values(total.shares))
    expect(share).toEqual({
      ...{ numerator: expect.any(Number), denominator: expect.any(Number), missing: expect.any(Number) },
      ...{ excluded: expect.any(Object), rate: expect.toSatisfy((rate) => rate === null || rate <= 1) },
    });
  expect(charts.teamCompleteness.points).toHaveLength(1);
  expect(missingSessions).toHaveLength(total.shares.coverage.missing);
});

test('the log has the account of the operating system that asked, and not what the environment claims', async () => {
  const data = simulated();
  const before = process.env.USER;
  process.env.USER = 'somebody-else';
  try {
    await kiosk('report', '--data', data, ...june, '--format', 'csv');
  } finally {
    process.env.USER = before;
  }
  expect(lastEntry(data).actor).toEqual({ kind: 'command-line', user: userInfo().username });
  await kiosk('export', '--data', data, ...june, '--format', 'csv', '--table', 'schedule', '--out', '-');
  expect(lastEntry(data)).toMatchObject({ type: 'exported', actor: { user: userInfo().username } });
  await kiosk('hold', '--data', data, ...june);
  expect(lastEntry(data)).toMatchObject({ type: 'hold-placed', actor: { user: userInfo().username } });
});

test('an account without a name that the log has room for is named by its number', () => {
  const named = (username: string) => administrator(() => ({ username }));
  expect(named('müller')).toEqual({ kind: 'command-line', user: 'müller' });
  expect(named('HOSPITAL\\anna')).toMatchObject({ user: `uid-${process.getuid?.()}` });
  expect(named('x'.repeat(65))).toMatchObject({ user: `uid-${process.getuid?.()}` });
  const nobody = () => {
    throw new Error('ENOENT: no such user');
  };
  expect(administrator(nobody)).toMatchObject({ user: `uid-${process.getuid?.()}` });
});

test('what is not understood is refused in a sentence, and nothing is written', async () => {
  const data = simulated();
  const folder = temporaryFolder();
  const rest = ['--data', data, '--out', join(folder, 'out')];
  const wrong: [string[], string][] = [
    [[...rest, ...june], '--format is needed'],
    [[...rest, ...june, '--format', 'xlsx'], '--format takes json or csv, not “xlsx”'],
    [[...rest, ...june, '--format', 'csv', '--by', 'surgeon'], '--by takes one of unit, place, role'],
    [[...rest, '--from', '2026-06-31', '--to', '2026-07-01', '--format', 'csv'], '“2026-06-31”'],
    [[...rest, '--from', '2026-07-01', '--to', '2026-06-01', '--format', 'csv'], 'is after --to'],
    [[...rest, '--to', '2026-06-01', '--format', 'csv'], '--from is needed'],
    [[...june, '--format', 'csv'], '--data is needed'],
    [[...rest, ...june, '--format', 'csv', '--everything'], '--everything'],
    [[...rest, ...june, '--format', 'csv', 'june.csv'], 'june.csv'],
    [['--data', data, ...june, '--format', 'csv', '--out', ''], '--out is needed'],
  ];
  for (const [words, sentence] of wrong) {
    const asked = reportCommand.run(words);
    await expect(asked).rejects.toThrow(Misuse);
    await expect(asked).rejects.toThrow(sentence);
  }
  expect(readdirSync(folder)).toEqual([]);
  const ran = await kiosk('report', '--data', data, ...june, '--format', 'xlsx');
  expect(ran).toEqual({ code: 2, out: '', err: '--format takes json or csv, not “xlsx”.\n' });
});

test('a folder without a record is refused and not made; so is one that cannot take the report', async () => {
  const none = join(temporaryFolder(), 'none');
  const missing = await kiosk('report', '--data', none, ...june, '--format', 'csv');
  expect(missing).toEqual({ code: 1, out: '', err: `The folder ${none} holds no record of this program.\n` });
  expect(existsSync(none)).toBe(false);
  const data = simulated();
  const entries = lastEntry(data).seq;
  const inside = await kiosk(
    'report',
    '--data',
    data,
    ...june,
    '--format',
    'csv',
    '--out',
    join(data, 'x.csv'),
  );
  expect(inside).toMatchObject({ code: 1, out: '' });
  expect(inside.err).toMatch(/holds the record and takes nothing else/u);
  expect(lastEntry(data).seq).toBe(entries);
});
