import type { Problem } from './problem.ts';

export interface FileReport {
  /** The name of the file as it was given. */
  file: string;
  problems: readonly Problem[];
}

/** Each problem as `FILE:LINE: what and what to do`, errors before notes, then by line. */
const formatProblems = ({ file, problems }: FileReport): string[] =>
  [...problems]
    .sort((a, b) => rank(a) - rank(b) || a.line - b.line)
    .map(({ line, what, whatToDo, severity }) => {
      const kind = severity === 'note' ? 'note: ' : '';
      return `${file}:${line}: ${kind}${what} ${whatToDo}`;
    });

const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);

const total = (files: readonly FileReport[]): number =>
  files.reduce((sum, { problems }) => sum + problems.length, 0);

/** What an import of people did, or would do, in as many files as there were. */
export const formatReport = (
  files: readonly (FileReport & { added: number; changed: number; skipped: number })[],
): string => {
  const sum = (of: 'added' | 'changed' | 'skipped'): number => files.reduce((all, file) => all + file[of], 0);
  return [
    `people: ${sum('added')} added, ${sum('changed')} changed, ${sum('skipped')} skipped; problems: ${total(files)}`,
    ...files.flatMap(formatProblems),
  ].join('\n');
};

/** What an import of a schedule did, or would do. */
export const formatScheduleReport = (files: readonly (FileReport & { sessions: number })[]): string =>
  [
    `sessions: ${files.reduce((all, { sessions }) => all + sessions, 0)} scheduled; problems: ${total(files)}`,
    ...files.flatMap(formatProblems),
  ].join('\n');
