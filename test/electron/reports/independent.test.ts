import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordTables } from '../../../core/exports/words.ts';
import { dimensions } from '../../../core/rates/breakdown.ts';
import type { Device } from '../../../electron/services/device.ts';
import { exportTable } from '../../../electron/services/exports/export.ts';
import { siteOf } from '../../../electron/services/figures/site.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { type AskedReport, documentIn } from '../../../electron/services/reports/document.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { hasPython, noPython } from '../../support/verifiers.ts';

/**
 * The rates, counted a second time by a program in another language from nothing but the exported tables. It shares
 * no code with the first, and both must agree to the last digit.
 */
const program = fileURLToPath(new URL('../../independent/rates.py', import.meta.url));

const administrator = { kind: 'command-line' } as const;

interface Days {
  from: string;
  to: string;
}

/** Two simulated years, and a part of them that begins and ends in the middle of a month. */
const years = { from: '2024-07-01', to: '2026-06-30' };
const weeks = { from: '2025-02-11', to: '2025-03-19' };

const made = { folder: '', tables: '' };
let device: Device;

const tablesOf = async (days: Days): Promise<string> => {
  const folder = mkdtempSync(join(made.tables, 'of-'));
  for (const table of recordTables)
    await exportTable(device, { table, ...days }, join(folder, `${table}.csv`), administrator);
  return folder;
};

/** What the second program makes of the tables in a folder. */
const counted = (folder: string, { from, to, by, withinUnit }: AskedReport, script = program): unknown => {
  const today = new Date().toISOString().slice(0, 10);
  const words = ['--from', from, '--to', to, '--today', today, '--shifts', '07:00,19:00'];
  const more = [...(by === null ? [] : ['--by', by]), ...(withinUnit ? [] : ['--outside'])];
  const ran = spawnSync('python3', [script, folder, ...words, ...more], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
};

/** What this program reports, with groups by the names that the tables have. */
const reported = (asked: AskedReport): object => {
  const { total, groups, charts } = documentIn(device.db, asked, siteOf(device));
  const named = groups.map(({ key, name, unit, ...figures }) => {
    const byName = asked.by === 'unit' ? name : asked.by === 'place' ? `${unit} / ${name}` : key;
    return [byName, figures];
  });
  return { total, groups: Object.fromEntries(named), charts: charts ?? {} };
};

describe.skipIf(!hasPython)(`Counted a second time from the exported tables${noPython}`, () => {
  beforeAll(() => {
    made.folder = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
    made.tables = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
    simulate(made.folder, { sessions: 700, seed: 31, days: 730, until: years.to });
    device = openDevice({ folder: made.folder });
  }, 120_000);

  afterAll(() => {
    device.close();
    for (const folder of [made.folder, made.tables]) rmSync(folder, { recursive: true, force: true });
  });

  const asked = (days: Days, by: AskedReport['by'], withinUnit = true): AskedReport => ({
    ...{ ...days, by, withinUnit, invented: true },
  });

  test('every figure of two years is the same, in all and by every dimension, with its exclusions and what is missing', async () => {
    const folder = await tablesOf(years);
    for (const by of [null, ...dimensions]) {
      const ours = reported(asked(years, by));
      expect(ours, `by ${by}`).toEqual(counted(folder, asked(years, by)));
    }
  }, 60_000);

  test('so it is of a few weeks, where most groups are small and much is withheld', async () => {
    const folder = await tablesOf(weeks);
    for (const by of [null, ...dimensions]) {
      expect(reported(asked(weeks, by)), `by ${by}`).toEqual(counted(folder, asked(weeks, by)));
      const outside = reported(asked(weeks, by, false));
      expect(outside, `by ${by}, leaving the unit`).toEqual(counted(folder, asked(weeks, by, false)));
      if (by === 'place') expect(JSON.stringify(outside)).toContain('suppressed');
    }
  }, 60_000);

  test('the years have all that a figure must tell apart', () => {
    const { total } = documentIn(device.db, asked(years, null), siteOf(device));
    const { patientIntroduction, beforeSedation, coverage, teamCompleteness, recall } = total.shares;
    for (const why of [
      'absent',
      'declined',
      'unable',
      'postponed',
      'shown',
      'met-before',
      'left',
      'joined-later',
    ])
      expect(patientIntroduction, why).toMatchObject({ excluded: { [why]: expect.any(Number) } });
    for (const share of [patientIntroduction, beforeSedation, coverage, teamCompleteness])
      expect(share).toMatchObject({ missing: expect.toSatisfy((missing: number) => missing > 0) });
    expect(recall).toMatchObject({ denominator: expect.toSatisfy((asked: number) => asked > 50) });
    for (const { count } of [
      "select count(*) as count from introduction where status = 'already-known'",
      'select count(*) as count from participant where mistake = 1',
      "select count(*) as count from entry where type = 'introduction-withdrawn'",
      "select count(*) as count from entry where cast(bytes as text) like '%\"corrects\":\"%' and type = 'introduction-recorded'",
      "select count(*) as count from entry where type = 'round-reopened'",
      "select count(*) as count from entry where type = 'participant-left' and cast(bytes as text) like '%\"to\":\"%'",
    ].map((sql) => device.db.prepare(sql).get({}) as { count: number }))
      expect(count).toBeGreaterThan(3);
  });

  test('the check itself fails where one cell of a table is changed', async () => {
    const folder = await tablesOf(weeks);
    const file = join(folder, 'introductions.csv');
    const text = readFileSync(file, 'utf8');
    const other = text.replace('"introduced","self"', '"introduced","attested"');
    expect(other).not.toBe(text);
    writeFileSync(file, other);
    expect(reported(asked(weeks, null))).not.toEqual(counted(folder, asked(weeks, null)));
  });

  test('the check itself fails where the second program counts otherwise', async () => {
    const folder = await tablesOf(weeks);
    const wrong = join(made.tables, 'wrong.py');
    const text = readFileSync(program, 'utf8');
    const other = text.replace('"skipped": ("not",)', '"skipped": ("out", "skipped")');
    expect(other).not.toBe(text);
    writeFileSync(wrong, other);
    expect(reported(asked(weeks, null))).not.toEqual(counted(folder, asked(weeks, null), wrong));
  });
});
