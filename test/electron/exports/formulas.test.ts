import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { AskedRows } from '../../../core/exports/view.ts';
import type { Device } from '../../../electron/services/device.ts';
import { exportRows } from '../../../electron/services/exports/export.ts';
import { placeNamed } from '../../../electron/services/places.ts';
import { putScheduled } from '../../../electron/store/schedule.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import {
  formulasIn,
  hasLibreOffice,
  openedInLibreOffice,
  whyNoLibreOffice,
} from '../../support/spreadsheet.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { always, ofAll } from './desk.ts';

/** What somebody could call a place, so that a spreadsheet takes it for something to work out; one for each beginning. */
const hostile = [
  ...['=1+1', '+1+1', '-1+1', '@SUM(1,1)', '\t=1+1', '\r=1+1', '\n=1+1'],
  ...['=HYPERLINK("http://example.org";"OR 1")', "=cmd|' /C calc'!A0", '  =1+1', '＝1+1', '<f>1+1</f>'],
];

/** A record whose places have names that nobody could have typed in, written past every check. */
const hostileRecord = (): Device => {
  const device = demoDevice();
  wholeSurgery(device);
  for (const [index, name] of hostile.entries()) {
    const place = placeNamed(device.db, { name, unit: name }, device.newId).id;
    const date = `2026-06-${String(index + 1).padStart(2, '0')}`;
    const scheduled = { id: `s${index}`, place, date, time: '07:30', kind: 'surgery', urgency: 'elective' };
    putScheduled(device.db, { ...scheduled, lead: null, team: '[]' });
  }
  return device;
};

const exported = async (device: Device, asked: AskedRows): Promise<string> => {
  const out = join(temporaryFolder(), `out.${asked.format}`);
  await exportRows(device, asked, out, { kind: 'command-line' });
  return out;
};

const workbook: AskedRows = { ...always, ...ofAll, format: 'xlsx' };
const schedule: AskedRows = { ...always, ...ofAll, format: 'csv', table: 'schedule' };

test('in a workbook a name is the text that it is, whatever it begins with', async () => {
  const rows = await readSheet(await exported(hostileRecord(), workbook), 'Schedule', { trim: false });
  const [head, ...others] = rows;
  const place = head?.indexOf('place') ?? -1;
  const names = others.map((row) => row[place]);
  // XML has one line end: what was written as CR is read as LF.
  const read = hostile.map((name) => name.replace('\r', '\n'));
  expect(names).toEqual(expect.arrayContaining(read));
});

const ifOffice = test.skipIf(!hasLibreOffice);
const note = hasLibreOffice ? '' : ` (${whyNoLibreOffice})`;

ifOffice(`opened in LibreOffice, a table as CSV has 0 formulas${note}`, async () => {
  const document = openedInLibreOffice(await exported(hostileRecord(), schedule));
  expect(formulasIn(document)).toEqual([]);
  for (const sign of ['=', '+', '-', '@']) expect(document).toContain(`<text:p>&apos;${sign}`);
});

ifOffice(`opened in LibreOffice, a workbook has 0 formulas${note}`, async () => {
  const document = openedInLibreOffice(await exported(hostileRecord(), workbook));
  expect(formulasIn(document)).toEqual([]);
  for (const sheet of ['About', 'Summary', 'Introductions', 'Participants', 'Sessions', 'Schedule'])
    expect(document).toContain(`table:name="${sheet}"`);
  for (const name of ['=1+1', '+1+1', '-1+1', '@SUM(1,1)'])
    expect(document).toContain(`<text:p>${name}</text:p>`);
});

ifOffice(`LibreOffice does find a formula where a cell is not written so${note}`, () => {
  const file = join(temporaryFolder(), 'out.csv');
  writeFileSync(file, hostile.map((name) => `"${name.replaceAll('"', '""')}"\r\n`).join(''));
  expect(formulasIn(openedInLibreOffice(file)).length).toBeGreaterThan(1);
});
