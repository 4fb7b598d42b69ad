import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../core/roster/table.ts';
import { readText } from '../../../core/roster/text.ts';

const textOf = (bytes: Uint8Array): string => {
  const read = readText(bytes);
  if (!read.ok) throw new Error(read.problem.what);
  return read.value.text;
};
const tableOf = (text: string) => {
  const read = readTable(text, () => 0);
  if (!read.ok) throw new Error(read.problem.what);
  return read.value;
};

describe('the text of a file', () => {
  const text = 'nombre;señal\nZoë;“sí”\n';
  const utf16 = Buffer.from(text, 'utf16le');
  const latin1 = Buffer.from('nombre;señal\nZoë;\x93sí\x94\n', 'latin1');
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 big-endian with its mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 little-endian without one', utf16],
    ['UTF-16 big-endian without one', Buffer.from(utf16).swap16()],
    ['Windows-1252', latin1],
  ])('is the same in %s', (_, bytes) => {
    expect(textOf(bytes)).toBe(text);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a workbook', Buffer.from('PK\x03\x04…', 'latin1'), 'workbook'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['bytes that are no text', Buffer.from([1, 0, 0, 2, 0, 7, 0, 0]), 'not text'],
    ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), '5 MB'],
  ])('of %s is refused with the reason', (_, bytes, reason) => {
    expect(readText(bytes)).toMatchObject({ ok: false, problem: { what: expect.stringContaining(reason) } });
  });
});

describe('the table that a text is', () => {
  it.each([',', ';', '\t', '|'])('is found with the delimiter %j', (delimiter) => {
    const lines = ['a', 'b', 'c'].join(delimiter);
    expect(tableOf(`${lines}\n${lines}\n`).rows[0]?.cells).toEqual(['a', 'b', 'c']);
  });

  it('follows the delimiter that suits the header, whatever else stands in it', () => {
    const suits = (header: readonly string[]): number => (header.includes('role') ? 1 : 0);
    const read = readTable('Name (last, first);role\nOde, Ben;x\n', suits);
    expect(read).toMatchObject({ value: { rows: [{ cells: ['Ode, Ben', 'x'] }] } });
  });

  it('believes a first line that says sep=', () => {
    expect(tableOf('sep=|\na,b|c\n1|2\n')).toMatchObject({ header: { line: 2, cells: ['a,b', 'c'] } });
  });

  it('counts the lines of the file, with breaks inside quotes and blank lines', () => {
    const { rows } = tableOf('a,b\r\n"1\r\n1",2\r\n\r\n,\r\n3,4');
    expect(rows.map(({ line }) => line)).toEqual([2, 6]);
  });

  it.each([
    ['never closed', 'a,b\n1,2\n"3,4\n5,6\n', 3],
    ['followed by more', 'a,b\n"1" x,2\n3,4\n', 2],
  ])('is refused whole where a quote is %s', (_, text, line) => {
    expect(readTable(text, () => 0)).toMatchObject({ ok: false, problem: { line } });
  });

  it('is refused above 20,000 rows', () => {
    expect(readTable(`a\n${'1\n'.repeat(20_000)}`, () => 0).ok).toBe(true);
    expect(readTable(`a\n${'1\n'.repeat(20_001)}`, () => 0).ok).toBe(false);
  });
});

const spectrum = new URL('../../../../shared/samples/csv/csv-spectrum/', import.meta.url);
describe.skipIf(!existsSync(spectrum))('csv-spectrum (skipped where the samples are not present)', () => {
  // The expected file of location_coordinates is about another phone number than its CSV.
  const cases = (existsSync(spectrum) ? readdirSync(new URL('csvs/', spectrum)) : [])
    .map((file) => file.replace('.csv', ''))
    .filter((name) => name !== 'location_coordinates');
  it.each(cases)('%s reads as its authors say, with line breaks as LF', (name) => {
    const { header, rows } = tableOf(textOf(readFileSync(new URL(`csvs/${name}.csv`, spectrum))));
    const records = rows.map(({ cells }) =>
      Object.fromEntries(header.cells.map((key, at) => [key, cells[at]])),
    );
    const expected = readFileSync(new URL(`json/${name}.json`, spectrum), 'utf8').replaceAll('\\r\\n', '\\n');
    expect(records).toEqual(JSON.parse(expected));
  });
});
