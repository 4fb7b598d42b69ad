import { parentPort, workerData } from 'node:worker_threads';
import readXlsxFile from 'read-excel-file/universal';
import type { Result } from '../../../../core/result.ts';
import type { Cell, Sheet } from '../../../../core/roster/sheet.ts';
import { partsOf, type WorkbookProblem } from './parts.ts';

export type ReadWorkbook = Result<Sheet[], WorkbookProblem>;

/** More than any cell of a list has; a longer one is refused by what reads it. */
const longestCell = 5_000;
/** All that may leave this thread, in letters. */
const most = 20_000_000;
/** As many rows as a list may have, and some lines of title. */
const mostRows = 20_100;

/** Reads a workbook in this thread, which may run out of memory or time and is then ended. */
const read = async (bytes: Buffer): Promise<ReadWorkbook> => {
  const parts = partsOf(bytes);
  if (!parts.ok) return parts;
  const { archive, sheets: known } = parts.value;
  try {
    const found = await readXlsxFile(exactly(archive), {
      parseNumber: (text): Cell => ({ number: text }),
      trim: true,
    });
    let letters = 0;
    const sheets: Sheet[] = [];
    for (const [index, { sheet, data }] of found.entries()) {
      const rows = data.slice(0, mostRows).map((row) => row.map(cellOf));
      letters += lettersIn(rows);
      if (letters > most) return { ok: false, problem: 'too-large-inside' };
      sheets.push({ name: sheet.slice(0, 100), rows, ...(known[index] ?? nothing) });
    }
    return { ok: true, value: sheets };
  } catch {
    // What is wrong with it is told in prose of its own, with what stood in the cell; nothing of that is repeated.
    return { ok: false, problem: 'unreadable' };
  }
};

const nothing = { merged: [], failed: [] };

const exactly = ({ buffer, byteOffset, length }: Buffer<ArrayBuffer>): ArrayBuffer =>
  buffer.slice(byteOffset, byteOffset + length);

const cellOf = (cell: unknown): Cell => {
  if (cell instanceof Date) return { moment: cell.getTime() };
  if (typeof cell === 'string') return cell.slice(0, longestCell);
  if (typeof cell === 'boolean') return cell;
  return typeof cell === 'object' && cell !== null && 'number' in cell
    ? { number: String(cell.number) }
    : null;
};

const lettersIn = (rows: readonly (readonly Cell[])[]): number => {
  let letters = 0;
  for (const row of rows) for (const cell of row) letters += typeof cell === 'string' ? cell.length : 1;
  return letters;
};

const { bytes } = workerData as { bytes: Uint8Array };
parentPort?.postMessage(await read(Buffer.from(bytes)));
