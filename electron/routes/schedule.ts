import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { roleIds } from '../../core/roles.ts';
import { opaqueId, uuid } from '../../core/session/ids.ts';
import { parts, sessionKinds, urgencies } from '../../core/session/words.ts';
import { actorOf } from '../services/access/session.ts';
import type { Device } from '../services/device.ts';
import { cancelByHand, changeByHand, putBackOn, scheduleByHand } from '../services/schedule/by-hand.ts';
import { scheduleDay } from '../services/schedule/view.ts';
import { importing } from './importing.ts';
import { needs } from './needs.ts';

const day = z.iso.date();
const session = z.strictObject({
  place: opaqueId,
  date: day,
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  kind: z.enum(sessionKinds),
  urgency: z.enum(urgencies),
  lead: opaqueId.nullable(),
  team: z
    .array(z.strictObject({ person: opaqueId, role: z.enum(roleIds), part: z.enum(parts).nullish() }))
    .max(60),
});

/** What is to be held, day by day, for whoever manages the schedule; coverage is counted by it. */
export const scheduleRoutes = (device: Device) => {
  const may = needs(device, 'schedule');
  return new Hono()
    .route('/manage/schedule/imports', importing(device, { kind: 'schedule', permission: 'schedule' }))
    .get(
      '/manage/schedule/days',
      may,
      zValidator('query', z.strictObject({ day: day.optional() })),
      (context) => context.json(scheduleDay(device, context.req.valid('query').day ?? null), 200),
    )
    .post(
      '/manage/schedule/sessions',
      may,
      zValidator('json', z.strictObject({ id: uuid, session })),
      (context) => {
        const { id, session: wanted } = context.req.valid('json');
        const done = scheduleByHand(device, actorOf(context.get('signedIn')), { id, session: wanted });
        return done.ok ? context.json({ scheduled: id }, 200) : context.json({ problem: done.problem }, 409);
      },
    )
    .post(
      '/manage/schedule/changed',
      may,
      zValidator('json', z.strictObject({ id: uuid, scheduled: opaqueId, session })),
      (context) => {
        const { id, scheduled, session: wanted } = context.req.valid('json');
        const done = changeByHand(device, actorOf(context.get('signedIn')), {
          id,
          scheduled,
          session: wanted,
        });
        return done.ok ? context.json({ scheduled }, 200) : context.json({ problem: done.problem }, 409);
      },
    )
    .post(
      '/manage/schedule/cancelled',
      may,
      zValidator(
        'json',
        z.strictObject({ id: uuid, scheduled: opaqueId, why: z.enum(['cancelled', 'by-mistake']) }),
      ),
      (context) => {
        const done = cancelByHand(device, actorOf(context.get('signedIn')), context.req.valid('json'));
        return done.ok
          ? context.json({ outcome: 'cancelled' as const }, 200)
          : context.json({ problem: done.problem }, 409);
      },
    )
    .post(
      '/manage/schedule/back',
      may,
      zValidator('json', z.strictObject({ id: uuid, scheduled: opaqueId })),
      (context) => {
        const done = putBackOn(device, actorOf(context.get('signedIn')), context.req.valid('json'));
        return done.ok
          ? context.json({ outcome: 'back' as const }, 200)
          : context.json({ problem: done.problem }, 409);
      },
    );
};
