import { expect, it } from 'vitest';
import { rosterOf } from '../../../../electron/services/imports/people.ts';
import { zipPlain } from '../../../../electron/services/imports/workbook/zip.ts';
import { ofRows, packed, partsMade, rowsOf, workbook } from './made.ts';

const refused = async (bytes: Uint8Array): Promise<string> => {
  const before = process.memoryUsage().rss;
  const read = await rosterOf(bytes);
  expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024);
  if (read.ok) throw new Error('It was read');
  expect(read.problem.whatToDo).not.toBe('');
  return read.problem.what;
};

const rows = [
  ['Name', 'Role'],
  ['Sol, Ana', 'Surgeon'],
];
const sheets = [{ name: 'Staff', rows: rowsOf(rows) }];
const tooLarge = 'Unpacked, the workbook is larger than any list of people.';
const damaged = 'The workbook is damaged: it does not hold what it says it holds.';

it('a packed workbook is read; its bomb is refused by what its directory says, before anything is unpacked', async () => {
  expect((await rosterOf(packed(partsMade({ sheets })))).ok).toBe(true);
  const bomb = { name: 'xl/media/x.xml', bytes: Buffer.alloc(200 * 1024 * 1024) };
  const file = packed([...partsMade({ sheets }), bomb]);
  expect(file.length).toBeLessThan(5 * 1024 * 1024);
  expect(await refused(file)).toBe(tooLarge);
});

it('a bomb that says it is small is unpacked no further than it says', async () => {
  const bomb = { name: 'xl/worksheets/sheet2.xml', bytes: Buffer.alloc(200 * 1024 * 1024) };
  expect(await refused(packed([...partsMade({ sheets }), bomb], (size) => Math.min(size, 5_000)))).toBe(
    damaged,
  );
});

it('many files, files that overlap, two of one name and a directory that leads elsewhere are refused', async () => {
  const many = Array.from({ length: 1_100 }, (_, at) => ({
    name: `xl/${at}.xml`,
    bytes: Buffer.from('<a/>'),
  }));
  expect(await refused(zipPlain([...partsMade({ sheets }), ...many]))).toBe(tooLarge);
  const parts = partsMade({ sheets });
  expect(await refused(zipPlain([...parts, ...parts.slice(0, 1)]))).toBe(damaged);
  const overlapping = zipPlain(parts);
  const directory = overlapping.readUInt32LE(overlapping.length - 6);
  const second = directory + 46 + overlapping.readUInt16LE(directory + 28);
  overlapping.writeUInt32LE(0, second + 42);
  expect(await refused(overlapping)).toBe(damaged);
  // Two files that are the same bytes, and say nothing that is not so but that there are two of them.
  const bytes = Buffer.from('<a/>');
  const twice = zipPlain([...parts, { name: 'xl/a.xml', bytes }, { name: 'xl/b.xml', bytes }]);
  const [one, other] = [twice.length - 22 - 2 * (46 + 8), twice.length - 22 - (46 + 8)];
  twice.writeUInt32LE(twice.readUInt32LE(one + 42), other + 42);
  expect(await refused(twice)).toBe(damaged);
  const elsewhere = zipPlain(parts);
  elsewhere.writeUInt32LE(elsewhere.length - 60, directory + 42);
  expect(await refused(elsewhere)).toBe(damaged);
});

it('entities are refused wherever they stand, also those that read a file or call another', async () => {
  for (const prolog of [
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<!doctype x>',
  ])
    expect(await refused(workbook({ sheets, prolog }))).toContain('that can do harm');
});

it('one long text that every cell refers to comes to no more than a list is', async () => {
  const strings = `<si><t>${'a'.repeat(32_000)}</t></si>`;
  const cells = (line: number) =>
    Array.from(
      { length: 20 },
      (_, column) => `<c r="${String.fromCharCode(65 + column)}${line}" t="s"><v>0</v></c>`,
    ).join('');
  const all = Array.from({ length: 9_000 }, (_, at) => `<row r="${at + 1}">${cells(at + 1)}</row>`).join('');
  expect(await refused(packed(partsMade({ sheets: [{ name: 'Staff', rows: all }], strings })))).toBe(
    tooLarge,
  );
}, 60_000);

it('rows and columns at the far end of a sheet cost no more memory than the thread may have', async () => {
  const far = '<row r="1048576"><c r="ZZ1048576" t="inlineStr"><is><t>x</t></is></c></row>';
  expect(await refused(workbook({ sheets: [{ name: 'Staff', rows: rowsOf(rows) + far }] }))).toBe(tooLarge);
  for (const cell of [
    '<row r="3"><c r="XFD3"><v>1</v></c></row>',
    '<row r="99999999"><c r="A99999999"><v>1</v></c></row>',
  ])
    expect(await refused(workbook({ sheets: [{ name: 'Staff', rows: rowsOf(rows) + cell }] }))).toContain(
      '702 columns',
    );
}, 60_000);

it('a deeply nested sheet is read or refused, and ends', async () => {
  const deep = `${'<x>'.repeat(200_000)}${'</x>'.repeat(200_000)}`;
  const read = await rosterOf(workbook({ sheets: [{ name: 'Staff', rows: rowsOf(rows) + deep }] }));
  expect(read.ok ? read.value.people.length : read.problem.severity).toSatisfy(
    (found) => found === 1 || found === 'error',
  );
}, 60_000);

it('0 bytes, halves, and archives that are no workbook are refused with a reason', async () => {
  const whole = ofRows(rows);
  for (let at = 0; at < whole.length; at += 97) {
    const read = await rosterOf(whole.subarray(0, at));
    expect(read.ok).toBe(false);
  }
  expect(await refused(zipPlain([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]))).toBe(
    'The file is an archive, and no workbook.',
  );
  expect(
    await refused(
      zipPlain([
        { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
        { name: 'content.xml', bytes: Buffer.from('<a/>') },
      ]),
    ),
  ).toContain('.ods');
  expect(await refused(Buffer.concat([whole, Buffer.alloc(6 * 1024 * 1024)]))).toBe(
    'The file is larger than 5 MB.',
  );
});

it('whatever one byte of a workbook is changed to, it is read or refused', async () => {
  const whole = ofRows(rows);
  for (let at = 0; at < whole.length; at += 41) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x5a;
    const read = await rosterOf(changed);
    expect(typeof read.ok).toBe('boolean');
  }
}, 120_000);
