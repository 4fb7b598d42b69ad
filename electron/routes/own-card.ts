import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import { namePolicies } from '../../core/names.ts';
import { mostLanguages } from '../../core/own-card.ts';
import { languageTag, opaqueId, uuid } from '../../core/session/ids.ts';
import type { Device } from '../services/device.ts';
import { ownCard } from '../services/own-card/card.ts';
import { changeCard } from '../services/own-card/change.ts';
import { takeBack } from '../services/own-card/keep.ts';
import { setPhoto, setSound } from '../services/own-card/media.ts';
import { openCard } from '../services/own-card/open.ts';
import { closeCard, type Opening, openingOf } from '../services/own-card/opening.ts';
import { setPin } from '../services/own-card/set-pin.ts';

/** The header that the page sends the token of an opening in. */
const tokenHeader = 'x-own-card';

const asking = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('badge'), code: z.string().min(4).max(200) }),
  z.strictObject({ way: z.literal('pin'), name: z.string().max(250), pin: z.string().max(60) }),
  z.strictObject({ way: z.literal('demo'), person: opaqueId }),
]);

const typed = z.string().max(2_000).nullable();
const change = z
  .strictObject({
    ...{ preferred: typed, sayIt: typed, pronouns: typed, line: typed },
    languages: z.array(languageTag).max(mostLanguages),
    names: z.enum(namePolicies).nullable(),
    ...{ photo: z.null(), maskedPhoto: z.null(), sound: z.null() },
  })
  .partial();

const photoQuery = z.strictObject({ id: uuid, kind: z.enum(['face', 'masked']), taken: z.iso.date() });

/**
 * A team member’s own card. Opening it gives a token, which every other request carries; the device knows whose card it
 * is for, and no request names anybody. It is asked for once the body is there, which may take its time. Without it, or once it is over: 401 `not-open`, and nothing was changed. What cannot be
 * kept as it came: 422 and why. A photo is a body of its own (JPEG, PNG or WebP), a sound too (WAV); app.ts caps both.
 */
export const ownCardRoutes = (device: Device) => {
  const opened = createMiddleware<{ Variables: { opening: Opening } }>(async (context, next) => {
    const opening = openingOf(device, context.req.header(tokenHeader) ?? '');
    if (opening === null) return context.json({ problem: 'not-open' as const }, 401);
    context.set('opening', opening);
    return next();
  });
  const cardOf = ({ person }: Opening) => ({ card: ownCard(device, person) });
  return new Hono()
    .post('/own-card/openings', zValidator('json', asking), async (context) => {
      const done = await openCard(device, context.req.valid('json'));
      return done.ok ? context.json(done.value, 200) : context.json(done.problem, 409);
    })
    .post('/own-card/closed', zValidator('json', z.strictObject({})), (context) => {
      closeCard(device, context.req.header(tokenHeader) ?? '');
      return context.json({ outcome: 'closed' as const }, 200);
    })
    .get('/own-card', opened, (context) => context.json(cardOf(context.get('opening')), 200))
    .post(
      '/own-card/changes',
      zValidator('json', z.strictObject({ id: uuid, change })),
      opened,
      (context) => {
        const opening = context.get('opening');
        const done = changeCard(device, opening, context.req.valid('json'));
        return done.ok ? context.json(cardOf(opening), 200) : context.json(done.problem, 422);
      },
    )
    .post(
      '/own-card/undone',
      zValidator('json', z.strictObject({ id: uuid, of: uuid })),
      opened,
      (context) => {
        const opening = context.get('opening');
        const done = takeBack(device, opening, context.req.valid('json'));
        return done
          ? context.json(cardOf(opening), 200)
          : context.json({ problem: 'nothing-to-undo' as const }, 409);
      },
    )
    .post(
      '/own-card/pin',
      opened,
      zValidator('json', z.strictObject({ id: uuid, pin: z.string().max(60).nullable() })),
      async (context) => {
        const opening = context.get('opening');
        const done = await setPin(device, opening, context.req.valid('json'));
        if (done.ok) return context.json(cardOf(opening), 200);
        return context.json({ problem: done.problem }, done.problem === 'not-open' ? 401 : 422);
      },
    )
    .post('/own-card/photos', opened, zValidator('query', photoQuery), async (context) => {
      const opening = context.get('opening');
      const original = Buffer.from(await context.req.arrayBuffer());
      const done = await setPhoto(device, opening, { ...context.req.valid('query'), original });
      if (done.ok) return context.json({ ...cardOf(opening), ...done.value }, 200);
      return context.json({ problem: done.problem }, done.problem === 'not-open' ? 401 : 422);
    })
    .post('/own-card/sounds', opened, zValidator('query', z.strictObject({ id: uuid })), async (context) => {
      const opening = context.get('opening');
      const original = new Uint8Array(await context.req.arrayBuffer());
      const done = setSound(device, opening, { ...context.req.valid('query'), original });
      if (done.ok) return context.json(cardOf(opening), 200);
      return context.json({ problem: done.problem }, done.problem === 'not-open' ? 401 : 422);
    });
};
