import { columnNames, fillers, sensitiveWords } from './column-names.ts';
import { listed, note, type Problem, quoted } from './problem.ts';
import type { Row } from './table.ts';
import { keyOf, lookup, wordsOf } from './vocabulary.ts';

type Named = keyof typeof columnNames;
export type Field = Exclude<Named, 'name'>;

/** Everything that a column can be. */
export const fieldNames = (Object.keys(columnNames) as Named[]).filter((name) => name !== 'name');

export interface Columns {
  /** Where each field stands in a row. */
  at: Partial<Record<Field, number>>;
  problems: Problem[];
}

const names = lookup(columnNames);
const sensitive = new Set([...sensitiveWords].flatMap(wordsOf));
const filler = new Set([...fillers].flatMap(wordsOf));

/** No column is called by more letters; a cell that is as long as a file is not looked through for words. */
const longestHeader = 300;

const nameOf = (header: string) => {
  if (header.length > longestHeader) return null;
  const words = wordsOf(header);
  const essential = words.filter((word) => !filler.has(word));
  return names.get(keyOf(words)) ?? names.get(keyOf(essential)) ?? null;
};

/** Whether a column is called after what a card never needs. */
export const isSensitive = (header: string): boolean =>
  wordsOf(header.slice(0, longestHeader)).some((word) => sensitive.has(word));

/** Whether a cell is the name of a column that is known: one that is used, or one that is too private to be. */
export const isColumnName = (cell: string): boolean => nameOf(cell) !== null || isSensitive(cell);

/** Whether a line names a column that holds names. */
export const hasNames = (header: readonly string[]): boolean =>
  header.some((cell) => holdingNames.has(nameOf(cell)?.means ?? ''));

const holdingNames: ReadonlySet<string> = new Set(['given', 'family', 'full', 'name'] satisfies Named[]);

/** How many columns of a header are known. */
export const knownColumns = (header: readonly string[]): number =>
  header.filter((cell) => nameOf(cell) !== null).length;

/**
 * Finds the columns of a roster by what their names mean. What is not used is said once, by name; what is too private
 * to keep is said to be left out.
 */
export const findColumns = (header: Row): Columns => {
  const best: Partial<Record<Named, { at: number; rank: number }>> = {};
  for (const [at, cell] of header.cells.entries()) {
    const named = nameOf(cell);
    if (!named) continue;
    const rival = best[named.means];
    if (!rival || named.rank < rival.rank) best[named.means] = { at, rank: named.rank };
  }
  const { name, ...found } = best;
  const at: Columns['at'] = {};
  for (const [field, column] of Object.entries(found)) at[field as Field] = column.at;
  if (name) {
    const field = wholeOrPart(at);
    if (field) at[field] = name.at;
  }
  return { at, problems: unused(header, new Set(Object.values(at))) };
};

/** What a column called only “name” is: the part that no other column gives, or the whole. */
const wholeOrPart = (at: Columns['at']): Field | null => {
  if (at.given !== undefined) return at.family === undefined ? 'family' : null;
  if (at.family !== undefined) return 'given';
  return at.full === undefined ? 'full' : null;
};

/** What is said once of the columns of a header that are not used. */
export const unused = (header: Row, used: ReadonlySet<number>): Problem[] => {
  const left = header.cells.flatMap((cell, at) =>
    used.has(at) || cell.trim() === '' ? [] : [{ cell: cell.trim(), private: isSensitive(cell) }],
  );
  const named = (isPrivate: boolean): string =>
    listed(left.filter((column) => column.private === isPrivate).map(({ cell }) => quoted(cell)));
  const [kept, unknown] = [named(true), named(false)];
  const problems: Problem[] = [];
  if (kept !== '')
    problems.push(note(header.line, `Private, and not kept: ${kept}.`, 'Nothing needs to be done.'));
  if (unknown !== '')
    problems.push(
      note(
        header.line,
        `Not used: ${unknown}.`,
        'If a card needs it, rename the column as docs/importing.md says.',
      ),
    );
  return problems;
};
