import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Actor } from '../../../../core/log/entry.ts';
import { record } from '../../../log/record.ts';
import { Problem } from '../../../problem.ts';
import { openReader, type Reader } from '../../../store/open.ts';
import { type Device, databaseFile } from '../../device.ts';
import { type Exported, streamed } from '../export.ts';
import { newFile } from '../file.ts';
import { type FhirAsked, fhirPieces } from './lines.ts';

export interface ExportedFhir extends Exported {
  /** Resources are `rows`. */
  bundles: number;
}

/** As many as one transaction may have; a server that takes more is rare. */
export const mostInOne = 5000;

/**
 * Writes the rounds of the sessions that opened on these days as FHIR R4, to a file or a stream: as docs/exporting-fhir.md
 * tells it. Reads them twice in one moment of the database: first to count and digest, so that the log says what leaves
 * before anything does, then to write. Nothing half-written stays under the name. Throws Problem, as where one transaction
 * would have more than `mostInOne` resources, or what the file system or the database says.
 */
export const exportFhir = async (
  device: Device,
  asked: FhirAsked,
  to: string | Writable,
  actor: Actor,
): Promise<ExportedFhir> => {
  const file = typeof to === 'string' ? newFile(to, device.folder) : streamed(to);
  const db = openReader(databaseFile(device.folder));
  try {
    const { bundles, ...done } = await measured(db, asked);
    const { from, to: through } = asked;
    const event = {
      type: 'exported' as const,
      ids: only(asked),
      data: {
        format: 'fhir' as const,
        from,
        to: through,
        ...done,
        ...(asked.kind == null ? {} : { kind: asked.kind }),
      },
    };
    record(device, { id: device.newId(), actor, events: [event] });
    await file.write(bytes(db, asked));
    return { ...done, bundles };
  } finally {
    db.close();
    file.discard();
  }
};

/** Of what only, as the log says it. */
const only = ({ unit, place }: FhirAsked) => ({
  ...(unit == null ? {} : { unit }),
  ...(place == null ? {} : { place }),
});

const measured = async (db: Reader, asked: FhirAsked): Promise<ExportedFhir> => {
  const hash = createHash('sha256');
  const done = { rows: 0, bundles: 0 };
  for (const { text, resources, bundles } of fhirPieces(db, asked)) {
    hash.update(text);
    done.rows += resources;
    done.bundles += bundles;
    if (asked.form === 'bundle' && done.rows > mostInOne)
      throw new Problem(
        `These days have more than ${mostInOne} resources, which is too much for one transaction: ask for fewer days, or for NDJSON.`,
      );
    await setImmediate();
  }
  return { ...done, digest: hash.digest('hex') };
};

function* bytes(db: Reader, asked: FhirAsked): Generator<Uint8Array> {
  for (const { text } of fhirPieces(db, asked)) yield Buffer.from(text);
}
