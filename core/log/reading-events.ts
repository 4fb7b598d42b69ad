import * as z from 'zod';
import { opaqueId as id } from '../session/ids.ts';
import { code, count, day, manager, seq } from './event-fields.ts';

/** Who looked at what is in the record; a part of the catalogue of device events. */
export const readingEvents = {
  'log-read': {
    meaning:
      'Entries of the log were read on the device, from one number to another: those of a session, or those of a type, of days, by somebody, where that is named. Told once for each sign-in and what was asked for; without any of this once for each thousand numbers.',
    by: manager,
    ids: z.strictObject({ session: id.optional(), person: id.optional() }),
    data: z.strictObject({
      from: seq,
      to: seq,
      type: code.optional(),
      actor: code.optional(),
      firstDay: day.optional(),
      lastDay: day.optional(),
    }),
  },
  'person-sought': {
    meaning:
      'Somebody looked for the sessions that a person was in, of these days where they are named; so many were found. Told once for each sign-in and what was asked for.',
    by: manager,
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ from: day.nullable(), to: day.nullable(), count }),
  },
} as const;
