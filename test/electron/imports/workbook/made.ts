import { crc32, deflateRawSync } from 'node:zlib';
import { zipPlain } from '../../../../electron/services/imports/workbook/zip.ts';

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Made {
  /** The names of the sheets and what stands between the tags of their `<sheetData>`, and behind it. */
  sheets: readonly { name: string; rows: string; behind?: string }[];
  strings?: string;
  /** Put before the root of every part. */
  prolog?: string;
  more?: Readonly<Record<string, string>>;
}

const cell = (value: string | number, column: number, line: number): string => {
  const at = `${String.fromCharCode(65 + column)}${line}`;
  return typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
};

/** Rows of a sheet as the file has them; nothing stands for a blank cell. */
export const rowsOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows
    .map((cells, index) => {
      const inside = cells.map((value, column) => (value === null ? '' : cell(value, column, index + 1)));
      return `<row r="${index + 1}">${inside.join('')}</row>`;
    })
    .join('');

/** The parts of a workbook. */
export const partsMade = ({ sheets, strings = '', prolog = '', more = {} }: Made) => {
  const part = (text: string): string => `<?xml version="1.0" encoding="UTF-8"?>${prolog}${text}`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': part(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'xl/workbook.xml': part(
      `<workbook xmlns="${namespace}" xmlns:r="${office}"><sheets>${sheets
        .map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': part(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rId98" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId99" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': part(`<sst xmlns="${namespace}">${strings}</sst>`),
    'xl/styles.xml': part(
      `<styleSheet xmlns="${namespace}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/><xf numFmtId="20" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...more,
  };
  for (const [at, { rows, behind = '' }] of sheets.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] = part(
      `<worksheet xmlns="${namespace}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    );
  return Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
};

/** A workbook, as small as can be; nothing in it is packed. */
export const workbook = (made: Made): Buffer => zipPlain(partsMade(made));

export const ofRows = (rows: readonly (readonly (string | number | null)[])[], name = 'Staff'): Buffer =>
  workbook({ sheets: [{ name, rows: rowsOf(rows) }] });

/** An archive whose files are packed, and whose directory says of each what `said` makes of its size. */
export const packed = (
  files: readonly { name: string; bytes: Buffer }[],
  said: (size: number) => number = (size) => size,
): Buffer => {
  const plain = zipPlain(
    files.map(({ name, bytes }) => ({ name, bytes: deflateRawSync(bytes, { level: 9 }) })),
  );
  // Each file is now what it is packed to: its method, sum and size are written in afterwards, in both places.
  let at = plain.readUInt32LE(plain.length - 6);
  for (const { bytes } of files) {
    for (const fields of [at + 6, plain.readUInt32LE(at + 42) + 4]) {
      plain.writeUInt16LE(8, fields + 4);
      plain.writeUInt32LE(crc32(bytes), fields + 10);
      plain.writeUInt32LE(said(bytes.length), fields + 18);
    }
    at += 46 + plain.readUInt16LE(at + 28);
  }
  return plain;
};
