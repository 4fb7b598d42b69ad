import type { Problem } from './problem.ts';

interface FileReport {
  /** The name of the file as it was given. */
  file: string;
  problems: readonly Problem[];
  /** Whether its lines are the entries of a Bundle. */
  inEntries?: boolean;
}

/** What becomes of one row. */
export interface RowReport {
  line: number;
  /** In quotes, as a message may show it. */
  name: string;
  what: 'added' | 'changed' | 'retired';
  /** Of somebody who is changed: what of them. */
  fields: readonly string[];
}

export interface ImportReport extends FileReport {
  added: number;
  changed: number;
  /** People who are known just so. */
  skipped: number;
  retired: number;
  /** Rows of people who have left and are not known here. */
  leftOut: number;
  /** Row by row, where a preview was asked for. */
  rows: readonly RowReport[];
}

/** Each problem as `FILE:LINE: what and what to do`, errors before notes, then by line. */
const formatProblems = ({ problems, ...file }: FileReport): string[] =>
  [...problems]
    .sort((a, b) => rank(a) - rank(b) || a.line - b.line)
    .map(({ line, what, whatToDo, severity, conflict }) => {
      const kind = severity === 'note' ? 'note: ' : conflict ? 'conflict: ' : '';
      return `${placeIn(file, line)}: ${kind}${what} ${whatToDo}`;
    });

const placeIn = ({ file, inEntries }: Pick<FileReport, 'file' | 'inEntries'>, line: number): string =>
  inEntries ? `${file}:entry ${line}` : `${file}:${line}`;

const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);

const total = (files: readonly FileReport[]): number =>
  files.reduce((sum, { problems }) => sum + problems.length, 0);

/** What an import of people did, or would do, in as many files as there were. */
export const formatReport = (files: readonly ImportReport[]): string => {
  const sum = (of: 'added' | 'changed' | 'skipped' | 'retired' | 'leftOut'): number =>
    files.reduce((all, file) => all + file[of], 0);
  const conflicts = files.flatMap(({ problems }) => problems).filter((problem) => problem.conflict).length;
  const rarer = [
    [sum('retired'), 'retired'],
    [sum('leftOut'), 'left before they came'],
    [conflicts, conflicts === 1 ? 'conflict' : 'conflicts'],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  return [
    `people: ${sum('added')} added, ${sum('changed')} changed, ${sum('skipped')} skipped; problems: ${total(files)}`,
    ...(rarer.length === 0 ? [] : [`also: ${rarer.join(', ')}`]),
    ...files.flatMap(formatProblems),
    ...files.flatMap(formatRows),
  ].join('\n');
};

/** What becomes of each row as `FILE:LINE: what: who`, with what of them is other than before. */
const formatRows = ({ rows, ...file }: ImportReport): string[] =>
  [...rows]
    .sort((a, b) => a.line - b.line)
    .map(({ line, name, what, fields }) => {
      const which = fields.length === 0 ? '' : `: ${fields.join(', ')}`;
      return `${placeIn(file, line)}: ${what}: ${name}${which}`;
    });

export interface ScheduleReport extends FileReport {
  sessions: number;
  added: number;
  changed: number;
  /** Taken off the schedule, and of these after they should have begun. */
  cancelled: number;
  late: number;
  /** Session by session, where a preview was asked for. */
  rows: readonly { line: number; what: string; session: string; fields: readonly string[] }[];
}

/** What an import of a schedule did, or would do. */
export const formatScheduleReport = (files: readonly ScheduleReport[]): string => {
  const sum = (of: 'sessions' | 'added' | 'changed' | 'cancelled' | 'late'): number =>
    files.reduce((all, file) => all + file[of], 0);
  const changes = [
    [sum('added'), 'added'],
    [sum('changed'), 'changed'],
    [sum('cancelled'), 'taken off'],
    [sum('late'), 'of these after they should have begun'],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  return [
    `sessions: ${sum('sessions')} scheduled; problems: ${total(files)}`,
    ...(changes.length === 0 ? [] : [`of them: ${changes.join(', ')}`]),
    ...files.flatMap(formatProblems),
    ...files.flatMap(({ rows, ...file }) =>
      rows.map(({ line, what, session, fields }) => {
        const which = fields.length === 0 ? '' : `: ${fields.join(', ')}`;
        return `${placeIn(file, line)}: ${what}: ${session}${which}`;
      }),
    ),
  ].join('\n');
};
