/** Something in a file that a person should know of. An error keeps its row out; a note does not. */
export interface Problem {
  /** Line of the file, from 1, where the row begins; a quoted line break counts. */
  line: number;
  what: string;
  whatToDo: string;
  severity: 'error' | 'note';
}

export const error = (line: number, what: string, whatToDo: string): Problem => ({
  line,
  what,
  whatToDo,
  severity: 'error',
});

export const note = (line: number, what: string, whatToDo: string): Problem => ({
  line,
  what,
  whatToDo,
  severity: 'note',
});

const longestQuote = 40;
const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A text from a file as a message may show it: in quotes, shortened, and with what a terminal would obey or hide
 * written out.
 */
export const quoted = (text: string): string => {
  const points = [...text.toWellFormed()];
  const short = points.length > longestQuote ? [...points.slice(0, longestQuote), '…'] : points;
  const seen = short.join('').replace(unseen, (point) => `\\u{${point.codePointAt(0)?.toString(16) ?? ''}}`);
  return `“${seen}”`;
};

/** “a”, “b” and “c”. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** “line 3”, “lines 3, 7 and 9”, “lines 3, 7, 9 and 41 more”. */
export const linesOf = (lines: readonly number[]): string => {
  const few = lines.slice(0, 3).map(String);
  if (lines.length > few.length) few.push(`${lines.length - few.length} more`);
  return `${lines.length === 1 ? 'line' : 'lines'} ${listed(few)}`;
};
