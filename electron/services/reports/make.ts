import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { Actor } from '../../../core/log/entry.ts';
import { signNow } from '../../log/checkpoint.ts';
import { wallTime } from '../../log/clock.ts';
import { record } from '../../log/record.ts';
import { addAnchor } from '../../store/checkpoints.ts';
import type { Device } from '../device.ts';
import { streamed } from '../exports/export.ts';
import { newFile } from '../exports/file.ts';
import { readReport } from '../figures/read.ts';
import { csvOf } from './as-csv.ts';
import type { AskedReport, RatesDocument } from './document.ts';

export const reportFormats = ['json', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface Made {
  report: RatesDocument;
  /** One for all, and one for each group. */
  rows: number;
  /** SHA-256 of the bytes, hexadecimal. */
  digest: string;
}

/**
 * Writes a report of the rates to a file or a stream. The record is signed first, and a report in JSON carries that
 * checkpoint, which is an anchor from then on. The log says what leaves before anything does. Nothing half-written stays
 * under the name. Throws Problem, or what the file system or the database says.
 */
export const makeReport = async (
  device: Device,
  asked: AskedReport & { format: ReportFormat },
  to: string | Writable,
  actor: Actor,
): Promise<Made> => {
  const file = typeof to === 'string' ? newFile(to, device.folder) : streamed(to);
  try {
    const signed = signNow(device);
    const { format, from, to: through, by, withinUnit } = asked;
    const report = await readReport(device, { from, to: through, by, withinUnit, invented: asked.invented });
    const { invented } = report;
    const bytes = Buffer.from(format === 'csv' ? [...csvOf(report)].join('') : asJson(report, signed));
    const [rows, digest] = [1 + report.groups.length, createHash('sha256').update(bytes).digest('hex')];
    const size = format === 'json' ? { size: signed.size } : {};
    const data = { format, from, to: through, by, withinUnit, invented, rows, digest, ...size };
    const events = [{ type: 'report-made' as const, ids: {}, data }];
    record(device, { id: device.newId(), actor, events }, (db) => {
      const at = wallTime(device.clock.now());
      if (format === 'json') addAnchor(db, { size: signed.size, way: 'exported', at, cosignature: null });
    });
    await file.write([bytes]);
    return { report, rows, digest };
  } finally {
    file.discard();
  }
};

/** With how far the record went, and its checkpoint: whoever keeps the report can tell later whether it was changed. */
const asJson = (report: RatesDocument, { size, note }: { size: number; note: string }): string =>
  `${JSON.stringify({ ...report, record: { size, checkpoint: note } }, null, 2)}\n`;
