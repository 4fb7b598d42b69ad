import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { expect, test, vi } from 'vitest';
import { type TableName, tableNames } from '../../../core/exports/words.ts';
import { parseCheckpoint } from '../../../core/log/checkpoint.ts';
import type { Device } from '../../../electron/services/device.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { exportRows } from '../../../electron/services/exports/export.ts';
import { tables } from '../../../electron/services/exports/tables.ts';
import { openReader } from '../../../electron/store/open.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { always, exportedEntries, ofAll } from './desk.ts';

const words = vi.hoisted(() => ({ most: 50_000 }));
vi.mock('../../../core/exports/words.ts', async (original) => ({
  ...(await original<typeof import('../../../core/exports/words.ts')>()),
  get mostInWorkbook() {
    return words.most;
  },
}));

const titleOf = (table: TableName): string => `${table.charAt(0).toUpperCase()}${table.slice(1)}`;

const exported = async (device: Device) => {
  const out = join(temporaryFolder(), 'out.xlsx');
  const said = await exportRows(device, { ...always, ...ofAll, format: 'xlsx' }, out, {
    kind: 'command-line',
  });
  return { said, sheet: (name: string) => readSheet(out, name), out };
};

/** A sheet counts days, of which a second is no round part. */
const toTheSecond = (cell: Date): string =>
  new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19);

/** A cell of a workbook as its table has it: a moment there is a wall time without an offset. */
const asInTable = (cell: unknown, value: unknown): unknown => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!(cell instanceof Date) || typeof value !== 'string') return value;
  return value.length === 10 ? `${value}T00:00:00` : value.slice(0, 19).replace(' ', 'T').padEnd(19, ':00');
};

test.each(tableNames)(
  'the sheet of %s has every row of its table, as numbers, moments and text',
  async (table) => {
    const device = demoDevice();
    wholeSurgery(device);
    const { sheet } = await exported(device);
    const [head, ...rows] = await sheet(titleOf(table));
    const db = openReader(databaseFile(device.folder));
    const wanted = [...tables[table].rows(db, { ...always, ...ofAll })];
    db.close();
    expect(head).toEqual(tables[table].columns);
    const told = rows.map((row) => row.map((cell) => (cell instanceof Date ? toTheSecond(cell) : cell)));
    expect(told).toEqual(
      wanted.map((row, at) => row.map((value, column) => asInTable(rows[at]?.[column], value))),
    );
    expect(wanted.length).toBeGreaterThan(0);
  },
);

test('moments and days can be counted with: they are no text', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  const { sheet } = await exported(device);
  for (const [name, column] of [
    ['Introductions', 'opened'],
    ['Introductions', 'recorded'],
    ['Sessions', 'closed'],
    ['Summary', 'day'],
    ['Schedule', 'date'],
  ] as const) {
    const [head, first] = await sheet(name);
    expect(first?.[head?.indexOf(column) ?? -1], `${name} ${column}`).toBeInstanceOf(Date);
  }
});

test('the first sheet says of what days it is, which program made it, how many rows, and how far the record went', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  const { said, sheet } = await exported(device);
  const about = await sheet('About');
  const text = about.map((row) => row.join(' | ')).join('\n');
  expect(text).toContain('2000-01-01 to 2099-12-31');
  expect(text).toContain(`Bedside Hello ${device.app}`);
  expect(text).toContain('Everything in it is invented');
  const counts = about.filter(([title]) => tableNames.some((table) => titleOf(table) === title));
  const rows = counts.map(([, count]) => count).filter((count) => typeof count === 'number');
  expect(rows.reduce((sum, count) => sum + count, 0)).toBe(said.rows);
  const lines = about.map(([cell]) => cell ?? '');
  const at = lines.findIndex((cell) => String(cell).startsWith('bedside-hello/'));
  // An empty row of a sheet is the empty line of a note.
  const note = [
    ...lines.slice(at, at + 3),
    '',
    String(lines.slice(at + 3).find((cell) => String(cell).startsWith('—'))),
    '',
  ];
  const checkpoint = parseCheckpoint(note.join('\n'));
  expect(checkpoint?.size).toBe(exportedEntries(device).at(-1)?.data.size);
  for (const table of tableNames)
    for (const column of tables[table].columns)
      expect(
        about.some(([title, name, meaning]) => title === titleOf(table) && name === column && meaning),
      ).toBe(true);
});

test('more rows than a workbook takes are refused in a sentence that says what to do, and nothing leaves', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  words.most = 9;
  const out = join(temporaryFolder(), 'out.xlsx');
  const asked = exportRows(device, { ...always, ...ofAll, format: 'xlsx' }, out, { kind: 'command-line' });
  await expect(asked).rejects.toThrow(/at most 9 rows.*would have 10.*CSV/);
  words.most = 50_000;
  expect(existsSync(out)).toBe(false);
  expect(exportedEntries(device)).toEqual([]);
});
