import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvLine } from '../../../electron/services/exports/csv.ts';

test('every cell is quoted, and a line ends as RFC 4180 says', () => {
  expect(csvLine(['a', 1, null, 'say "yes"', 'b, c', '٣'])).toBe('"a","1","","say ""yes""","b, c","٣"\r\n');
});

test('what a spreadsheet would take for a formula gets an apostrophe before it', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n'])
    expect(csvLine([`${start}1+1`])).toBe(`"'${start}1+1"\r\n`);
  for (const text of ["'=1", ' =1', '1=1', 'a@b', '1-1']) expect(csvLine([text])).toBe(`"${text}"\r\n`);
});

test('whatever the cells are, a reader of CSV finds the same cells again', () => {
  const text = fc.string({ unit: 'binary' }).filter((one) => !/^[=+\-@\t\r\n]/.test(one));
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
      expect(Papa.parse<string[]>(csvLine(cells), { newline: '\r\n' }).data[0]).toEqual(cells);
    }),
    { examples: [[['"', '","=1+1']], [['a"\r\n"b', '']]] },
  );
});
