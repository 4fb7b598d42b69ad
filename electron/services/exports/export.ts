import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '../../../core/log/entry.ts';
import { record } from '../../log/record.ts';
import { openReader } from '../../store/open.ts';
import { type Device, databaseFile } from '../device.ts';
import { type NewFile, newFile } from './file.ts';
import type { Days } from './introductions.ts';
import { type CsvTable, tableLines } from './tables.ts';

export interface Exported {
  /** Rows, without the line that names the columns. */
  rows: number;
  /** SHA-256 of the bytes, hexadecimal. */
  digest: string;
}

/**
 * Writes a table of these days as CSV to a file or a stream. Reads it twice in one moment of the
 * database: first to count and digest, so that the log says what leaves before anything does, then to write.
 * Nothing half-written stays under the name. Throws Problem, or what the file system or the database says.
 */
export const exportTable = async (
  device: Device,
  { table, ...days }: Days & { table: CsvTable },
  to: string | Writable,
  actor: Actor,
): Promise<Exported> => {
  const file = typeof to === 'string' ? newFile(to, device.folder) : streamed(to);
  const db = openReader(databaseFile(device.folder));
  try {
    const done = measured(tableLines(db, table, days));
    // What older versions wrote, without a table, is of introductions.
    const of = table === 'introductions' ? {} : { table };
    const event = {
      type: 'exported' as const,
      ids: {},
      data: { format: 'csv' as const, ...days, ...done, ...of },
    };
    record(device, { id: device.newId(), actor, events: [event] });
    await file.write(pieces(tableLines(db, table, days)));
    return done;
  } finally {
    db.close();
    file.discard();
  }
};

/** Writes the introductions of these days, as `exportTable` does. */
export const exportIntroductions = (
  device: Device,
  { from, to: through }: Days,
  to: string | Writable,
): Promise<Exported> =>
  exportTable(device, { table: 'introductions', from, to: through }, to, { kind: 'command-line' });

const measured = (lines: Iterable<string>): Exported => {
  const hash = createHash('sha256');
  let count = 0;
  for (const line of lines) {
    hash.update(line);
    count += 1;
  }
  return { rows: count - 1, digest: hash.digest('hex') };
};

const pieceLength = 64 * 1024;

/** Lines in pieces of a size that is worth writing. */
function* pieces(lines: Iterable<string>): Generator<Uint8Array> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < pieceLength) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

export const streamed = (stream: Writable): NewFile => ({
  write: (all) => pipeline(Readable.from(all, { objectMode: false }), stream, { end: false }),
  discard: () => {},
});
