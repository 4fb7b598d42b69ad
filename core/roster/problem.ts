/** Something in a file that a person should know of. An error keeps its row out; a note does not. */
export interface Problem {
  /** Line of the file, from 1, where the row begins; a quoted line break counts. */
  line: number;
  what: string;
  whatToDo: string;
  severity: 'error' | 'note';
  /** The number by which an answer of a person names it, where that is not the line. */
  row?: number;
  /** An error of this kind: two things that are known do not agree, and a person must say which is right. */
  conflict?: true;
  /**
   * What a person can answer, where they see it on a screen: which sheet, what the columns are, the order of names; or that
   * it is the same person with a new name.
   */
  ask?: 'sheet' | 'columns' | 'names' | 'renamed';
}

export const error = (line: number, what: string, whatToDo: string): Problem => ({
  line,
  what,
  whatToDo,
  severity: 'error',
});

export const conflict = (line: number, what: string, whatToDo: string): Problem => ({
  ...error(line, what, whatToDo),
  conflict: true,
});

export const note = (line: number, what: string, whatToDo: string): Problem => ({
  line,
  what,
  whatToDo,
  severity: 'note',
});

const longestQuote = 40;
const unseen = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;

/**
 * A text from a file as a message may show it: in quotes, shortened, and with what a terminal would obey or hide
 * written out.
 */
export const quoted = (text: string): string => {
  const points = [...text.toWellFormed()];
  return quotedWhole(
    points.length > longestQuote ? `${points.slice(0, longestQuote).join('')}…` : points.join(''),
  );
};

/** The same of what is short enough to be said whole, such as a name that was checked. */
export const quotedWhole = (text: string): string => {
  const seen = text.replace(unseen, (point) => `\\u{${point.codePointAt(0)?.toString(16) ?? ''}}`);
  return `“${seen}”`;
};

/** “a”, “b” and “c”. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** “line 3”, “lines 3, 7 and 9”, “lines 3, 7, 9 and 41 more”; `count` where only the first of them are given. */
export const linesOf = (lines: readonly number[], count = lines.length): string => {
  const few = lines.slice(0, 3).map(String);
  if (count > few.length) few.push(`${count - few.length} more`);
  return `${count === 1 ? 'line' : 'lines'} ${listed(few)}`;
};

/** The lines of a group of rows without `own`; in the same time for a group of twenty thousand as of two. */
export const otherLinesOf = (group: readonly { line: number }[], own: number): string => {
  const first = group.slice(0, 4).map(({ line }) => line);
  return linesOf(
    first.filter((line) => line !== own),
    group.length - 1,
  );
};
