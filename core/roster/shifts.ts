import type { Columns, Field } from './columns.ts';
import { error, type Problem } from './problem.ts';
import { isUnderstood } from './role-of-title.ts';
import { isNoWord, type Shape, shapeOf, shapeOfColumn } from './shape.ts';
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
export const shiftFinder = ({ header, rows }: Table, at: Columns['at']): ((row: Row) => Problem | null) => {
  const mayTrail = allTrail(header, rows, at);
  const sound = rows.filter((row) => shiftOf(header, row, mayTrail) === null);
  const shapes = header.cells.map((_, column) =>
    shapeOfColumn(sound.map(({ cells }) => cells[column] ?? '')),
  );
  const words = inWords.flatMap((field) => at[field] ?? []);
  return (row) => {
    const counted = shiftOf(header, row, mayTrail);
    if (counted) return counted;
    const isOff =
      words.some((column) => isNoWord(row.cells[column] ?? '')) ||
      isMisfit(row, shapes) ||
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

/** A column of numbers has something else here, and its number stands in a column beside it, or a role does in its place. */
const isMisfit = ({ cells }: Row, shapes: readonly (Shape | null)[]): boolean =>
  shapes.some((shape, column) => {
    if (shape === null || shape === 'text') return false;
    const cell = cells[column] ?? '';
    const found = shapeOf(cell);
    if (found === 'empty' || found === shape) return false;
    const beside = [column - 1, column + 1].some(
      (other) => shapes[other] !== shape && shapeOf(cells[other] ?? '') === shape,
    );
    return beside || isUnderstood(cell);
  });

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
