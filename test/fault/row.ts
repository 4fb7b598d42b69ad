/** One line of the table: a kind of fault, how often it was tried, and what came of it. */
export interface Row {
  kind: string;
  tried: number;
  /** What was acknowledged and is missing. */
  lost: number;
  /** What was said to be recorded, or done, and is not. */
  falselyConfirmed: number;
  /** Records that cannot be opened, or whose database is not sound. */
  unreadable: number;
  /** Whatever else is not as promised: what does not agree, ends with a stack, is said wrongly. */
  wrong: number;
  notes: string;
  /** Of what was lost or wrong, in words. */
  troubles: string[];
  /** Of which sum of the last line it is a part. */
  counts: 'states' | 'kills' | 'injections' | 'spoiled';
}

const columns = ['kind', 'tried', 'lost', 'false', 'unreadable', 'wrong', 'notes'];

const cellsOf = (row: Row): string[] => [
  row.kind,
  ...[row.tried, row.lost, row.falselyConfirmed, row.unreadable, row.wrong].map(String),
  row.notes,
];

/** The rows as a table in Markdown, so that it can stand in a page as it is. */
export const table = (rows: readonly Row[]): string => {
  const cells = [columns, ...rows.map(cellsOf)];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
};

const sum = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** How often at least each kind of fault must have been tried. */
export type Least = Record<'states' | 'kills' | 'injections', number>;

/** The last line, and why the run is not good; nothing where it is. */
export const verdict = (rows: readonly Row[], least: Least): { line: string; failures: string[] } => {
  const tried = (what: Row['counts']): number =>
    sum(
      rows.filter(({ counts }) => counts === what),
      (row) => row.tried,
    );
  const bad = {
    lost: sum(rows, (row) => row.lost),
    false: sum(rows, (row) => row.falselyConfirmed),
    unreadable: sum(rows, (row) => row.unreadable),
    wrong: sum(rows, (row) => row.wrong),
  };
  const line =
    `states ${tried('states')}, kills ${tried('kills')}, injections ${tried('injections')}, ` +
    `lost ${bad.lost}, false ${bad.false}, unreadable ${bad.unreadable}`;
  const failures = [
    ...Object.entries(bad).flatMap(([what, count]) => (count === 0 ? [] : [`${what}: ${count}`])),
    ...(['states', 'kills', 'injections'] as const).flatMap((what) =>
      tried(what) < least[what] ? [`${what}: ${tried(what)}, fewer than ${least[what]}`] : [],
    ),
  ];
  return { line, failures };
};
