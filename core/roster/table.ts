import Papa from 'papaparse';
import { ok, type Result, refuse } from '../result.ts';
import { error, type Problem } from './problem.ts';

/** How many rows a list may have below its header. */
export const mostRows = 20_000;

export interface Row {
  /** Line of the file that the row begins on, from 1. */
  line: number;
  cells: string[];
}

export interface Table {
  header: Row;
  rows: Row[];
}

/** Nobody’s list has more columns than a sheet has to ZZ. */
const mostColumns = 702;
/** So many line breaks, or separators on one line, no list has, whatever its cells hold: it is not even cut up. */
const mostBreaks = 200_000;
const mostOnALine = 20_000;

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
  if (isOutsized(body, said?.[1])) return refuse(outsized(firstLine));
  const delimiter = said?.[1] ?? bestDelimiter(body, suits);
  const read = readRows(body, delimiter, firstLine);
  if (!read.ok) return read;
  const [header, ...rows] = read.value.filter(({ cells }) => !isBlank(cells));
  if (!header) return refuse(error(1, 'The file has no rows.', 'Export the list again.'));
  const wide = [header, ...rows].find(({ cells }) => cells.length > mostColumns);
  if (wide !== undefined) return refuse(outsized(wide.line));
  if (rows.length > mostRows)
    return refuse(
      error(header.line, `The file has more than ${mostRows} rows.`, 'Split it into smaller files.'),
    );
  return ok({ header, rows });
};

const outsized = (line: number): Problem =>
  error(
    line,
    `The file has more than ${mostColumns} columns, or far more lines than any list.`,
    'Export only the columns and rows that are needed.',
  );

/** Whether a text would come to more cells than any list has, as far as that is seen without looking at them. */
const isOutsized = (text: string, said: string | undefined): boolean => {
  const signs = new Set(said === undefined ? delimiters : [said]);
  const counts = new Map<string, number>();
  let breaks = 0;
  for (const sign of text)
    if (sign === '\n') {
      breaks += 1;
      if (breaks > mostBreaks) return true;
      counts.clear();
    } else if (signs.has(sign)) {
      const count = (counts.get(sign) ?? 0) + 1;
      if (count > mostOnALine) return true;
      counts.set(sign, count);
    }
  return false;
};

/**
 * Why a row cannot be read by its header, which is an error: its cells may stand in the wrong columns. Empty cells behind
 * the last column count only where they may not trail.
 */
export const shiftOf = (header: Row, { line, cells }: Row, mayTrail = true): Problem | null => {
  const wanted = header.cells.length;
  const trails = mayTrail && isBlank(cells.slice(wanted));
  const found = trails ? Math.min(cells.length, wanted) : cells.length;
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

/** How far into a file its header may stand, and how many rows are looked at to find out where the cells end. */
export const deepestHeader = 10;
const looked = 100;

const bestDelimiter = (text: string, suits: (header: readonly string[]) => number): string => {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: suiting(text, delimiter, suits) }));
  return scored.reduce((best, next) => (isBetter(next.score, best.score) ? next : best)).delimiter;
};

/** How well the first rows suit: that of their header, then whether there are columns, how many rows have them all, how many. */
const suiting = (text: string, delimiter: string, suits: (header: readonly string[]) => number): number[] => {
  const { data } = Papa.parse<string[]>(text.trimStart(), { delimiter, newline: '\n', preview: looked });
  const scores = data.slice(0, deepestHeader).map((row) => (row.length > mostColumns ? 0 : suits(row)));
  const best = Math.max(0, ...scores);
  const columns = data[Math.max(0, scores.indexOf(best))]?.length ?? 0;
  const whole = data.filter((cells) => cells.length === columns).length;
  return [best, columns > 1 ? 1 : 0, whole, columns];
};

const isBetter = (one: readonly number[], other: readonly number[]): boolean => {
  const at = one.findIndex((score, index) => score !== other[index]);
  return at !== -1 && (one[at] ?? 0) > (other[at] ?? 0);
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
      rows.push({ line, cells: data.map(unquoted) });
      line += breaksIn(text, at, meta.cursor);
      at = meta.cursor;
    },
  });
  return fault === null ? ok(rows) : refuse(fault);
};

/** A cell with its quotation marks after a space, as some programs write them: `"Ana" , "Sol"`. */
const unquoted = (cell: string): string => {
  const inside = /^\s+"(.*)"\s*$/su.exec(cell)?.[1];
  return inside === undefined ? cell : inside.replaceAll('""', '"');
};

const breaksIn = (text: string, from: number, to: number): number => {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
};
