import { ok, type Result, refuse } from '../result.ts';
import { findColumns, knownColumns } from './columns.ts';
import { doublesIn } from './doubles.ts';
import { type Remark, type RosterPerson, readPerson } from './person.ts';
import { error, linesOf, listed, note, type Problem, quoted } from './problem.ts';
import { readTable, shiftOf } from './table.ts';
import { readText } from './text.ts';

export interface Roster {
  /** How many rows the file has below its header: each is a person here, or named in an error. */
  rows: number;
  people: RosterPerson[];
  problems: Problem[];
}

/** Reads a file of people. Refuses, with the reason, a file that is no such list. */
export const readRoster = (bytes: Uint8Array): Result<Roster, Problem> => {
  const text = readText(bytes);
  if (!text.ok) return text;
  const table = readTable(text.value.text, knownColumns);
  if (!table.ok) return table;
  const { header, rows } = table.value;
  const { at, problems } = findColumns(header);
  if (at.given === undefined && at.family === undefined && at.full === undefined)
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

  const people: RosterPerson[] = [];
  const remarks: (Remark & { line: number })[] = [];
  for (const row of rows) {
    const shift = shiftOf(header, row);
    const read = shift ? refuse([shift]) : readPerson(at, row);
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
  divided: () => [
    'Whole names were divided at their comma, or else before their last word',
    'Look through them; columns for given and family name are surer.',
  ],
};
