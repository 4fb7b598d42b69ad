import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { opaqueId } from '../../core/session/ids.ts';
import { reasons, sessionKinds, urgencies } from '../../core/session/words.ts';
import { marks, reasonsFor } from '../../core/timeline/marks.ts';
import type { Device } from '../services/device.ts';
import { findHeld, peopleToFind, placesFound } from '../services/sessions-found/find.ts';
import { findNotHeld } from '../services/sessions-found/missed.ts';
import { readSession } from '../services/sessions-found/read.ts';
import { needs } from './needs.ts';

const wanted = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  place: opaqueId.optional(),
  unit: opaqueId.optional(),
  kind: z.enum(sessionKinds).optional(),
  urgency: z.enum(urgencies).optional(),
  /** Where the page before ended, as it said. */
  after: z.string().max(120).optional(),
};
const held = z
  .strictObject({
    ...{ ...wanted, person: opaqueId.optional(), mark: z.enum(marks).optional() },
    reason: z.enum([...new Set(Object.values(reasons).flat())]).optional(),
  })
  .refine(({ mark, reason }) => reason === undefined || reasonsFor(mark).some((one) => one === reason));

/**
 * Sessions, for whoever may see them: lists of those that were held and of what was scheduled and was not, and one as a
 * timeline. 404 with NoSession where there is none by that id. That a person’s sessions were looked for, and that one was
 * read, is in the log before it is answered: 503 where that cannot be recorded.
 */
export const manageSessionRoutes = (device: Device) => {
  const may = needs(device, 'sessions-read');
  return new Hono()
    .get('/manage/sessions/choices', may, (context) => context.json(placesFound(device), 200))
    .get(
      '/manage/sessions/people',
      may,
      zValidator('query', z.strictObject({ q: z.string().max(200) })),
      (context) => context.json({ people: peopleToFind(device, context.req.valid('query').q) }, 200),
    )
    .get('/manage/sessions/held', may, zValidator('query', held), async (context) =>
      context.json(await findHeld(device, context.get('signedIn'), context.req.valid('query')), 200),
    )
    .get('/manage/sessions/not-held', may, zValidator('query', z.strictObject(wanted)), (context) =>
      context.json(findNotHeld(device, context.req.valid('query')), 200),
    )
    .get(
      '/manage/sessions/one/:session',
      may,
      zValidator('param', z.object({ session: opaqueId })),
      (context) => {
        const { session } = context.req.valid('param');
        const read = readSession(device, context.get('signedIn'), session);
        return read.ok ? context.json(read.value, 200) : context.json(read.problem, 404);
      },
    );
};
