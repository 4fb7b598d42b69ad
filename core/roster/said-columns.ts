import { type Columns, type Field, isSensitive, unused } from './columns.ts';
import type { Headed } from './header.ts';
import { type Shape, shapeOf } from './shape.ts';
import type { Row, Table } from './table.ts';

/** What somebody said of the columns of a list. */
export interface Said {
  /** The line that names the columns; null where none does. */
  headerLine: number | null;
  /** What each column is, in their order; null for one that is not used. */
  fields: readonly (Field | null)[];
}

const rowsOf = ({ header, rows }: Table): Row[] => [header, ...rows];

/** The table as somebody said it is headed; what stands above its header is not read. */
export const headerSaid = (table: Table, { headerLine, fields }: Said): Headed => {
  const all = rowsOf(table);
  const at = all.findIndex(({ line }) => line === headerLine);
  const header = all[at];
  if (header !== undefined) return { header, rows: all.slice(at + 1), problems: [] };
  return { header: { line: 1, cells: fields.map(() => '') }, rows: all, problems: [] };
};

/** Where each field stands by what somebody said; of two columns that are said to be the same, the first. */
export const columnsSaid = (header: Row, { fields }: Said): Columns => {
  const at: Columns['at'] = {};
  for (const [column, field] of fields.entries())
    if (field !== null && at[field] === undefined) at[field] = column;
  return { at, problems: unused(header, new Set(Object.values(at))) };
};

/** One column of a list, as somebody can be asked what it is. */
interface SeenColumn {
  /** What the list calls it; empty where it does not. */
  called: string;
  /** What it is taken for. */
  field: Field | null;
  /** It is called after what must never be kept, and nothing of it is shown. */
  isPrivate: boolean;
  /** The first things that stand in it, where they are words; never numbers, dates or addresses. */
  samples: string[];
}

export interface Outline {
  headerLine: number | null;
  columns: SeenColumn[];
}

const mostColumns = 60;
const mostSamples = 3;
const shown: ReadonlySet<Shape> = new Set(['text']);
const longestSample = 40;

/** The columns of a table as they are taken; `headed` is null where nobody knows which line names them. */
export const outlineOf = (table: Table, headed: Headed | null, at: Columns['at']): Outline => {
  const rows = headed === null ? rowsOf(table) : headed.rows;
  const fields = new Map(Object.entries(at).map(([field, column]) => [column, field as Field]));
  const names = headed === null ? [] : headed.header.cells;
  const width = Math.max(names.length, table.header.cells.length);
  // What slipped into another column may be what must never be shown.
  const whole = rows.filter(({ cells }) => cells.length === width);
  const columns = Array.from({ length: Math.min(width, mostColumns) }, (_, column): SeenColumn => {
    const called = (names[column] ?? '').trim();
    const isPrivate = isSensitive(called);
    return {
      ...{ called, field: fields.get(column) ?? null, isPrivate },
      samples: isPrivate ? [] : samplesOf(whole, column),
    };
  });
  const isNamed = headed !== null && names.some((name) => name.trim() !== '');
  return { headerLine: isNamed ? headed.header.line : null, columns };
};

const samplesOf = (rows: readonly Row[], column: number): string[] => {
  const found = new Set<string>();
  for (const { cells } of rows.slice(0, 200)) {
    const cell = (cells[column] ?? '').trim();
    if (cell !== '' && shown.has(shapeOf(cell))) found.add([...cell].slice(0, longestSample).join(''));
    if (found.size === mostSamples) break;
  }
  return [...found];
};
