import * as z from 'zod';
import { openingReasons } from '../access/holders.ts';
import { grantedRoles } from '../access/permissions.ts';
import { opaqueId as id } from '../session/ids.ts';
import { code, count, device, manager, none } from './event-fields.ts';

/** Who was let in, and who was not; a part of the catalogue of device events. */
export const accessEvents = {
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
} as const;
