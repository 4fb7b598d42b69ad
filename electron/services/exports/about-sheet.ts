import type { AskedRows } from '../../../core/exports/view.ts';
import type { TableName } from '../../../core/exports/words.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import type { Reader } from '../../store/open.ts';
import { isAllInvented, placeNames, unitNames } from '../../store/reports.ts';
import { meaningOf, rowOf } from './meanings.ts';
import { tables } from './tables.ts';

/** Who makes a file, and when. */
export interface Maker {
  /** The version of the program. */
  app: string;
  /** Wall time with offset. */
  made: string;
}

/** A line of the first sheet: a heading, or up to three cells. */
export type AboutLine = { heading: string } | { cells: readonly (string | number)[] };

const all = 'all';

/** What a workbook says of itself: what it is of, when it was made, how far the record went, what each column holds. */
export const aboutLines = (
  db: Reader,
  asked: AskedRows,
  { app, made }: Maker,
  sheets: readonly { table: TableName; title: string; rows: number }[],
): AboutLine[] => {
  const { from, to, unit, place, kind } = asked;
  const checkpoint = lastCheckpoint.get(db, {});
  const line = (...cells: (string | number)[]): AboutLine => ({ cells });
  return [
    { heading: 'Introductions of the care team' },
    line(
      'From Bedside Hello: who introduced themselves to patients and to each other. No names of people leave.',
    ),
    ...(isAllInvented(db) ? [line('Everything in it is invented: a demonstration, or a simulation.')] : []),
    line(''),
    line('Days', `${from} to ${to}, both included, by the clock on the wall`),
    line('Unit', unit === null ? all : (unitNames.all(db, {}).find(({ id }) => id === unit)?.name ?? unit)),
    line(
      'Place',
      place === null ? all : (placeNames.all(db, {}).find(({ id }) => id === place)?.name ?? place),
    ),
    line('Kind', kind ?? all),
    line('Made', made),
    line('Program', `Bedside Hello ${app}`),
    line(''),
    { heading: 'The sheets' },
    ...sheets.map(({ table, title, rows }) => line(title, rows, rowOf[table])),
    line(''),
    { heading: 'How far the record went' },
    line('Keep this. By it anybody can tell later whether the record was changed since: see for-auditors.'),
    ...(checkpoint === undefined
      ? []
      : checkpoint.note
          .trimEnd()
          .split('\n')
          .map((text) => line(text))),
    line(''),
    { heading: 'What the columns hold' },
    line('Moments are by the clock on the wall of the place. Counts are of rows; for rates, make a report.'),
    ...sheets.flatMap(({ table, title }) =>
      tables[table].columns.map((column) => line(title, column, meaningOf(table, column))),
    ),
  ];
};
