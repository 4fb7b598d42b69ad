import * as z from 'zod';
import { opaqueId as id, uuid } from '../session/ids.ts';
import { count, digest, manager, none, whoever } from './event-fields.ts';

/** What came in by files, and what was scheduled by hand; a part of the catalogue of device events. */
export const importEvents = {
  'people-imported': {
    meaning:
      'People were read from a file; the digest is the SHA-256 of its bytes. `retired` is how many have left since; records from before it was counted say nothing of it.',
    by: manager,
    ids: none,
    data: z.strictObject({ added: count, changed: count, skipped: count, retired: count.optional(), digest }),
  },
  'schedule-imported': {
    meaning:
      'Scheduled sessions were read from a file; the digest is the SHA-256 of its bytes. `sessions` is how many it has. Of them some were `added` or `changed`; `cancelled` are off the schedule by it, `late` of them after they should have begun. Records from before these were counted say nothing of them.',
    by: whoever,
    ids: none,
    data: z.strictObject({
      sessions: count,
      digest,
      added: count.optional(),
      changed: count.optional(),
      cancelled: count.optional(),
      late: count.optional(),
    }),
  },
  'import-undone': {
    meaning:
      'What an import, whose event is named, had changed was put back: of so many people or sessions. Of the others, `kept`, something else was changed or happened since, and they stayed as they were.',
    by: manager,
    ids: none,
    data: z.strictObject({ of: uuid, putBack: count, kept: count }),
  },
  'session-scheduled': {
    meaning: 'A session was put on the schedule by hand.',
    by: manager,
    ids: z.strictObject({ scheduled: id }),
    data: none,
  },
  'schedule-changed': {
    meaning: 'What is planned for a scheduled session was changed by hand: which parts of it.',
    by: manager,
    ids: z.strictObject({ scheduled: id }),
    data: z.strictObject({
      fields: z.array(z.enum(['place', 'date', 'time', 'kind', 'urgency', 'lead', 'team'])).min(1),
    }),
  },
  'session-cancelled': {
    meaning:
      'A scheduled session was taken off the schedule by hand, and is not counted as scheduled. `late`: after it should have begun.',
    by: manager,
    ids: z.strictObject({ scheduled: id }),
    data: z.strictObject({ why: z.enum(['cancelled', 'by-mistake']), late: z.boolean() }),
  },
  'session-back-on-schedule': {
    meaning: 'A session that had been taken off the schedule is on it again.',
    by: manager,
    ids: z.strictObject({ scheduled: id }),
    data: none,
  },
} as const;
