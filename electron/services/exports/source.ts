import type { AskedRows } from '../../../core/exports/view.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import type { Reader } from '../../store/open.ts';
import type { Maker } from './about-sheet.ts';
import { fhirSource } from './fhir/source.ts';
import { tablePieces } from './lines.ts';
import type { Listener, Source } from './listener.ts';
import { tables } from './tables.ts';
import { wantedOf } from './wanted.ts';
import { countRows, workbookOf } from './workbook.ts';

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
      return fhirSource(db, asked, { progress, allRead });
  }
};
