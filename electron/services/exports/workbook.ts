import { setImmediate } from 'node:timers/promises';
import writeWorkbook, { type Cell, type Sheet } from 'write-excel-file/node';
import type { AskedRows } from '../../../core/exports/view.ts';
import { mostInWorkbook, type TableName } from '../../../core/exports/words.ts';
import type { Wanted } from '../../store/exports.ts';
import type { Reader } from '../../store/open.ts';
import { type AboutLine, aboutLines, type Maker } from './about-sheet.ts';
import type { Value } from './columns.ts';
import { tables } from './tables.ts';
import { TooManyRows } from './too-many-rows.ts';
import { wantedOf } from './wanted.ts';

/** The sheets after the first, in order. */
const sheets: readonly { table: TableName; title: string }[] = [
  { table: 'summary', title: 'Summary' },
  { table: 'introductions', title: 'Introductions' },
  { table: 'participants', title: 'Participants' },
  { table: 'sessions', title: 'Sessions' },
  { table: 'schedule', title: 'Schedule' },
];

const days = new Set(['day', 'date']);
const moments = new Set(['opened', 'closed', 'started', 'recorded', 'left', 'scheduled_for']);

/** A wall time as a spreadsheet has it, without an offset: its digits are those of the text. */
const onTheWall = (text: string): Date => new Date(`${text.slice(0, 19).replace(' ', 'T')}Z`);

/**
 * A cell that a spreadsheet takes for what it is. Text is always said to be text: nothing becomes a formula, whatever it
 * begins with.
 */
const cellOf = (column: string, value: Value): Cell => {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { type: Number, value };
  if (typeof value === 'boolean') return { type: String, value: value ? 'yes' : 'no' };
  const isDay = days.has(column);
  if (!isDay && !moments.has(column)) return { type: String, value };
  const date = onTheWall(isDay ? `${value}T00:00:00` : value.length === 16 ? `${value}:00` : value);
  if (Number.isNaN(date.getTime())) return { type: String, value };
  return { type: Date, value: date, format: isDay ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' };
};

const heading = (value: string): Cell => ({ type: String, value, fontWeight: 'bold' });

const widthOf = (column: string): number => (moments.has(column) ? 19 : Math.max(11, column.length + 2));

const aboutSheet = (lines: readonly AboutLine[]): Sheet<never> => ({
  sheet: 'About',
  columns: [{ width: 22 }, { width: 28 }, { width: 80 }],
  data: lines.map((line) =>
    'heading' in line ? [heading(line.heading)] : line.cells.map((cell) => cellOf('', cell)),
  ),
});

/** How many rows there will be, which refuses what is more than a workbook takes. */
export const countRows = (db: Reader, wanted: Wanted): number => {
  const counts = sheets.map(({ table }) => tables[table].count(db, wanted));
  const most = Math.max(...counts);
  if (most > mostInWorkbook) throw new TooManyRows('xlsx', most);
  return counts.reduce((sum, count) => sum + count, 0);
};

/**
 * A workbook of all tables with a first sheet that says what it is. `sofar` is told how many rows were read; `allRead` once
 * nothing more is wanted of the database. What it takes in memory grows with the rows: see
 * `countRows`.
 */
export const workbookOf = async (
  db: Reader,
  asked: AskedRows,
  maker: Maker,
  { sofar, allRead }: { sofar: (rows: number) => void; allRead: () => void },
): Promise<{ bytes: Uint8Array; rows: number }> => {
  const wanted = wantedOf(asked);
  let rows = 0;
  const filled = [];
  for (const { table, title } of sheets) {
    const { columns, rows: rowsOf } = tables[table];
    const data: Cell[][] = [columns.map(heading)];
    for (const row of rowsOf(db, wanted)) {
      data.push(row.map((value, index) => cellOf(columns[index] ?? '', value)));
      rows += 1;
      if (rows % 1000 === 0) sofar(rows);
    }
    const widths = columns.map((column) => ({ width: widthOf(column) }));
    filled.push({ table, title, count: data.length - 1, sheet: { sheet: title, data, columns: widths } });
  }
  sofar(rows);
  const about = aboutLines(
    db,
    asked,
    maker,
    filled.map(({ table, title, count }) => ({ table, title, rows: count })),
  );
  allRead();
  // What was said of it goes out before the thread is busy.
  await setImmediate();
  const tablesSheets = filled.map(({ sheet }) => ({ ...sheet, stickyRowsCount: 1 }));
  const bytes = await writeWorkbook([aboutSheet(about), ...tablesSheets]).toBuffer();
  return { bytes, rows };
};
