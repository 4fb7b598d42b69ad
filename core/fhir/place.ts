import type { Problem } from '../roster/problem.ts';

/** One of the files that are read together. */
export interface FileName {
  name: string;
  /** What its places count: the entries of a Bundle or the lines of NDJSON; a single resource has only one. */
  counts: 'entries' | 'lines' | 'nothing';
}

/** Where in the files something stands: the file, from 0, and the entry or line in it, from 1. */
export interface Place {
  file: number;
  at: number;
}

/** A problem with its file; its `line` is the entry of a Bundle, or the line of NDJSON. */
export interface FhirProblem extends Problem {
  file: number;
}

export const errorAt = ({ file, at }: Place, what: string, whatToDo: string): FhirProblem => ({
  ...{ file, line: at, what, whatToDo, severity: 'error' },
});

export const noteAt = ({ file, at }: Place, what: string, whatToDo: string): FhirProblem => ({
  ...{ file, line: at, what, whatToDo, severity: 'note' },
});

/** A place as a sentence names it that stands at another: “entry 3”, “b.ndjson line 7”. */
export const placeInWords = (files: readonly FileName[], { file, at }: Place, from: Place): string => {
  const { name, counts } = files[file] ?? { name: '', counts: 'nothing' };
  const inside = counts === 'nothing' ? '' : `${counts === 'entries' ? 'entry' : 'line'} ${at}`;
  return [file === from.file && inside !== '' ? '' : name, inside].filter((word) => word !== '').join(' ');
};

export const samePlace = (one: Place, two: Place): boolean => one.file === two.file && one.at === two.at;

export const byPlace = (one: Place, two: Place): number => one.file - two.file || one.at - two.at;
