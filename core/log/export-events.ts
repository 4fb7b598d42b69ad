import * as z from 'zod';
import { exportFormats, tableNames } from '../exports/words.ts';
import { opaqueId as id } from '../session/ids.ts';
import { sessionKinds } from '../session/words.ts';
import { count, day, digest, manager } from './event-fields.ts';

/** What left the device in files; a part of the catalogue of device events. */
export const exportEvents = {
  exported: {
    meaning:
      'Records left the device in a file: a table as CSV or NDJSON (introductions, where none is named), a workbook of all tables, resources of FHIR R4, or a bundle that can be verified (without days: of the whole record or of one session). Where a unit, a place or a kind is named, only what is of it. The digest is the SHA-256 of its bytes, `size` how far the record went where the file has its checkpoint.',
    by: manager,
    ids: z.strictObject({ session: id.optional(), unit: id.optional(), place: id.optional() }),
    data: z.strictObject({
      format: z.enum(exportFormats),
      from: day.nullable(),
      to: day.nullable(),
      rows: count,
      digest,
      size: count.optional(),
      table: z.enum(tableNames).optional(),
      kind: z.enum(sessionKinds).optional(),
    }),
  },
} as const;
