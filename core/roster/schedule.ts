import { cleanName } from '../names.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { RoleId } from '../roles.ts';
import type { SessionKind, Urgency } from '../session/words.ts';
import { error, listed, note, type Problem, quoted } from './problem.ts';
import { roleOfTitle } from './role-of-title.ts';
import { kindWords, scheduleColumns, urgencyWords } from './schedule-words.ts';
import { type Sheet, tableOfSheet } from './sheet.ts';
import { type Row, readTable, shiftOf, type Table } from './table.ts';
import { readText } from './text.ts';
import { timeOf } from './time-of.ts';
import { keyOf, lookup, wordsOf } from './vocabulary.ts';

/** Somebody whom a schedule names, by badge id or whole name. `role` is null for the one they usually have. */
export interface Named {
  who: string;
  role: RoleId | null;
}

/** One row of a schedule. */
export interface Occasion {
  line: number;
  /** YYYY-MM-DD and HH:MM, as the clock at the place shows them. */
  date: string;
  time: string;
  place: string;
  unit: string | null;
  kind: SessionKind;
  urgency: Urgency;
  lead: Named | null;
  team: Named[];
  /** In a shift change: who comes and who goes; whoever is only in the team stays on. */
  arriving: Named[];
  leaving: Named[];
}

export interface Schedule {
  rows: number;
  occasions: Occasion[];
  problems: Problem[];
}

type Column = keyof typeof scheduleColumns;

const columns = lookup(scheduleColumns);
const kinds = lookup(kindWords);
const urgencies = lookup(urgencyWords);
const columnOf = (cell: string): Column | null => columns.get(keyOf(wordsOf(cell)))?.means ?? null;

const suits = (cells: readonly string[]): number => cells.filter((cell) => columnOf(cell) !== null).length;

/** Reads a file of scheduled sessions. Refuses, with the reason, a file that is no such list. */
export const readSchedule = (bytes: Uint8Array): Result<Schedule, Problem> => {
  const text = readText(bytes);
  if (!text.ok) return text;
  const table = readTable(text.value.text, suits);
  return table.ok ? scheduleIn(table.value) : table;
};

/** The same of a workbook: of the sheet whose first row names the most columns of a schedule. */
export const readScheduleSheets = (sheets: readonly Sheet[]): Result<Schedule, Problem> => {
  const tables = sheets.filter(({ rows }) => rows.length > 0).map(tableOfSheet);
  const scored = tables.map((table) => ({ table, score: table.ok ? suits(table.value.header.cells) : 0 }));
  const [best] = scored.sort((one, other) => other.score - one.score);
  if (best === undefined) return refuse(error(1, 'The workbook has no rows.', 'Export the schedule again.'));
  if (!best.table.ok) return best.table;
  const { problems, ...table } = best.table.value;
  const read = scheduleIn(table);
  return read.ok ? ok({ ...read.value, problems: [...problems, ...read.value.problems] }) : read;
};

const scheduleIn = (table: Table): Result<Schedule, Problem> => {
  const { header, rows } = table;
  const meanings = header.cells.map(columnOf);
  const has = (column: Column): boolean => meanings.includes(column);
  const names = has('team') || has('arriving') || has('leaving');
  const missing = (['date', 'time', 'place', 'team'] as const).filter(
    (column) => !(has(column) || (column === 'team' && names)),
  );
  if (missing.length > 0)
    return refuse(
      error(
        header.line,
        `There is no column for ${listed(missing)}.`,
        'A schedule has the columns date, time, place, unit, kind, urgency, lead and team; for shift changes also arriving and leaving.',
      ),
    );
  const unused = header.cells.filter(
    (cell, at) => cell.trim() !== '' && meanings.indexOf(columnOf(cell)) !== at,
  );
  const unknown = [
    ...unused,
    ...header.cells.filter((cell) => cell.trim() !== '' && columnOf(cell) === null),
  ];
  const problems: Problem[] = [];
  if (unknown.length > 0)
    problems.push(
      note(
        header.line,
        `Not used: ${listed([...new Set(unknown)].map(quoted))}.`,
        'Nothing needs to be done.',
      ),
    );
  const occasions: Occasion[] = [];
  for (const row of rows) {
    const shift = shiftOf(header, row);
    const cell = (column: Column): string => (row.cells[meanings.indexOf(column)] ?? '').trim();
    const read = shift ? refuse([shift]) : readOccasion(row, cell);
    if (read.ok) occasions.push(read.value);
    else problems.push(...read.problem);
  }
  return ok({ rows: rows.length, occasions, problems });
};

const readOccasion = ({ line }: Row, cell: (column: Column) => string): Result<Occasion, Problem[]> => {
  const problems: Problem[] = [];
  const fault = (what: string, whatToDo: string): null => {
    problems.push(error(line, what, whatToDo));
    return null;
  };
  const name = (column: 'place' | 'unit'): string | null => {
    if (cell(column) === '') return null;
    const clean = cleanName(cell(column));
    return 'name' in clean
      ? clean.name
      : fault(`The ${column} cannot be kept: ${quoted(cell(column))}.`, 'Correct it.');
  };
  const date =
    dateOf(cell('date')) ?? fault(`${quoted(cell('date'))} is no date.`, 'Write it as 2026-03-09.');
  const time = timeOf(cell('time')) ?? fault(`${quoted(cell('time'))} is no time.`, 'Write it as 07:30.');
  const place = cell('place') === '' ? fault('The row has no place.', 'Write where it is.') : name('place');
  const unit = name('unit');
  const kind = cell('kind') === '' ? 'surgery' : (kinds.get(keyOf(wordsOf(cell('kind'))))?.means ?? null);
  if (kind === null)
    fault(`${quoted(cell('kind'))} is no kind of session.`, 'Write surgery or shift-change.');
  const urgency =
    cell('urgency') === '' ? 'elective' : (urgencies.get(keyOf(wordsOf(cell('urgency'))))?.means ?? null);
  if (urgency === null)
    fault(`${quoted(cell('urgency'))} is no urgency.`, 'Write elective, urgent or emergency.');
  const named = (text: string): Named[] => {
    const [who = '', title] = text.split('=').map((part) => part.trim());
    if (who === '') return [];
    const role = title === undefined ? null : roleOfTitle(title);
    if (title !== undefined && role === null)
      fault(`${quoted(title)} is no role known here.`, 'Write one of the roles in docs/importing.md.');
    return [{ who, role }];
  };
  const people = (column: Column): Named[] => cell(column).split(';').flatMap(named);
  const [team, arriving, leaving] = [people('team'), people('arriving'), people('leaving')];
  const lead = named(cell('lead'))[0] ?? null;
  if (kind === 'surgery' && arriving.length + leaving.length > 0)
    fault(
      'People arrive and leave in a shift change, and the row is a surgery.',
      'Write shift-change as its kind, or put them into the team.',
    );
  if (team.length + arriving.length + leaving.length === 0 && lead === null)
    fault('The row names nobody.', 'Write who is in the team.');
  if (
    date === null ||
    time === null ||
    place === null ||
    kind === null ||
    urgency === null ||
    problems.length > 0
  )
    return refuse(problems);
  return ok({ line, date, time, place, unit, kind, urgency, lead, team, arriving, leaving });
};

/** A day of the calendar as YYYY-MM-DD, from that or with slashes; day and month are never guessed. */
export const dateOf = (text: string): string | null => {
  const found = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u.exec(text);
  if (!found) return null;
  const [year = '', month = '', day = ''] = found.slice(1);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? null : date;
};
