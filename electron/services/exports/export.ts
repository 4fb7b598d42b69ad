import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AskedRows, Days, Only } from '../../../core/exports/view.ts';
import type { TableName } from '../../../core/exports/words.ts';
import type { Actor } from '../../../core/log/entry.ts';
import { signNow } from '../../log/checkpoint.ts';
import { wallTime } from '../../log/clock.ts';
import { record } from '../../log/record.ts';
import { addAnchor } from '../../store/checkpoints.ts';
import { openReader } from '../../store/open.ts';
import { type Device, databaseFile } from '../device.ts';
import { type NewFile, newFile } from './file.ts';
import { nobodyListens } from './listener.ts';
import { sourceOf } from './source.ts';
import { exportedEvent } from './told.ts';

export interface Exported {
  /** Rows, without the line that names the columns. */
  rows: number;
  /** SHA-256 of the bytes, hexadecimal. */
  digest: string;
}

/** Of every unit, place and kind. */
export const ofAll: Only = { unit: null, place: null, kind: null };

/**
 * Writes rows of the record to a file or a stream, in the form that was asked for. All is read in one moment of the
 * database: what is text twice, first to digest it, so that the log says what leaves before anything does, then to write
 * it. A workbook has the checkpoint of a record that was signed for it, which is an anchor from then on. Nothing
 * half-written stays under the name. Throws Problem, or what the file system or the database says.
 */
export const exportRows = async (
  device: Device,
  asked: AskedRows,
  to: string | Writable,
  actor: Actor,
): Promise<Exported> => {
  const file = typeof to === 'string' ? newFile(to, device.folder) : streamed(to);
  try {
    if (asked.format === 'xlsx') signNow(device);
    const db = openReader(databaseFile(device.folder));
    try {
      const at = wallTime(device.clock.now());
      const { rows, size, pieces } = await sourceOf(db, asked, { app: device.app, made: at }, nobodyListens);
      const done = { rows, digest: digestOf(pieces()) };
      const event = exportedEvent(asked, { ...done, size });
      record(device, { id: device.newId(), actor, events: [event] }, (writer) => {
        if (size !== undefined) addAnchor(writer, { size, way: 'exported', at, cosignature: null });
      });
      await file.write(pieces());
      return done;
    } finally {
      db.close();
    }
  } finally {
    file.discard();
  }
};

/** Writes a table of these days as CSV, as `exportRows` does. */
export const exportTable = (
  device: Device,
  { table, from, to: through }: Days & { table: TableName },
  to: string | Writable,
  actor: Actor,
): Promise<Exported> => exportRows(device, { format: 'csv', table, from, to: through, ...ofAll }, to, actor);

/** Writes the introductions of these days, as `exportTable` does. */
export const exportIntroductions = (device: Device, days: Days, to: string | Writable): Promise<Exported> =>
  exportTable(device, { table: 'introductions', ...days }, to, { kind: 'command-line' });

const digestOf = (pieces: Iterable<Uint8Array>): string => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

export const streamed = (stream: Writable): NewFile => ({
  write: (all) => pipeline(Readable.from(all, { objectMode: false }), stream, { end: false }),
  discard: () => {},
});
