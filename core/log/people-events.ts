import * as z from 'zod';
import { handFields } from '../people/edit.ts';
import { opaqueId as id, uuid } from '../session/ids.ts';
import { count, none } from './event-fields.ts';

/** Only who signed in does any of this. */
const by = ['signed-in'] as const;

/** What was done to the list of people by hand; a part of the catalogue of device events. */
export const peopleEvents = {
  'person-listed': {
    meaning: 'Somebody was put on the list of people by hand.',
    by,
    ids: z.strictObject({ person: id }),
    data: none,
  },
  'person-changed': {
    meaning:
      'What is known of somebody was changed by hand: which parts of it, never what they say. `on-list`: who was typed in as a visitor works here.',
    by,
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ fields: z.array(z.enum(handFields)).min(1) }),
  },
  'badge-assigned': {
    meaning: 'A badge was given to somebody; `from` is who had it before.',
    by,
    ids: z.strictObject({ person: id, from: id.optional() }),
    data: none,
  },
  'badges-taken': {
    meaning: 'All badges of somebody, so many, are nobody’s any more.',
    by,
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ count }),
  },
  'person-retired': {
    meaning: 'Somebody has left: nobody finds them any more, and all that they did stays.',
    by,
    ids: z.strictObject({ person: id }),
    data: none,
  },
  'person-returned': {
    meaning: 'Somebody who had left is here again.',
    by,
    ids: z.strictObject({ person: id }),
    data: none,
  },
  'person-removed': {
    meaning: 'Somebody who was added by mistake, and was in no session, was taken off the list.',
    by,
    ids: z.strictObject({ person: id }),
    data: none,
  },
  'people-merged': {
    meaning:
      'Two entries of the list were one person: `person` is kept, and what happened under the id of `double` is theirs too.',
    by,
    ids: z.strictObject({ person: id, double: id }),
    data: none,
  },
  'people-told-apart': {
    meaning: 'Two people whose names are alike are two.',
    by,
    ids: z.strictObject({ person: id, other: id }),
    data: none,
  },
  'person-put-back': {
    meaning: 'A change by hand was put back: `of` is the event of the entry that says it was made.',
    by,
    ids: z.strictObject({ person: id }),
    data: z.strictObject({ of: uuid }),
  },
} as const;
