import Papa from 'papaparse';
import { ok, type Result, refuse } from '../result.ts';
import { error, type Problem } from './problem.ts';

const mostRows = 20_000;

export interface Row {
  /** Line of the file that the row begins on, from 1. */
  line: number;
  cells: string[];
}

export interface Table {
  header: Row;
  rows: Row[];
}

/** As spreadsheets and hospital systems write them; of two that fit equally well the earlier is taken. */
const delimiters = [',', ';', '\t', '|'];

/**
 * The table that a text is. `suits` says how well a header suits what is looked for: the delimiter is the one whose
 * header fits best, then the one that makes most columns, unless the first line says `sep=`. Blank rows are left out. A
 * file whose quotes do not match is refused whole: nobody can tell where its rows end.
 */
export const readTable = (
  text: string,
  suits: (header: readonly string[]) => number,
): Result<Table, Problem> => {
  const said = /^sep=(.)\n/iu.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const firstLine = said ? 2 : 1;
  const delimiter = said?.[1] ?? bestDelimiter(body, suits);
  const read = readRows(body, delimiter, firstLine);
  if (!read.ok) return read;
  const [header, ...rows] = read.value.filter(({ cells }) => !isBlank(cells));
  if (!header) return refuse(error(1, 'The file has no rows.', 'Export the list again.'));
  if (rows.length > mostRows)
    return refuse(
      error(header.line, `The file has more than ${mostRows} rows.`, 'Split it into smaller files.'),
    );
  return ok({ header, rows });
};

/** Why a row cannot be read by its header, which is an error: its cells may stand in the wrong columns. */
export const shiftOf = (header: Row, { line, cells }: Row): Problem | null => {
  const wanted = header.cells.length;
  const found = isBlank(cells.slice(wanted)) ? Math.min(cells.length, wanted) : cells.length;
  if (found === wanted) return null;
  const counts = `${found} ${found === 1 ? 'cell' : 'cells'}, the header ${wanted}`;
  return error(
    line,
    `The row has ${counts}: some may stand in the wrong column.`,
    found > wanted
      ? 'Put a cell that contains the separator into quotes.'
      : 'Look for a line break inside a cell, and give the row all its separators.',
  );
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const bestDelimiter = (text: string, suits: (header: readonly string[]) => number): string => {
  const scored = delimiters.map((delimiter) => {
    const header = headerOf(text, delimiter);
    return { delimiter, score: suits(header) * 1000 + header.length };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
};

const headerOf = (text: string, delimiter: string): string[] => {
  const { data } = Papa.parse<string[]>(text.trimStart(), { delimiter, newline: '\n', preview: 1 });
  return data[0] ?? [];
};

const readRows = (text: string, delimiter: string, firstLine: number): Result<Row[], Problem> => {
  const rows: Row[] = [];
  let [line, at] = [firstLine, 0];
  let fault: Problem | null = null;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      if (errors.length > 0) {
        fault = error(
          line,
          'A quotation mark here has no partner, so nobody can tell where the rows after it end.',
          'Write a quotation mark inside a quoted cell twice, or take it out.',
        );
        parser.abort();
        return;
      }
      rows.push({ line, cells: data });
      line += breaksIn(text, at, meta.cursor);
      at = meta.cursor;
    },
  });
  return fault === null ? ok(rows) : refuse(fault);
};

const breaksIn = (text: string, from: number, to: number): number => {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
};
