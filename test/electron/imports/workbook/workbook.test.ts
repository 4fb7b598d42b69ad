import { expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { Roster } from '../../../../core/roster/roster.ts';
import { rosterOf } from '../../../../electron/services/imports/people.ts';
import { newcomers } from '../steps.ts';
import { ofRows, rowsOf, workbook } from './made.ts';

const read = async (bytes: Uint8Array, hints = {}): Promise<Roster> => {
  const roster = await rosterOf(bytes, hints);
  if (!roster.ok) throw new Error(`${roster.problem.what} ${roster.problem.whatToDo}`);
  return roster.value;
};

const refusal = async (bytes: Uint8Array, hints = {}) => {
  const roster = await rosterOf(bytes, hints);
  if (roster.ok) throw new Error('It was read');
  return roster.problem;
};

const header = ['Employee ID', 'First name', 'Last name', 'Job title', 'Photo date'];
const sayings = ({ problems }: Roster): string[] => problems.map(({ line, what }) => `${line}: ${what}`);

it('a workbook that a spreadsheet program wrote is read like the same list in CSV', async () => {
  const bytes = await writeXlsxFile([
    header.map((value) => ({ value })),
    [
      { value: 'E-1' },
      { value: 'Ana' },
      { value: 'Sol' },
      { value: 'Scrub nurse' },
      { value: new Date('2026-03-09'), format: 'yyyy-mm-dd' },
    ],
    [{ value: 'E-2' }, { value: '  李' }, { value: '明' }, { value: 'Surgeon' }, null],
  ]).toBuffer();
  const { people, problems } = await read(bytes);
  expect(problems).toEqual([]);
  expect(people).toMatchObject([
    { line: 2, given: 'Ana', family: 'Sol', role: 'scrub-nurse', photoTaken: '2026-03-09' },
    { line: 3, given: '李', family: '明', role: 'surgeon', identifiers: [{ system: '', value: 'E-2' }] },
  ]);
});

it('lines are the rows of the sheet, also below a title and blank rows', async () => {
  const rows = [
    ['Staff of March'],
    [null],
    ['Name', 'Role'],
    [null],
    ['Sol, Ana', 'Surgeon'],
    ['Li, Bo', 'Wizard'],
  ];
  const { people, problems } = await read(ofRows(rows));
  expect(people.map(({ line, given }) => [line, given])).toEqual([
    [5, 'Ana'],
    [6, 'Bo'],
  ]);
  expect(problems.find(({ what }) => what.includes('Wizard'))?.line).toBe(6);
});

it('numbers as staff numbers are taken as they stand, and it is said that zeros before them would be lost', async () => {
  const { people, problems } = await read(
    ofRows([header, [123, 'Ana', 'Sol', 'Surgeon'], ['00124', 'Bo', 'Li', 'Surgeon']]),
  );
  expect(people.map(({ identifiers }) => identifiers[0]?.value)).toEqual(['123', '00124']);
  expect(problems).toMatchObject([{ line: 2, severity: 'note', what: expect.stringContaining('00123') }]);
});

it('a number of which Excel has lost the last digits keeps its row out', async () => {
  const { people, problems } = await read(
    ofRows([
      ['Badge ID', 'Given name', 'Family name', 'Role'],
      [1_234_567_890_123_456_800, 'Ana', 'Sol', 'Surgeon'],
      ['B-2', 'Bo', 'Li', 'Surgeon'],
    ]),
  );
  expect(people.map(({ line }) => line)).toEqual([3]);
  expect(problems).toMatchObject([
    { line: 2, severity: 'error', what: expect.stringContaining('15 digits') },
  ]);
});

it('of a formula its kept value is read; one that shows an error is empty, which is said', async () => {
  const rows =
    rowsOf([['Name', 'Role']]) +
    '<row r="2"><c r="A2" t="str"><f>B1&amp;C1</f><v>Sol, Ana</v></c><c r="B2" t="e"><f>VLOOKUP(1,2)</f><v>#N/A</v></c></row>';
  const { people, problems } = await read(workbook({ sheets: [{ name: 'Staff', rows }] }));
  expect(people).toMatchObject([{ given: 'Ana', family: 'Sol', role: null }]);
  expect(problems.some(({ line, what }) => line === 2 && what.includes('formula shows'))).toBe(true);
});

it('a merged cell counts for all the rows that it stands beside, which is said', async () => {
  const rows = rowsOf([
    ['Name', 'Role'],
    ['Sol, Ana', 'Surgeon'],
    ['Li, Bo', null],
    ['Do, Cy', 'Pharmacist'],
  ]);
  const behind = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';
  const roster = await read(workbook({ sheets: [{ name: 'Staff', rows, behind }] }));
  expect(roster.people.map(({ role }) => role)).toEqual(['surgeon', 'surgeon', 'pharmacist']);
  expect(sayings(roster)).toContain(
    '3: Cells were merged here, and count for each row that they stand beside (line 3).',
  );
});

const pay = {
  name: 'Pay',
  rows: rowsOf([
    ['Month', 'Sum'],
    ['March', 12],
  ]),
};
const staff = (name: string, who: string) => ({
  name,
  rows: rowsOf([
    ['Name', 'Role'],
    [who, 'Surgeon'],
  ]),
});

it('the sheet with the people is found; where several have people, it is asked which is meant', async () => {
  const roster = await read(workbook({ sheets: [pay, staff('Day', 'Sol, Ana')] }));
  expect(roster.people).toMatchObject([{ given: 'Ana' }]);
  expect(sayings(roster)[0]).toContain('“Day”');
  const several = workbook({ sheets: [staff('Day', 'Sol, Ana'), pay, staff('Night', 'Li, Bo')] });
  expect(await refusal(several)).toMatchObject({
    ask: 'sheet',
    what: expect.stringContaining('“Day” and “Night”'),
  });
  expect((await read(several, { sheet: 'Night' })).people).toMatchObject([{ given: 'Bo' }]);
  expect(await refusal(several, { sheet: '__proto__' })).toMatchObject({ ask: 'sheet' });
});

it('a header called __proto__ or constructor is a column that is not used', async () => {
  const bytes = ofRows([
    ['__proto__', 'Given name', 'constructor', 'Family name', 'Role'],
    ['x', 'Ana', 'y', 'Sol', 'Surgeon'],
  ]);
  const { people, problems } = await read(bytes);
  expect(people).toMatchObject([{ given: 'Ana', role: 'surgeon' }]);
  expect(problems).toMatchObject([{ what: 'Not used: “__proto__” and “constructor”.' }]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

it('workbooks of other programs are refused with what to do', async () => {
  const old = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
  ]);
  for (const bytes of [old, Buffer.from('<html><table><tr><td>Name</td></tr></table></html>')])
    expect(await refusal(bytes)).toMatchObject({
      whatToDo: expect.stringContaining('Excel Workbook (.xlsx)'),
    });
});

it('a workbook is imported, and the same again changes nothing', async () => {
  const { bring, planOf } = newcomers();
  const bytes = ofRows([header, ['E-1', 'Ana', 'Sol', 'Surgeon']]);
  expect(await bring(bytes)).toBe(true);
  expect(await planOf(bytes)).toMatchObject({ skipped: 1, added: [], changed: [] });
});
