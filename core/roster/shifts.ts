import type { Columns, Field } from './columns.ts';
import { error, type Problem } from './problem.ts';
import { isUnderstood } from './role-of-title.ts';
import { isNoWord, type Shape, shapeOf, shapeOfColumn, shapeOfName } from './shape.ts';
import { type Row, shiftOf, type Table } from './table.ts';

/** Columns whose cells are words: no number, date or address belongs into them. */
const inWords = [
  ...(['given', 'family', 'secondFamily', 'full', 'preferred', 'role', 'credentials'] as const),
  ...(['pronouns', 'languages', 'sayIt'] as const),
] as const satisfies readonly Field[];

/**
 * Tells of each row whether its cells may stand in the wrong columns: there are too many or too few of them, or, where
 * one is missing and another was cut in two by a comma, a number stands where the column has words. No cell is quoted:
 * what was shifted into a column that is kept may be what must never be kept.
 */
export const shiftFinder = (table: Table, at: Columns['at']): ((row: Row) => Problem | null) => {
  const { header, rows } = table;
  const mayTrail = allTrail(header, rows, at);
  const sound = rows.filter((row) => shiftOf(header, row, mayTrail) === null);
  const columns = columnsOf(table, sound);
  const words = inWords.flatMap((field) => at[field] ?? []);
  return (row) => {
    const counted = shiftOf(header, row, mayTrail);
    if (counted) return counted;
    const isOff =
      words.some((column) => isNoWord(row.cells[column] ?? '')) ||
      isMisfit(row, columns) ||
      isCutName(row, at.full);
    if (!isOff) return null;
    return error(
      row.line,
      'Some cells of this row look as if they stood in the wrong columns.',
      'Put a cell that contains the separator into quotes, and look for a missing one.',
    );
  };
};

/**
 * A program may end every line but the header's with a separator. The same is seen where every name was cut in two and
 * the last column is empty: so only where the roles are understood as they stand.
 */
const allTrail = (header: Row, rows: readonly Row[], at: Columns['at']): boolean => {
  const counts = new Set(rows.map(({ cells }) => cells.length));
  if (counts.size !== 1 || counts.has(header.cells.length)) return false;
  const roles = rows.map(({ cells }) => cells[at.role ?? -1] ?? '').filter((cell) => cell.trim() !== '');
  return roles.length > 0 && roles.filter(isUnderstood).length * 2 >= roles.length;
};

interface Column {
  shape: Shape | null;
  /** What stands in the column before it, in all rows. */
  before: ReadonlySet<string>;
}

const columnsOf = ({ header }: Table, sound: readonly Row[]): Column[] =>
  header.cells.map((name, column) => ({
    shape: shapeOfColumn(sound.map(({ cells }) => cells[column] ?? '')) ?? shapeOfName(name),
    before: new Set(sound.map(({ cells }) => plain(cells[column - 1] ?? ''))),
  }));

const plain = (cell: string): string => cell.trim().toLowerCase();

/**
 * A column of numbers, dates or addresses has something else here, and what belongs into it stands beside it, or what
 * stands in it belongs into the column before.
 */
const isMisfit = ({ cells }: Row, columns: readonly Column[]): boolean => {
  const found = cells.map(shapeOf);
  const strangers = columns.flatMap(({ shape, before }, column) => {
    const here = found[column] ?? 'empty';
    const isStranger = shape !== null && shape !== 'text' && here !== 'empty' && here !== shape;
    return isStranger ? [{ shape, column, before }] : [];
  });
  if (strangers.length === 0) return false;
  const beside = (column: number, shape: Shape): boolean =>
    [column - 1, column + 1].some((other) => columns[other]?.shape !== shape && found[other] === shape);
  const isWanderer = ({ shape }: Column, column: number): boolean =>
    (shape === null || shape === 'text') &&
    isNoWord(cells[column] ?? '') &&
    [column - 1, column + 1].some((other) => columns[other]?.shape === found[column]);
  return (
    columns.some(isWanderer) ||
    strangers.some(({ shape, column, before }) => {
      const cell = cells[column] ?? '';
      return beside(column, shape) || isUnderstood(cell) || before.has(plain(cell));
    })
  );
};

/** “Sol, Ana,Nurse” without quotes: one word for a whole name, and a cell that begins with a space behind it. */
const isCutName = ({ cells }: Row, full: number | undefined): boolean => {
  if (full === undefined) return false;
  const [name, next] = [cells[full] ?? '', cells[full + 1] ?? ''];
  return /^\S+$/u.test(name) && /^ +\S/u.test(next);
};

/** Columns that are called after words and hold numbers, such as the code of a position: they cannot be used. */
export const numberColumns = ({ rows }: Table, at: Columns['at']): Field[] =>
  inWords.filter((field) => {
    const column = at[field];
    if (column === undefined) return false;
    const shape = shapeOfColumn(rows.map(({ cells }) => cells[column] ?? ''));
    return shape !== null && shape !== 'text';
  });
