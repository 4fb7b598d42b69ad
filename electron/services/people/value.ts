import * as z from 'zod';
import { handFields } from '../../../core/people/edit.ts';

const text = z.string().nullable();
const away = z.union([z.literal(0), z.literal(1)]);
const origin = z.enum(['import', 'visitor', 'demo']);
const said = {
  ...{ preferred: text, say_it: text, credentials: text, title: text, languages: z.string(), names: text },
  ...{ photo: text, photo_date: text, masked_photo: text, masked_photo_date: text, origin },
};
const mergeable = z.object({ ...said, pronouns: text, line: text, name_sound: text, own: z.string() });
const byHand = z
  .object({
    ...{ ...said, given: z.string(), family: text, role: z.string() },
    ...{ on_leave: away, leave_from: text, leave_until: text },
  })
  .partial();
const removed = mergeable.extend({
  ...{ id: z.string(), given: z.string(), family: text, role: z.string(), search: z.string() },
  ...{ on_leave: away, leave_from: text, leave_until: text, retired_at: text },
  ...{ by_hand: z.string(), added_at: z.string() },
});
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const numbers = z.array(z.object({ hash: hex, system: z.string() }));

/** What a change by hand can be put back by, as person_change keeps it. */
export const changeValue = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changed'),
    fields: z.array(z.enum(handFields)),
    before: byHand,
    after: byHand,
  }),
  z.object({ kind: z.literal('added') }),
  z.object({ kind: z.literal('removed'), row: removed, badges: z.array(hex), numbers }),
  z.object({ kind: z.literal('retired') }),
  z.object({ kind: z.literal('returned') }),
  z.object({ kind: z.literal('badge'), badge: hex, from: z.string().nullable() }),
  z.object({ kind: z.literal('badges-taken'), badges: z.array(hex) }),
  z.object({
    kind: z.literal('merged'),
    double: z.string(),
    /** How it stood with the double before. */
    retired: z.string().nullable(),
    before: mergeable,
    after: mergeable,
    ...{ badges: z.array(hex), numbers: z.array(hex), carried: z.array(z.string()) },
  }),
  z.object({ kind: z.literal('told-apart'), other: z.string() }),
]);
export type ChangeValue = z.infer<typeof changeValue>;

export const inHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const fromHex = (text: string): Uint8Array => Buffer.from(text, 'hex');
