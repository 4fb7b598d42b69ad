import * as z from 'zod';
import { cardFields } from '../own-card.ts';
import { dimensions } from '../rates/breakdown.ts';
import { opaqueId as id, uuid } from '../session/ids.ts';
import { accessEvents } from './access-events.ts';
import {
  administrator,
  caregiver,
  code,
  count,
  day,
  device,
  digest,
  manager,
  managerOrDevice,
  none,
  nothing,
  seq,
  settingName,
  settingText,
  shiftText,
  whoever,
} from './event-fields.ts';
import { exportEvents } from './export-events.ts';
import { importEvents } from './import-events.ts';
import { peopleEvents } from './people-events.ts';
import { readingEvents } from './reading-events.ts';

/** A log as it stood: how many entries, and the root over them. */
const stand = z.strictObject({ log: uuid, size: count, root: digest });

/**
 * What can happen to the device, apart from any session: what it means, who may cause it, the ids it is about, what
 * it says. A schema only ever takes in more, for the entries of older versions stay.
 */
export const deviceEvents = {
  'log-created': {
    meaning:
      'A new log began on this device: because there was none, or because the database was damaged or missing; `before` is the last checkpoint known of the log that was there.',
    by: device,
    ids: none,
    data: z.strictObject({
      because: z.enum(['first', 'damaged', 'missing']).optional(),
      before: stand.nullable().optional(),
    }),
  },
  restored: {
    meaning:
      'The record was put back from a backup and goes on as a new log: the entries before this one are of the log `from` as the backup knew it; whatever that log recorded later is not here. The digest is the SHA-256 of the backup.',
    by: administrator,
    ids: none,
    data: z.strictObject({ from: uuid, size: count, root: digest, digest }),
  },
  'kiosk-started': {
    meaning: 'The kiosk started.',
    by: device,
    ids: none,
    data: z.strictObject({ host: z.enum(['electron', 'browser']), demo: z.boolean() }),
  },
  'kiosk-stopped': { meaning: 'The kiosk was stopped in order.', by: device, ...nothing },
  'kiosk-crashed': {
    meaning:
      'The run of the kiosk before this one was not stopped in order: it crashed, or the power was cut.',
    by: device,
    ...nothing,
  },
  'clock-jumped': {
    meaning:
      'The wall clock moved by so many milliseconds (forward, or back if negative) more than time went by: it was set, or the device slept.',
    by: whoever,
    ids: none,
    data: z.strictObject({ ms: z.int() }),
  },
  'recording-resumed': {
    meaning:
      'Recording works again: for so many seconds the kiosk showed the team and said that it could not record, for this reason. What happened to the device meanwhile stands before this entry; `leftOut` more of it was too much to keep.',
    by: device,
    ids: none,
    data: z.strictObject({ seconds: count, because: code, leftOut: count.optional() }),
  },
  ...accessEvents,
  ...peopleEvents,
  'person-added': {
    meaning: 'An unlisted visitor was typed in.',
    by: whoever,
    ids: z.strictObject({ person: id }),
    data: none,
  },
  'card-opened': {
    meaning:
      'Somebody opened their own card, to change it: by their badge, by their name and PIN, or on a demo device by their picture.',
    by: caregiver,
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ way: z.enum(['badge', 'pin', 'demo']) }),
  },
  'card-not-opened': {
    meaning:
      'Somebody tried to open their own card and could not; the person is known only where what was typed names one. `failures` is how often in a row their PIN was wrong. Of the attempts during one wait, or with a badge that nobody has, only the first is told; `turnedAway` is how many more there were.',
    by: ['bedside'],
    ids: z.strictObject({ person: id.optional() }),
    data: z.strictObject({ failures: count, why: code, turnedAway: count.optional() }),
  },
  'card-changed': {
    meaning: 'Somebody changed their own card: which parts of it, never what they say.',
    by: caregiver,
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ fields: z.array(z.enum(cardFields)).min(1) }),
  },
  'suggestion-left': {
    meaning: 'Somebody said what does not work. Who is not known, and what is not here.',
    by: ['bedside'],
    ids: z.strictObject({ suggestion: id }),
    data: none,
  },
  'suggestions-read': {
    meaning: 'What people said does not work was read, so many of them.',
    by: manager,
    ids: none,
    data: z.strictObject({ count }),
  },
  ...importEvents,
  'settings-changed': {
    meaning:
      'Settings were changed; which ones, and for each what it was and what it is. Of a folder only whether there is one; `unreadable` is what could not be read, in the place of which the safe value held. Entries of older versions do not say the values.',
    by: whoever,
    ids: none,
    data: z.strictObject({
      settings: z.array(settingName).min(1),
      changes: z
        .array(z.strictObject({ setting: settingName, from: settingText, to: settingText }))
        .min(1)
        .optional(),
    }),
  },
  ...exportEvents,
  'report-made': {
    meaning:
      'The rates of some days left the device in a report, in so many rows: one for all and one for each group. `withinUnit`, with the figures that so few are behind that people could be told apart; `invented` where it is of a simulation and the demo team. The digest is the SHA-256 of its bytes, or of the JSON of the figures of a `page` for paper; a `pdf` is the file of such a page. `size` is how far the record went where the report has its checkpoint; `only`, what the figures of a page were narrowed to.',
    by: manager,
    ids: none,
    data: z.strictObject({
      format: z.enum(['json', 'csv', 'page', 'pdf']),
      from: day,
      to: day,
      by: z.enum(dimensions).nullable(),
      withinUnit: z.boolean(),
      invented: z.boolean(),
      rows: count,
      digest,
      size: count.optional(),
      only: z
        .strictObject({ unit: id, place: id, kind: code, urgency: code, shift: shiftText, role: code })
        .partial()
        .optional(),
    }),
  },
  ...readingEvents,
  'checkpoint-shared': {
    meaning: 'A checkpoint was shown or printed, so that it can be kept elsewhere.',
    by: whoever,
    ids: none,
    data: z.strictObject({ size: seq, way: z.enum(['printed', 'shown', 'for-witness']) }),
  },
  witnessed: {
    meaning:
      'The countersignature of a witness, who holds the key with this id, was taken in for the checkpoint of this size.',
    by: administrator,
    ids: none,
    data: z.strictObject({ size: seq, key: z.string().regex(/^[0-9a-f]{8}$/) }),
  },
  countersigned: {
    meaning:
      'This device, as a witness, countersigned a checkpoint of another device’s log, which goes on from the one it signed before.',
    by: administrator,
    ids: none,
    data: z.strictObject({ log: uuid, before: count, size: seq }),
  },
  checked: {
    meaning:
      'The database and the log were checked: at start, daily, or because somebody asked; where they do not hold, the first bad entry and why.',
    by: whoever,
    ids: none,
    data: z.strictObject({
      occasion: z.enum(['start', 'daily', 'asked', 'backup']),
      result: z.enum(['ok', 'bad', 'damaged']),
      size: count,
      entry: seq.nullable(),
      why: code.nullable(),
    }),
  },
  'backed-up': {
    meaning:
      'A copy of the database was written and verified; `size` is how far the log went in it, the digest the SHA-256 of the file.',
    by: managerOrDevice,
    ids: none,
    data: z.strictObject({ size: count, digest }),
  },
  'backup-failed': {
    meaning: 'A copy of the database could not be written or did not hold when verified.',
    by: managerOrDevice,
    ids: none,
    data: z.strictObject({ why: code }),
  },
  'hold-placed': {
    meaning: 'A session, or all from one day to another, is not to be purged until the hold is released.',
    by: manager,
    ids: z.strictObject({ hold: id, session: id.optional() }),
    data: z.strictObject({ from: day.nullable(), to: day.nullable() }),
  },
  'hold-released': {
    meaning: 'A hold was released.',
    by: manager,
    ids: z.strictObject({ hold: id }),
    data: none,
  },
  purged: {
    meaning:
      'At the end of retention the bytes of the entries from 1 through this number were deleted, so many of them now; their leaf hashes stay. All were from before the day.',
    by: manager,
    ids: none,
    data: z.strictObject({ through: seq, count: seq, before: day }),
  },
  'simulation-started': {
    meaning: 'Everything by the actor “simulator” from here on is invented.',
    by: ['simulator'],
    ids: none,
    data: z.strictObject({ seed: z.int(), sessions: count, days: count }),
  },
} as const;

type Catalogue = typeof deviceEvents;

export type DeviceEvent = {
  [Type in keyof Catalogue]: {
    type: Type;
    ids: z.infer<Catalogue[Type]['ids']>;
    data: z.infer<Catalogue[Type]['data']>;
  };
}[keyof Catalogue];
