import { ok, type Result, refuse } from '../result.ts';
import { type Columns, type Field, findColumns, knownColumns } from './columns.ts';
import type { Naming } from './full-name.ts';
import { findHeader, type Headed } from './header.ts';
import { error, note, type Problem, quoted } from './problem.ts';
import { columnsSaid, headerSaid, type Outline, outlineOf, type Said } from './said-columns.ts';
import { type Doubtful, type Sheet, sheetToAsk, tableOfSheet } from './sheet.ts';
import { numberColumns } from './shifts.ts';
import { isAboutPlaces } from './standing.ts';
import { readTable, type Table } from './table.ts';
import { readText } from './text.ts';

/** What somebody says of a file that does not say it itself. */
export interface Hints {
  /** The names of its columns, in their order; “-” for one that is not needed. */
  columns?: readonly string[];
  /** The order of whole names. */
  names?: Naming['order'];
  /** Which sheet of a workbook. */
  sheet?: string;
  /** What each column is, whatever it is called, and the line that names them; null for none. */
  fields?: Said;
}

/** A table that people may stand in, and what was seen as it was read. */
export interface Given {
  table: Table;
  problems: Problem[];
  doubtful: Doubtful | null;
}

const saidOnce = (columns: readonly string[] | undefined) => (cells: readonly string[]) =>
  columns === undefined ? knownColumns(cells) : cells.length === columns.length ? 1 : 0;

/** The table that a text is. */
export const tableOfText = (bytes: Uint8Array, { columns }: Hints): Result<Given, Problem> => {
  const text = readText(bytes);
  if (!text.ok) return text;
  const table = readTable(text.value.text, saidOnce(columns));
  if (!table.ok) return table;
  const problems =
    text.value.encoding === 'windows-1252'
      ? [
          note(
            table.value.header.line,
            'The file is not in UTF-8; it was read as Windows-1252.',
            'Look at a name with an accent.',
          ),
        ]
      : [];
  return ok({ table: table.value, problems, doubtful: null });
};

/** The sheet that holds the people, as a table: that which was said, the only one there is, or the only one with names. */
export const chooseSheet = (
  sheets: readonly Sheet[],
  { sheet, columns, fields }: Hints,
): Result<{ name: string; table: Given }, Problem> => {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const named = sheet === undefined ? filled : filled.filter(({ name }) => name === sheet);
  const given = named.map((one) => ({ name: one.name, table: tableOfSheet(one) }));
  const people = given.filter(
    ({ table }) =>
      table.ok && (columns !== undefined || fields !== undefined || findHeader(table.value, undefined).ok),
  );
  const likely = people.length > 0 ? people : given;
  const [only] = likely;
  if (only === undefined)
    return refuse(
      sheet === undefined || filled.length === 0
        ? error(1, 'The workbook has no rows.', 'Export the list again.')
        : { ...sheetToAsk(filled.map(({ name }) => name)), what: `There is no sheet ${quoted(sheet)}.` },
    );
  if (likely.length > 1) return refuse(sheetToAsk(likely.map(({ name }) => name)));
  if (!only.table.ok) return only.table;
  const { doubtful, problems, ...table } = only.table.value;
  const others = filled.length - 1;
  const said =
    others > 0 && sheet === undefined
      ? [
          note(
            1,
            `Read from the sheet ${quoted(only.name)}; the others hold no people.`,
            'Nothing, if that is right.',
          ),
        ]
      : [];
  return ok({ name: only.name, table: { table, doubtful, problems: [...said, ...problems] } });
};

/** The table with the line that names its columns, as somebody said or as it is found. */
export const headedBy = (table: Table, { columns, fields }: Hints): Result<Headed, Problem> =>
  fields === undefined ? findHeader(table, columns) : ok(headerSaid(table, fields));

/** Where each field stands: as somebody said, or by what the columns are called. */
export const columnsIn = (headed: Headed, fields: Said | undefined): Columns =>
  fields === undefined ? columnsOf(headed) : columnsSaid(headed.header, fields);

/** Where each field stands; without columns that are about something else than their name says, which is said. */
const columnsOf = (table: Table): Columns => {
  const { header, rows } = table;
  const { at, problems } = findColumns(header);
  const leaveOut = (field: Field, which: string, whatToDo: string): void => {
    const column = header.cells[at[field] ?? -1] ?? '';
    problems.push(note(header.line, `Not used: ${quoted(column)}, which ${which}.`, whatToDo));
    delete at[field];
  };
  for (const field of numberColumns(table, at))
    leaveOut(field, 'holds numbers or dates', 'Add a column with the words.');
  const states = rows.map(({ cells }) => cells[at.status ?? -1] ?? '');
  if (at.status !== undefined && isAboutPlaces(header.cells[at.status] ?? '', states))
    leaveOut('status', 'holds no status known here', 'Nothing, if it is about something else.');
  return { at, problems };
};

/** What the columns of a table are taken for, also where nobody can read it yet. */
export const outlineIn = ({ table }: Given, hints: Hints): Outline => {
  const headed = headedBy(table, hints);
  return headed.ok
    ? outlineOf(table, headed.value, columnsIn(headed.value, hints.fields).at)
    : outlineOf(table, null, {});
};
