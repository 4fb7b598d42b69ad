import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { openingReasons } from '../../core/access/holders.ts';
import { askedAgain, grantedRoles } from '../../core/access/permissions.ts';
import { opaqueId, uuid } from '../../core/session/ids.ts';
import { nameFirstManager } from '../services/access/first-manager.ts';
import { grantAccess, holderCards, openAgain, withdrawAccess } from '../services/access/holders.ts';
import { recover, renewCode } from '../services/access/recovery.ts';
import { actorOf, isStill, type SignedIn } from '../services/access/session.ts';
import { confirm, signIn, signOut, stay } from '../services/access/sign-in.ts';
import { accessView } from '../services/access/view.ts';
import type { Device } from '../services/device.ts';
import { aboutToRead } from '../services/figures/read.ts';
import { needs, tokenHeader } from './needs.ts';

const pin = z.string().max(60);
const who = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('badge'), code: z.string().min(4).max(200) }),
  z.strictObject({ by: z.literal('name'), name: z.string().max(250) }),
  z.strictObject({ by: z.literal('person'), person: opaqueId }),
]);
const nothing = z.strictObject({});
const because = z.enum(openingReasons);

/**
 * Who may do what: signing in and out, the first manager, who has access, and the recovery code. Signing in gives a
 * token, which only that window has and sends with what it asks; see needs.ts. What cannot be done is answered with
 * `problem`: 409 for who is not let in, with `wait` in ms where it has to wait; 422 for what cannot be kept so.
 */
export const accessRoutes = (device: Device) => {
  const by = (signedIn: SignedIn) => ({
    actor: actorOf(signedIn),
    stillMay: () => isStill(device, signedIn),
  });
  const granting = needs(device, 'access-grant');
  return new Hono()
    .get('/access', (context) => context.json(accessView(device, context.req.header(tokenHeader) ?? '')))
    .post(
      '/access/first',
      zValidator('json', z.strictObject({ id: uuid, person: opaqueId, pin })),
      async (context) => {
        const done = await nameFirstManager(device, context.req.valid('json'));
        if (done.ok) return context.json(done.value, 200);
        return context.json({ problem: done.problem }, done.problem === 'not-first-start' ? 409 : 422);
      },
    )
    .post('/access/sign-in', zValidator('json', z.strictObject({ who, pin })), async (context) => {
      const asked = context.req.valid('json');
      const done = await signIn(device, asked.who, asked.pin);
      // Most who sign in look at the figures first.
      if (done.ok) aboutToRead(device);
      return done.ok ? context.json(done.value, 200) : context.json(done.problem, 409);
    })
    .post('/access/sign-out', zValidator('json', nothing), (context) => {
      signOut(device, context.req.header(tokenHeader) ?? '');
      return context.json({ outcome: 'signed-out' as const }, 200);
    })
    .post('/access/here', zValidator('json', nothing), (context) => {
      const token = context.req.header(tokenHeader) ?? '';
      const stays = stay(device, token);
      return context.json(accessView(device, token), stays ? 200 : 401);
    })
    .post(
      '/access/confirmed',
      zValidator('json', z.strictObject({ what: z.enum(askedAgain), pin })),
      async (context) => {
        const done = await confirm(device, context.req.header(tokenHeader) ?? '', context.req.valid('json'));
        if (done.ok) return context.json({ outcome: 'confirmed' as const }, 200);
        return context.json(done.problem, done.problem.problem === 'not-signed-in' ? 401 : 409);
      },
    )
    .get('/access/people', needs(device, 'access-read'), (context) =>
      context.json({ people: holderCards(device) }, 200),
    )
    .post(
      '/access/granted',
      granting,
      zValidator(
        'json',
        z.strictObject({ id: uuid, person: opaqueId, role: z.enum(grantedRoles), pin: pin.nullable() }),
      ),
      async (context) => {
        const done = await grantAccess(device, by(context.get('signedIn')), context.req.valid('json'));
        if (done.ok) return context.json({ people: holderCards(device) }, 200);
        return context.json({ problem: done.problem }, done.problem === 'not-signed-in' ? 401 : 422);
      },
    )
    .post(
      '/access/withdrawn',
      granting,
      zValidator('json', z.strictObject({ id: uuid, person: opaqueId })),
      (context) => {
        const done = withdrawAccess(device, by(context.get('signedIn')), context.req.valid('json'));
        if (done.ok) return context.json({ people: holderCards(device) }, 200);
        return context.json({ problem: done.problem }, 422);
      },
    )
    .post(
      '/access/opened-again',
      granting,
      zValidator('json', z.strictObject({ id: uuid, person: opaqueId, because })),
      (context) => {
        const done = openAgain(device, by(context.get('signedIn')), context.req.valid('json'));
        if (done.ok) return context.json({ people: holderCards(device) }, 200);
        return context.json({ problem: done.problem }, 422);
      },
    )
    .post(
      '/access/recovery-code',
      granting,
      zValidator('json', z.strictObject({ id: uuid })),
      async (context) => {
        const code = await renewCode(device, by(context.get('signedIn')), context.req.valid('json').id);
        return code === null
          ? context.json({ problem: 'not-shown-again' as const }, 409)
          : context.json({ code }, 200);
      },
    )
    .post(
      '/access/recovered',
      zValidator(
        'json',
        z.strictObject({
          ...{ id: uuid, code: z.string().max(200), because, person: opaqueId },
          pin: pin.nullable(),
        }),
      ),
      async (context) => {
        const done = await recover(device, context.req.valid('json'));
        return done.ok ? context.json(done.value, 200) : context.json(done.problem, 409);
      },
    );
};
