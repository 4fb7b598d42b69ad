import { ok, type Result, refuse } from '../result.ts';
import { error, linesOf, listed, note, type Problem, quoted } from './problem.ts';
import { mostRows, type Row, type Table } from './table.ts';

/** A cell of a workbook: a number is as the file has it, a moment in ms as its clock shows it, with no zone. */
export type Cell = string | boolean | { number: string } | { moment: number } | null;

/** One sheet of a workbook, whose rows are all of one length. */
export interface Sheet {
  name: string;
  /** Row by row, the first being row 1. */
  rows: readonly (readonly Cell[])[];
  /** Cells that were made one: as first and last row and column, from 0. */
  merged: readonly Merged[];
  /** Lines on which a formula shows an error instead of a value; its cell is empty. */
  failed: readonly number[];
}

interface Merged {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Where a workbook does not give what was typed. */
export interface Doubtful {
  /** Lines on which a column holds numbers, by column: Excel drops zeros before them. */
  numbers: ReadonlyMap<number, readonly number[]>;
  /** The same for numbers of more than 15 digits, whose last digits Excel has made zeros. */
  rounded: ReadonlyMap<number, readonly number[]>;
}

export interface SheetTable extends Table {
  doubtful: Doubtful;
  problems: Problem[];
}

/** Excel keeps 15 digits of a number. */
const exact = 15;

/**
 * The table that a sheet is, with its row numbers as lines. A cell that was made of several counts for all the rows it
 * stands beside; a formula is its value, and nothing where it has none. Blank rows are left out.
 */
export const tableOfSheet = ({ name, rows, merged, failed }: Sheet): Result<SheetTable, Problem> => {
  const numbers = new Map<number, number[]>();
  const rounded = new Map<number, number[]>();
  const put = (map: Map<number, number[]>, column: number, line: number): void => {
    const lines = map.get(column);
    if (lines === undefined) map.set(column, [line]);
    else lines.push(line);
  };
  const table = rows.map((cells, index): Row => {
    const line = index + 1;
    return {
      line,
      cells: cells.map((cell, column) => {
        if (typeof cell !== 'object' || cell === null || !('number' in cell)) return textOf(cell);
        put(numbers, column, line);
        if (digitsOf(cell.number) > exact) put(rounded, column, line);
        return textOf(cell);
      }),
    };
  });
  const spread = spreadDown(table, merged);
  const [header, ...below] = table.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (header === undefined)
    return refuse(
      error(1, `The sheet ${quoted(name)} is empty.`, 'Choose another sheet, or export it again.'),
    );
  if (below.length > mostRows)
    return refuse(
      error(header.line, `The sheet has more than ${mostRows} rows.`, 'Split it into smaller files.'),
    );
  const problems: Problem[] = [];
  const [first] = spread;
  if (first !== undefined)
    problems.push(
      note(
        first,
        `Cells were merged here, and count for each row that they stand beside (${linesOf(spread)}).`,
        'Look at these rows, or split the cells.',
      ),
    );
  const [broken] = failed;
  if (broken !== undefined)
    problems.push(
      note(
        broken,
        `A formula shows an error instead of a value, and its cell is taken for empty (${linesOf(failed)}).`,
        'Mend it in the workbook, if the cell is needed.',
      ),
    );
  return ok({ header, rows: below, doubtful: { numbers, rounded }, problems });
};

const two = (value: number): string => String(value).padStart(2, '0');

/** A cell as text: a moment as 2026-03-09, as 07:30 where it is no day, or as both. */
const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.replace(/\r\n?/gu, '\n').trim();
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if ('number' in cell) return plainNumber(cell.number);
  const moment = new Date(Math.round(cell.moment / 60_000) * 60_000);
  if (Number.isNaN(moment.getTime())) return '';
  const time = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`;
  // Before 1900 there are no days in a workbook: that is a time of day.
  if (moment.getUTCFullYear() < 1900) return time;
  const day = moment.toISOString().slice(0, 10);
  return time === '00:00' ? day : `${day} ${time}`;
};

/** “1.2345E+5” is 12345 for people. */
const plainNumber = (text: string): string => {
  const value = Number(text);
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : text;
};

const digitsOf = (text: string): number => {
  const value = Number(text);
  return Number.isInteger(value) ? plainNumber(text).replace(/\D/gu, '').length : 0;
};

/** Writes what a merged cell holds into each row beside which it stands; gives the lines that got something. */
const spreadDown = (rows: readonly Row[], merged: readonly Merged[]): number[] => {
  const lines = new Set<number>();
  for (const { top, left, bottom } of merged) {
    const value = rows[top]?.cells[left] ?? '';
    if (value === '') continue;
    for (const row of rows.slice(top + 1, bottom + 1)) {
      if (row.cells[left] !== '') continue;
      row.cells[left] = value;
      lines.add(row.line);
    }
  }
  return [...lines].sort((one, other) => one - other);
};

/** What there is to say of numbers in a column of ids: `called` is what a sentence calls what they are. */
export const doubtsAbout = (called: string, column: number, { numbers, rounded }: Doubtful): Problem[] => {
  const lost = new Set(rounded.get(column));
  const others = (numbers.get(column) ?? []).filter((line) => !lost.has(line));
  const [first] = others;
  return [
    ...[...lost].map((line) =>
      error(
        line,
        `The ${called} has more than ${exact} digits as a number, of which Excel keeps only the first ${exact}.`,
        'Format the column as text and type it again, or export the list as CSV.',
      ),
    ),
    ...(first === undefined
      ? []
      : [
          note(
            first,
            `The ${called} is a number in the workbook (${linesOf(others)}): if it began with zeros, such as 00123, Excel has dropped them.`,
            'Where that is so, format the column as text and type them again; else nothing.',
          ),
        ]),
  ];
};

/** Which sheet is meant where several could be, or none is. */
export const sheetToAsk = (names: readonly string[]): Problem => ({
  ...error(
    1,
    `Several sheets may be lists of people: ${listed(names.slice(0, 12).map(quoted))}.`,
    'Say which: --sheet NAME.',
  ),
  ask: 'sheet',
});
