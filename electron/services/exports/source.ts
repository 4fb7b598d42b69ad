import type { AskedRows, Progress } from '../../../core/exports/view.ts';
import { Problem } from '../../problem.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import type { Reader } from '../../store/open.ts';
import type { Maker } from './about-sheet.ts';
import { tablePieces } from './lines.ts';
import { tables } from './tables.ts';
import { wantedOf } from './wanted.ts';
import { countRows, workbookOf } from './workbook.ts';

/** What a file is made of. */
export interface Source {
  /** Rows, without a line that names the columns. */
  rows: number;
  /** All of its bytes, the same each time. */
  pieces: () => Iterable<Uint8Array>;
  /** How far the record went, where the file has its checkpoint. */
  size?: number;
}

/** Is told how far it is; throws where it is no longer wanted. */
export interface Listener {
  progress: (progress: Progress) => void;
  /** Nothing more is wanted of the database. */
  allRead: () => void;
}

export const nobodyListens: Listener = { progress: () => {}, allRead: () => {} };

/**
 * Rows of the record in this connection, in the form that was asked for. Text is read again for every time that its pieces
 * are asked for, a few at a time; a workbook is made once, in memory. Throws TooManyRows, and what the database says.
 */
export const sourceOf = async (
  db: Reader,
  asked: AskedRows,
  maker: Maker,
  { progress, allRead }: Listener,
): Promise<Source> => {
  const wanted = wantedOf(asked);
  switch (asked.format) {
    case 'csv':
    case 'ndjson': {
      const { format, table } = asked;
      const { columns, rows: rowsOf, count } = tables[table];
      const rows = count(db, wanted);
      const sofar = (done: number) => progress({ stage: 'rows', rows: done, of: rows });
      sofar(0);
      return { rows, pieces: () => tablePieces(format, { columns, rows: rowsOf(db, wanted) }, sofar) };
    }
    case 'xlsx': {
      const of = countRows(db, wanted);
      const sofar = (done: number) => progress({ stage: 'rows', rows: done, of });
      sofar(0);
      const size = lastCheckpoint.get(db, {})?.size;
      const { bytes, rows } = await workbookOf(db, asked, maker, {
        sofar,
        allRead: () => {
          progress({ stage: 'packing', rows: of, of });
          allRead();
        },
      });
      return { rows, pieces: () => [bytes], ...(size === undefined ? {} : { size }) };
    }
    case 'fhir':
      throw new Problem('FHIR cannot be written yet.');
  }
};
