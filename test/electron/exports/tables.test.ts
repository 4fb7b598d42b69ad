import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { type TableName, tableNames } from '../../../core/exports/words.ts';
import { decodeEntry } from '../../../core/log/entry.ts';
import { demoPersonId } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { exportTable } from '../../../electron/services/exports/export.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { bedside, demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';

const always = { from: '2000-01-01', to: '2099-12-31' };
const administrator = { kind: 'command-line', user: 'jobs' } as const;

const exported = async (device: Device, table: TableName, days = always) => {
  const out = join(temporaryFolder(), 'out.csv');
  const said = await exportTable(device, { table, ...days }, out, administrator);
  const text = readFileSync(out, 'utf8')
    .replace(/^\ufeff/u, '')
    .trimEnd();
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true });
  return { said, rows: data, columns: meta.fields ?? [] };
};

test('everybody in a session has a line among the participants, also whom no round had', async () => {
  const device = demoDevice();
  const { open, tap, session } = bedside(device);
  open();
  tap({ type: 'leave', participant: session().participants[1]?.id ?? '' });
  const joined = tap({ type: 'join', person: demoPersonId('linh'), role: 'nurse-anesthetist' });
  tap({ type: 'undo', of: joined });
  const { rows } = await exported(device, 'participants');
  expect(rows.map((row) => [row.role, row.left !== '', row.by_mistake].join(' '))).toEqual([
    'surgeon false no',
    'anesthesiologist true no',
    'circulating-nurse false no',
    'medical-student false no',
    'nurse-anesthetist true yes',
  ]);
  expect((await exported(device, 'introductions')).rows).toEqual([]);
});

test('a session without a round, and one that never happened, are to be seen', async () => {
  const device = demoDevice();
  const [scheduled] = (await exported(device, 'schedule')).rows;
  const { open, tap } = bedside(device);
  open();
  tap({ type: 'close-session' });
  wholeSurgery(device);
  const { rows } = await exported(device, 'sessions');
  expect(rows.map((row) => [row.rounds_ended, row.scheduled_for, row.invented])).toEqual([
    ['0', '', 'yes'],
    ['3', '', 'yes'],
  ]);
  expect(scheduled).toMatchObject({ place: 'OR 3', invented: 'yes' });
  expect(rows.some((row) => row.scheduled === scheduled?.scheduled)).toBe(false);
});

test.each(tableNames)(
  'the log says that the table “%s” left, who asked, its rows and its digest',
  async (table) => {
    const device = demoDevice();
    wholeSurgery(device);
    const { said, rows } = await exported(device, table);
    expect(rows).toHaveLength(said.rows);
    const last = decodeEntry(allEntries.all(device.db, {}).at(-1)?.bytes ?? new Uint8Array());
    const of = table === 'introductions' ? {} : { table };
    expect(last).toMatchObject({ type: 'exported', actor: administrator });
    expect(last.data).toEqual({ format: 'csv', ...always, ...said, ...of });
  },
);

const page = readFileSync(new URL('../../../docs/exporting.md', import.meta.url), 'utf8');

test.each(tableNames)('every column of the table “%s” is described', async (table) => {
  const { columns } = await exported(demoDevice(), table);
  const start = table === 'introductions' ? '## The lines' : `\`--table ${table}\``;
  const section = page.slice(page.indexOf(start)).split(/\n(?=`--table|## )/u)[0] ?? '';
  for (const column of columns) expect(section, column).toContain(`\`${column}\``);
});
