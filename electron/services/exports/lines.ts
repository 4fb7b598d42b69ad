import type { TableFormat } from '../../../core/exports/words.ts';
import type { Value } from './columns.ts';
import { byteOrderMark, csvLine } from './csv.ts';

const jsonLine = (columns: readonly string[], row: readonly Value[]): string =>
  `${JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])))}\n`;

/** What a table in this form begins with. */
const headOf = (format: TableFormat, columns: readonly string[]): string =>
  format === 'csv' ? byteOrderMark + csvLine(columns) : '';

const pieceLength = 64 * 1024;

/**
 * A table as text in UTF-8, in pieces of a size that is worth writing: CSV with the names of the columns first, or one JSON
 * object to a line. `sofar` is told after each piece how many rows there are by then.
 */
export function* tablePieces(
  format: TableFormat,
  { columns, rows }: { columns: readonly string[]; rows: Iterable<readonly Value[]> },
  sofar: (rows: number) => void = () => {},
): Generator<Uint8Array> {
  let text = headOf(format, columns);
  let count = 0;
  for (const row of rows) {
    text += format === 'csv' ? csvLine(row) : jsonLine(columns, row);
    count += 1;
    if (text.length < pieceLength) continue;
    yield Buffer.from(text);
    sofar(count);
    text = '';
  }
  yield Buffer.from(text);
  sofar(count);
}
