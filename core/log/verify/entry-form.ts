import * as z from 'zod';
import { uuid } from '../../session/ids.ts';
import { wallTimeInMilliseconds } from '../bundle/forms.ts';
import { readCanonical, readText } from '../bundle/read-json.ts';

const whole = z.int().min(0);
const object = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/**
 * The form of an entry as record-format.md tells it, and nothing more: a verifier checks what is in the record, also what
 * a later version wrote into it. What each type may say is the catalogue's (entry.ts).
 */
const form = z.strictObject({
  v: z.literal(1),
  log: uuid,
  seq: whole.min(1),
  event: uuid,
  part: whole,
  at: wallTimeInMilliseconds,
  boot: uuid,
  /** A field like others: nothing is counted with it. */
  mono: z.number().min(0),
  actor: object,
  type: z.string(),
  ids: object,
  data: object,
  // 22 digits have 132 bits: the last four are zero.
  salt: z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/),
  app: z.string(),
});

export type EntryForm = z.infer<typeof form>;

/** The entry that these bytes are, or null. */
export const readEntry = (bytes: Uint8Array): EntryForm | null => {
  const text = readText(bytes);
  const parsed = form.safeParse(text === null ? null : readCanonical(text));
  return parsed.success ? parsed.data : null;
};
