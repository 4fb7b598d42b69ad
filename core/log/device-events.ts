import * as z from 'zod';
import { openingReasons } from '../access/holders.ts';
import { grantedRoles } from '../access/permissions.ts';
import { cardFields } from '../own-card.ts';
import { dimensions } from '../rates/breakdown.ts';
import { opaqueId as id, uuid } from '../session/ids.ts';

const count = z.int().min(0);
const seq = z.int().min(1);
const day = z.iso.date();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const code = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const settingName = z.string().regex(/^[a-z][A-Za-z]{0,31}$/);
const none = z.strictObject({});
const nothing = { ids: none, data: none };

/** The tables that an export as CSV can be of. */
export const csvTables = ['introductions', 'participants', 'sessions', 'schedule'] as const;

/** A log as it stood: how many entries, and the root over them. */
const stand = z.strictObject({ log: uuid, size: count, root: digest });

const administrator = ['command-line'] as const;
const device = ['system'] as const;
/** A team member at the device: by their badge, or by their name and PIN. */
const caregiver = ['bedside', 'badge'] as const;
/** Whoever signed in, or has the operating system in hand: nothing of this is done from the bedside. */
const manager = ['command-line', 'signed-in'] as const;
const managerOrDevice = ['command-line', 'signed-in', 'system'] as const;
const whoever = ['bedside', 'command-line', 'system', 'signed-in'] as const;

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
      'Recording works again: for so many seconds the kiosk showed the team and said that it could not record, for this reason.',
    by: device,
    ids: none,
    data: z.strictObject({ seconds: count, because: code }),
  },
  unlocked: {
    meaning:
      'Somebody who has access to this device signed in. `turnedAway` is how many attempts by anybody had to wait, and were not looked at, since an entry last said so.',
    by: ['signed-in'],
    ids: z.strictObject({ person: id }),
    data: z.strictObject({
      way: z.enum(['pin', 'badge', 'badge-and-pin', 'recovery-code']),
      turnedAway: count.optional(),
    }),
  },
  'unlock-failed': {
    meaning:
      'Somebody tried to sign in, to confirm with their PIN, or to use the recovery code, and could not; the person is known only where they said who they are. `failures` is how often in a row. Of the attempts during one wait only the first is told; `turnedAway` is how many more there were.',
    by: ['bedside', 'signed-in'],
    ids: z.strictObject({ person: id.optional() }),
    data: z.strictObject({ failures: count, why: code, turnedAway: count.optional() }),
  },
  confirmed: {
    meaning: 'Whoever was signed in gave their PIN once more, for this.',
    by: ['signed-in'],
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ for: code }),
  },
  'not-allowed': {
    meaning: 'Whoever was signed in asked for something that they may not do; told once for each sign-in.',
    by: ['signed-in'],
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ for: code }),
  },
  locked: {
    meaning:
      'Whoever had signed in no longer is: they left, time ran out, somebody else signed in, the PIN was wrong too often when it was asked for once more, or their access was taken away. A stop or crash of the kiosk ends a sign-in too.',
    by: device,
    ids: z.strictObject({ person: id }),
    data: z.strictObject({
      why: z.enum(['left', 'idle', 'time-up', 'another', 'wrong-pin', 'withdrawn']),
    }),
  },
  'access-granted': {
    meaning:
      'Somebody was given this role on the device: by who manages it, as the first from the bedside or the command line, or with the recovery code.',
    by: ['bedside', 'command-line', 'signed-in'],
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ role: z.enum(grantedRoles) }),
  },
  'access-withdrawn': {
    meaning: 'Somebody who had this role on the device has none any more.',
    by: manager,
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ role: z.enum(grantedRoles) }),
  },
  'pin-set': {
    meaning:
      'Somebody set the PIN that signs them in, as they were given access or a new one. What is changed on one’s own card is a `card-changed`.',
    by: ['bedside', 'command-line', 'signed-in'],
    ids: z.strictObject({ person: id }),
    data: none,
  },
  'opened-again': {
    meaning: 'A PIN that had been wrong too often can be tried again, for this reason.',
    by: ['bedside', 'command-line', 'signed-in'],
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ because: z.enum(openingReasons) }),
  },
  'recovery-used': {
    meaning:
      'The sealed recovery code was used for somebody, for this reason, and is worth nothing any more: a new one took its place.',
    by: ['bedside'],
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ because: z.enum(openingReasons) }),
  },
  'recovery-code-made': {
    meaning: 'A recovery code was made and shown once; one that there was before is worth nothing any more.',
    by: ['bedside', 'command-line', 'signed-in'],
    ids: none,
    data: none,
  },
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
  'people-imported': {
    meaning:
      'People were read from a file; the digest is the SHA-256 of its bytes. `retired` is how many have left since; records from before it was counted say nothing of it.',
    by: manager,
    ids: none,
    data: z.strictObject({ added: count, changed: count, skipped: count, retired: count.optional(), digest }),
  },
  'schedule-imported': {
    meaning: 'Scheduled sessions were read from a file; the digest is the SHA-256 of its bytes.',
    by: whoever,
    ids: none,
    data: z.strictObject({ sessions: count, digest }),
  },
  'settings-changed': {
    meaning: 'Settings were changed; which ones.',
    by: whoever,
    ids: none,
    data: z.strictObject({ settings: z.array(settingName).min(1) }),
  },
  exported: {
    meaning:
      'Records left the device in a file: a table as CSV (introductions, where none is named), or a bundle that can be verified (without days: of the whole record or of one session). The digest is the SHA-256 of its bytes, `size` how far the record went.',
    by: manager,
    ids: z.strictObject({ session: id.optional() }),
    data: z.strictObject({
      format: z.enum(['csv', 'bundle']),
      from: day.nullable(),
      to: day.nullable(),
      rows: count,
      digest,
      size: count.optional(),
      table: z.enum(csvTables).optional(),
    }),
  },
  'report-made': {
    meaning:
      'The rates of some days left the device in a report, in so many rows: one for all and one for each group. `withinUnit`, with the figures that so few are behind that people could be told apart; `invented` where it is of a simulation and the demo team. The digest is the SHA-256 of its bytes, `size` how far the record went where the report has its checkpoint.',
    by: manager,
    ids: none,
    data: z.strictObject({
      format: z.enum(['json', 'csv']),
      from: day,
      to: day,
      by: z.enum(dimensions).nullable(),
      withinUnit: z.boolean(),
      invented: z.boolean(),
      rows: count,
      digest,
      size: count.optional(),
    }),
  },
  'log-read': {
    meaning: 'Entries of the log were read on the device, from one number to another.',
    by: manager,
    ids: none,
    data: z.strictObject({ from: seq, to: seq }),
  },
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
