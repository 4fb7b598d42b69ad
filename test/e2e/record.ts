import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { decodeEntry, type Entry } from '../../core/log/entry.ts';
import { wallTime } from '../../electron/log/clock.ts';
import { databaseFile } from '../../electron/services/device.ts';
import { allEntries } from '../../electron/store/log.ts';
import { openReader } from '../../electron/store/open.ts';
import { expect } from './kiosk-test.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command of the command line and gives what it printed. Throws with what it complained about. */
export const kioskCommand = async (...words: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, ['electron/cli.ts', ...words], { cwd: root })).stdout;

/** The entries of the log of this type, in order. */
export const loggedIn = <Type extends Entry['type']>(folder: string, type: Type) => {
  const db = openReader(databaseFile(folder));
  const entries = allEntries.all(db, {}).map(({ bytes }) => decodeEntry(bytes));
  db.close();
  return entries.filter((entry): entry is Extract<Entry, { type: Type }> => entry.type === type);
};

export const today = (): string => wallTime(new Date()).slice(0, 10);

type Line = Record<string, string>;

/** The introductions of today as the command line exports them, line by line, in columns. */
export const exportedLines = async (folder: string): Promise<Line[]> => {
  const words = ['--data', folder, '--format', 'csv', '--from', today(), '--to', today(), '--out', '-'];
  const text = await kioskCommand('export', ...words);
  return Papa.parse<Line>(text.replace('\ufeff', '').trimEnd(), { header: true }).data;
};

const idColumns = ['session', 'round', 'participant'];
const timeColumns = ['opened', 'started', 'recorded', 'seconds', 'round_seconds', 'log_seq'];
/** What stands in every line, where nothing else is expected. */
const usually = { part: '', met_before: 'no', left_out: 'no', recall: '' };
const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/u;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * The lines are these, in every column. `order` says in which order they were tapped, as places among the lines; that
 * order, the form of times and the ids that belong together are all that is known of the columns that are not given.
 */
export const expectLines = (lines: Line[], expected: Line[], order = expected.map((_, at) => at)): void => {
  const given = (line: Line) =>
    Object.fromEntries(
      Object.entries(line).filter(([column]) => !idColumns.includes(column) && !timeColumns.includes(column)),
    );
  expect(lines.map(given)).toEqual(expected.map((line) => ({ ...usually, ...line })));
  expect(new Set(lines.map((line) => `${line.session} ${line.opened}`)).size).toBe(1);
  for (const line of lines) {
    for (const column of idColumns) expect(line[column]).toMatch(uuid);
    for (const column of ['opened', 'started', 'recorded']) expect(line[column]).toMatch(wall);
    for (const column of ['seconds', 'round_seconds']) expect(line[column]).toMatch(/^\d+(\.\d)?$/u);
    expect(momentOf(line, 'opened')).toBeLessThanOrEqual(momentOf(line, 'started'));
    expect(momentOf(line, 'started')).toBeLessThanOrEqual(momentOf(line, 'recorded'));
  }
  const bySeq = [...lines.keys()].sort(
    (one, other) => Number(lines[one]?.log_seq) - Number(lines[other]?.log_seq),
  );
  expect(bySeq).toEqual(order);
  // One id for one round, and one for one person in all of them.
  expect(new Set(lines.map((line) => line.round)).size).toBe(
    runsOf(lines.map((line) => line.round_kind ?? '')),
  );
  const people = new Set(lines.map((line) => line.participant));
  expect(new Set(lines.map((line) => `${line.participant} ${line.role} ${line.learner}`)).size).toBe(
    people.size,
  );
};

const momentOf = (line: Line, column: string): number => Date.parse(line[column] ?? '');

/** How often the next one is another than the one before, and the first. */
const runsOf = (texts: string[]): number => texts.filter((text, at) => text !== texts[at - 1]).length;
