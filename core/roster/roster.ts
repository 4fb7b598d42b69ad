import { ok, type Result, refuse } from '../result.ts';
import { isTotals } from './aside.ts';
import type { Columns } from './columns.ts';
import { doublesIn } from './doubles.ts';
import { chooseSheet, columnsIn, type Given, type Hints, headedBy, tableOfText } from './given.ts';
import { namingOf } from './name-order.ts';
import { type Remark, type RosterPerson, readPerson } from './person.ts';
import { error, linesOf, listed, note, type Problem, quoted } from './problem.ts';
import { type Doubtful, doubtsAbout, type Sheet } from './sheet.ts';
import { shiftFinder } from './shifts.ts';
import type { Row } from './table.ts';

export interface Roster {
  /** How many rows the file has below its header: each is a person here, or named in an error. */
  rows: number;
  people: RosterPerson[];
  problems: Problem[];
}

/** Reads a file of people. Refuses, with the reason, a file that is no such list. */
export const readRoster = (bytes: Uint8Array, hints: Hints = {}): Result<Roster, Problem> => {
  const table = tableOfText(bytes, hints);
  return table.ok ? rosterIn(table.value, hints) : table;
};

/** The same of a workbook: the sheet that was said, or the only one that has people. */
export const readRosterSheets = (sheets: readonly Sheet[], hints: Hints = {}): Result<Roster, Problem> => {
  const chosen = chooseSheet(sheets, hints);
  return chosen.ok ? rosterIn(chosen.value.table, hints) : chosen;
};

/** Reads the people of a table. */
const rosterIn = ({ table, problems: before, doubtful }: Given, hints: Hints): Result<Roster, Problem> => {
  const { names, fields } = hints;
  const headed = headedBy(table, hints);
  if (!headed.ok) return headed;
  const { header, rows: all } = headed.value;
  const rows = all.filter(({ cells }) => !isTotals(cells));
  const { at, problems } = columnsIn(headed.value, fields);
  problems.unshift(...before, ...headed.value.problems);
  const counted = all.filter((row) => !rows.includes(row)).map(({ line }) => line);
  if (counted.length > 0)
    problems.push(
      note(
        counted[0] ?? 1,
        `What only counts the rows above it is not read (${linesOf(counted)}).`,
        'Nothing, if it is a total.',
      ),
    );
  if (at.given !== undefined && at.family === undefined && at.secondFamily === undefined)
    problems.push(
      note(
        header.line,
        'No column holds family names: everybody comes with their given name alone.',
        'Rename the column that does, if there is one, as docs/importing.md says.',
      ),
    );
  if (!isNamed(at))
    return refuse({
      ...error(
        header.line,
        `No column holds names. The columns are ${listed(header.cells.slice(0, 12).map(quoted))}.`,
        'The first line must name the columns; docs/importing.md says how.',
      ),
      ask: 'columns',
    });
  if (rows.length === 0)
    return refuse(error(header.line, 'There are no people below the header.', 'Export the list again.'));
  const lost = doubtful === null ? [] : doubtsIn(at, doubtful, new Set(rows.map(({ line }) => line)));
  problems.push(...lost);
  const lostLines = new Set(lost.filter(({ severity }) => severity === 'error').map(({ line }) => line));

  const shiftOf = shiftFinder(headed.value, at);
  const isHeading = headingFinder(rows);
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
    if (lostLines.has(row.line)) continue;
    const fault = shifts.get(row) ?? (isHeading(row) ? headingAt(row.line) : null);
    const read = fault ? refuse([fault]) : readPerson(at, row, naming.value);
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

const filled = ({ cells }: Row): number => cells.filter((cell) => cell.trim() !== '').length;
/** A list whose rows have so many cells filled says something of everybody. */
const fewestSaid = 3;

/** Finds rows that may be the name of a ward between the people of a list: only one cell is filled, and others have more. */
const headingFinder = (rows: readonly Row[]): ((row: Row) => boolean) => {
  const saying = rows.filter((row) => filled(row) >= fewestSaid).length;
  return (row) => saying * 2 > rows.length && filled(row) === 1;
};

const headingAt = (line: number): Problem =>
  error(
    line,
    'Only one cell of the row is filled: it may be a heading, or somebody.',
    'Take the row out if it is a heading; else fill in another cell.',
  );

/** What is to be said of ids that a workbook has as numbers. */
const doubtsIn = (at: Columns['at'], doubtful: Doubtful, lines: ReadonlySet<number>): Problem[] =>
  (
    [
      ['identifier', 'staff number'],
      ['badges', 'badge id'],
    ] as const
  )
    .flatMap(([field, called]) => doubtsAbout(called, at[field] ?? -1, doubtful))
    .filter(({ line }) => lines.has(line));

const isNamed = (at: Columns['at']): boolean =>
  at.given !== undefined || at.family !== undefined || at.full !== undefined;

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
  called: () => [
    'What stands in brackets or quotation marks in a name is taken for what they are called',
    'Look through them; a column “preferred name” is surer.',
  ],
  'birth-name': () => ['A name at birth is not kept', 'Nothing needs to be done.'],
  'given-first': () => [
    'Whole names were divided at their comma, or else before the family name at their end',
    'Look through them; columns for given and family name are surer.',
  ],
  'family-first': () => [
    'Whole names were divided at their comma, or else behind the family name, which was taken to come first',
    'Look through them, or say --names given-first; columns for given and family name are surer.',
  ],
};
