import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AskedRows } from '../../../core/exports/view.ts';
import { type TableName, tableNames } from '../../../core/exports/words.ts';
import { roundKinds, statusesIn } from '../../../core/session/words.ts';
import type { Device } from '../../../electron/services/device.ts';
import { exportRows } from '../../../electron/services/exports/export.ts';
import { exportChoices } from '../../../electron/services/exports/past.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { always, ofAll } from './desk.ts';

type Row = Record<string, string | number | boolean | null>;

const rowsOf = async (
  device: Device,
  table: TableName,
  narrowed: Partial<AskedRows> = {},
): Promise<Row[]> => {
  const out = join(temporaryFolder(), 'out.ndjson');
  const asked = { ...always, ...ofAll, ...narrowed, format: 'ndjson', table } as const;
  const said = await exportRows(device, asked, out, { kind: 'command-line' });
  const lines = readFileSync(out, 'utf8').split('\n');
  expect(lines.pop()).toBe('');
  expect(lines).toHaveLength(said.rows);
  return lines.map((line) => JSON.parse(line));
};

const months = () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 60, seed: 5, days: 40, until: '2026-06-30' });
  return openDevice({ folder });
};

test('the summary has a row for each session, and what it counts adds up to the introductions', async () => {
  const device = months();
  const [summary, introductions, sessions, schedule] = await Promise.all(
    (['summary', 'introductions', 'sessions', 'schedule'] as const).map((table) => rowsOf(device, table)),
  );
  const held = new Map((sessions ?? []).map((row) => [row.session, row.rounds_ended !== 0]));
  const opened = (summary ?? []).filter((row) => row.session !== null);
  expect(opened.map((row) => row.session)).toEqual([...held.keys()]);
  for (const row of opened) {
    expect(row.held).toBe(held.get(row.session));
    for (const kind of roundKinds)
      for (const status of [...statusesIn[kind], null]) {
        const column = `${kind}_${(status ?? 'no-status').replaceAll('-', '_')}`;
        const lines = (introductions ?? []).filter(
          (one) => one.session === row.session && one.round_kind === kind && one.status === status,
        );
        expect(row[column], column).toBe(lines.length);
      }
  }
  const known = new Set((sessions ?? []).map((row) => row.scheduled));
  const missing = (schedule ?? []).filter((row) => !known.has(row.scheduled ?? ''));
  const unopened = (summary ?? []).filter((row) => row.session === null);
  expect(unopened.map((row) => row.scheduled)).toEqual(missing.map((row) => row.scheduled));
  expect(missing.length).toBeGreaterThan(0);
  expect(unopened.every((row) => row.held === false && row.people === 0)).toBe(true);
  const times = (summary ?? []).map((row) => `${row.day} ${row.time}`);
  expect(times).toEqual([...times].sort());
  device.close();
});

test('as NDJSON a number is a number, a truth value one, and what is not known null', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  const [first] = await rowsOf(device, 'introductions');
  expect(first).toMatchObject({
    status: 'introduced',
    learner: false,
    log_seq: expect.any(Number),
    reason: null,
  });
});

test.each(tableNames)('of %s only what is of one place, unit and kind leaves', async (table) => {
  const device = months();
  const { places, units } = exportChoices(device);
  const all = await rowsOf(device, table);
  const parts = await Promise.all([
    rowsOf(device, table, { kind: 'surgery' }),
    rowsOf(device, table, { kind: 'shift-change' }),
  ]);
  expect(parts.flat()).toHaveLength(all.length);
  expect(parts.every((part) => part.length > 0)).toBe(true);
  const sizes = async (narrowed: Partial<AskedRows>[]) => {
    const found = await Promise.all(narrowed.map((one) => rowsOf(device, table, one)));
    return found.map((rows) => rows.length).filter((count) => count > 0);
  };
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const byPlace = await sizes(places.map(({ id }) => ({ place: id })));
  expect(byPlace.length).toBeGreaterThan(1);
  expect(sum(byPlace)).toBe(all.length);
  expect(sum(await sizes(units.map(({ id }) => ({ unit: id }))))).toBe(all.length);
  const crossed = places.map(({ id, unit }) => ({ place: id, unit }));
  expect(await sizes(crossed)).toEqual(byPlace);
  expect(await rowsOf(device, table, { place: 'nowhere' })).toEqual([]);
  expect(await rowsOf(device, table, { unit: 'none' })).toEqual([]);
  device.close();
});
