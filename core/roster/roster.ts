import { ok, type Result, refuse } from '../result.ts';
import { type Columns, type Field, findColumns, knownColumns } from './columns.ts';
import { doublesIn } from './doubles.ts';
import type { Naming } from './full-name.ts';
import { findHeader } from './header.ts';
import { namingOf } from './name-order.ts';
import { type Remark, type RosterPerson, readPerson } from './person.ts';
import { error, linesOf, listed, note, type Problem, quoted } from './problem.ts';
import { numberColumns, shiftFinder } from './shifts.ts';
import { isAboutPlaces } from './standing.ts';
import { readTable, type Table } from './table.ts';
import { readText } from './text.ts';

export interface Roster {
  /** How many rows the file has below its header: each is a person here, or named in an error. */
  rows: number;
  people: RosterPerson[];
  problems: Problem[];
}

/** What somebody says of a file that does not say it itself. */
export interface Hints {
  /** The names of its columns, in their order; “-” for one that is not needed. */
  columns?: readonly string[];
  /** The order of whole names. */
  names?: Naming['order'];
}

/** Reads a file of people. Refuses, with the reason, a file that is no such list. */
export const readRoster = (bytes: Uint8Array, { columns, names }: Hints = {}): Result<Roster, Problem> => {
  const text = readText(bytes);
  if (!text.ok) return text;
  const suits = columns
    ? (cells: readonly string[]) => (cells.length === columns.length ? 1 : 0)
    : knownColumns;
  const table = readTable(text.value.text, suits);
  if (!table.ok) return table;
  const headed = findHeader(table.value, columns);
  if (!headed.ok) return headed;
  const { header, rows } = headed.value;
  const { at, problems } = columnsOf(headed.value);
  problems.unshift(...headed.value.problems);
  if (!isNamed(at))
    return refuse(
      error(
        header.line,
        `No column holds names. The columns are ${listed(header.cells.slice(0, 12).map(quoted))}.`,
        'The first line must name the columns; docs/importing.md says how.',
      ),
    );
  if (rows.length === 0)
    return refuse(error(header.line, 'There are no people below the header.', 'Export the list again.'));
  if (text.value.encoding === 'windows-1252')
    problems.push(
      note(
        header.line,
        'The file is not in UTF-8; it was read as Windows-1252.',
        'Look at a name with an accent.',
      ),
    );

  const shiftOf = shiftFinder(headed.value, at);
  const shifts = new Map(rows.map((row) => [row, shiftOf(row)]));
  const whole = at.full ?? -1;
  const cell = header.cells[whole] ?? '';
  const naming = namingOf(
    { line: header.line, cell },
    rows.filter((row) => !shifts.get(row)).map(({ cells }) => cells[whole] ?? ''),
    names,
  );
  if (!naming.ok) return naming;
  const people: RosterPerson[] = [];
  const remarks: (Remark & { line: number })[] = [];
  for (const row of rows) {
    const shift = shifts.get(row);
    const read = shift ? refuse([shift]) : readPerson(at, row, naming.value);
    if (!read.ok) {
      problems.push(...read.problem);
      continue;
    }
    people.push(read.value.person);
    remarks.push(...read.value.remarks.map((remark) => ({ ...remark, line: row.line })));
  }
  const doubles = doublesIn(people);
  const doubled = new Set(doubles.map(({ line }) => line));
  problems.push(...doubles, ...notesOf(remarks.filter(({ line }) => !doubled.has(line))));
  return ok({ rows: rows.length, people: people.filter(({ line }) => !doubled.has(line)), problems });
};

const isNamed = (at: Columns['at']): boolean =>
  at.given !== undefined || at.family !== undefined || at.full !== undefined;

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

/** One note for all the rows of which the same is to be said, at the first of them. */
const notesOf = (remarks: readonly (Remark & { line: number })[]): Problem[] => {
  const same = new Map<string, { remark: Remark; lines: number[] }>();
  for (const { line, ...remark } of remarks) {
    const key = `${remark.kind}\n${remark.value}`;
    const known = same.get(key);
    if (known) known.lines.push(line);
    else same.set(key, { remark, lines: [line] });
  }
  return [...same.values()].map(({ remark, lines }) => {
    const [what, whatToDo] = sayings[remark.kind](quoted(remark.value));
    const where = lines.length === 1 ? '' : ` (${linesOf(lines)})`;
    return note(lines[0] ?? 1, `${what}${where}.`, whatToDo);
  });
};

const sayings: Record<Remark['kind'], (value: string) => readonly [string, string]> = {
  'unknown-title': (value) => [
    `${value} is no role known here: shown as a member of the care team, and kept as the title`,
    'Nothing, if that is right; else write one of the roles in docs/importing.md.',
  ],
  'no-title': () => [
    'No role is given: somebody new is shown as a member of the care team',
    'Add a column “role”, or fill in the cell.',
  ],
  'unknown-language': (value) => [
    `${value} is no language known here, and is not kept`,
    'Write its English name or its code, such as “es”.',
  ],
  'one-name': () => [
    'Only a family name is given: it is shown as the whole name',
    'Add the given name, if any.',
  ],
  'in-capitals': () => [
    'Names are in capitals, and are shown so',
    'Export them with small letters, if that can be.',
  ],
  'given-first': () => [
    'Whole names were divided at their comma, or else before the family name at their end',
    'Look through them; columns for given and family name are surer.',
  ],
  'family-first': () => [
    'Whole names were divided at their comma, or else behind the family name, which was taken to come first',
    'Look through them, or say --names given-first; columns for given and family name are surer.',
  ],
};
