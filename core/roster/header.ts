import { ok, type Result, refuse } from '../result.ts';
import { type Field, hasNames, isColumnName, knownColumns } from './columns.ts';
import { splitName } from './full-name.ts';
import { error, linesOf, listed, note, type Problem, quoted } from './problem.ts';
import { isUnderstood, roleOfTitle } from './role-of-title.ts';
import { shapeOf } from './shape.ts';
import { deepestHeader, type Row, type Table } from './table.ts';

/** A table whose header is the line that names its columns, wherever it stands, and what there is to say about it. */
export interface Headed extends Table {
  problems: Problem[];
}

/**
 * Finds the line that names the columns: the first, or one below a few lines of title. `columns` are their names where
 * somebody gave them, because no line does. Refuses a file whose columns nobody named; its first line may be a person,
 * so that it is not repeated.
 */
export const findHeader = (table: Table, columns: readonly string[] | undefined): Result<Headed, Problem> => {
  const all = [table.header, ...table.rows];
  if (columns) return givenHeader(all, columns);
  const at = all.slice(0, deepestHeader).findIndex(({ cells }) => hasNames(cells));
  const header = all[at];
  const rows = all.slice(at + 1);
  if (header && !isPerson(header, rows) && (at === 0 || knownColumns(header.cells) > 1))
    return ok({ header, rows, problems: above(all.slice(0, at)) });
  return refuse({ ...unnamed(table), ask: 'columns' });
};

const above = (rows: readonly Row[]): Problem[] =>
  rows.length === 0
    ? []
    : [
        note(
          rows[0]?.line ?? 1,
          `What stands above the names of the columns is not read (${linesOf(rows.map(({ line }) => line))}).`,
          'Nothing, if it is a title.',
        ),
      ];

/** Whether the line that seems to name the columns is a person who is called so: its other cells are those of a person. */
const isPerson = ({ cells }: Row, rows: readonly Row[]): boolean =>
  knownColumns(cells) < 2 &&
  cells.some((cell, column) => {
    if (isColumnName(cell)) return false;
    const below = rows.map((row) => row.cells[column] ?? '');
    const shape = shapeOf(cell);
    if (shape !== 'text' && shape !== 'empty') return isMostly(below, (other) => shapeOf(other) === shape);
    return roleOfTitle(cell) !== null && isMostly(below, (other) => roleOfTitle(other) !== null);
  });

const isMostly = (cells: readonly string[], is: (cell: string) => boolean): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.filter(is).length * 2 >= filled.length;
};

const givenHeader = (all: readonly Row[], names: readonly string[]): Result<Headed, Problem> => {
  const [first, ...rest] = all;
  if (first === undefined) return refuse(error(1, 'The file has no rows.', 'Export the list again.'));
  const unknown = names.filter((name) => name !== '-' && !isColumnName(name));
  if (unknown.length > 0)
    return refuse(
      error(
        first.line,
        `--columns names ${listed(unknown.map(quoted))}, which ${unknown.length === 1 ? 'is no column' : 'are no columns'} known here.`,
        'docs/importing.md says which there are; write - for one that is not needed.',
      ),
    );
  const header = { line: first.line, cells: names.map((name) => (name === '-' ? '' : name)) };
  const isHeader = first.cells.filter(isColumnName).length * 2 > first.cells.length;
  if (!isHeader) return ok({ header, rows: [...all], problems: [] });
  const said = note(
    first.line,
    'This line names the columns itself, and is not read as a person.',
    'Leave --columns out, if it names them right.',
  );
  return ok({ header, rows: rest, problems: [said] });
};

/** What to say of a file whose columns nobody named; where it has names at all, with what might be in its columns. */
const unnamed = ({ header, rows }: Table): Problem => {
  const { line, cells } = header;
  if (knownColumns(cells) > 0 && !isPerson(header, rows))
    return error(
      line,
      `No column holds names. The columns are ${listed(cells.slice(0, 12).map(quoted))}.`,
      'The first line must name the columns; docs/importing.md says how.',
    );
  const guess = cells.map((_, column) => guessOf([header, ...rows].map((row) => row.cells[column] ?? '')));
  const what =
    'No line names a column that holds names: either there are none, or the first line does not name the columns.';
  const named = guess.filter((one) => one === 'name').length;
  // Of more columns of words nobody can even guess which are names.
  if (named === 0 || named > 2)
    return error(line, what, 'Add a first line that names them; docs/importing.md says how.');
  const names = guess.map((one) => (one === 'name' && named > 1 ? 'given|family' : (one ?? '-')));
  return error(
    line,
    what,
    `Add a first line that names them, or say it in their order: perhaps --columns "${names.join(', ')}".`,
  );
};

const guessOf = (cells: readonly string[]): Field | 'name' | null => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (isMostly(filled, isUnderstood)) return 'role';
  const isName = (cell: string): boolean =>
    /^[\p{L}\p{M}\s.,'’-]{2,60}$/u.test(cell) && splitName(cell).given !== '';
  return isMostly(filled, isName) ? 'name' : null;
};
