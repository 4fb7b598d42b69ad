import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import { may as roleMay } from '../../core/access/permissions.ts';
import { opaqueId, uuid } from '../../core/session/ids.ts';
import { actorOf, signedInBy } from '../services/access/session.ts';
import type { Device } from '../services/device.ts';
import { browseLog } from '../services/log-read/browse.ts';
import { entryWithProof } from '../services/log-read/entry.ts';
import { logStanding } from '../services/log-read/standing.ts';
import { beginVerification, cancelVerification, verificationOn } from '../services/log-read/verification.ts';
import { needs, tokenHeader } from './needs.ts';

const seq = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const wanted = z
  .strictObject({
    type: z
      .string()
      .regex(/^[a-z][a-z-]{0,63}$/)
      .optional(),
    actor: z.enum(['bedside', 'badge', 'signed-in', 'command-line', 'system', 'simulator']).optional(),
    person: opaqueId.optional(),
    session: opaqueId.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    below: seq.optional(),
  })
  // Of nobody else does the log know which person it was.
  .refine(({ actor, person }) => person === undefined || actor === 'badge' || actor === 'signed-in');

/** Lets through whoever may verify, without using their sign-in: a page that watches a check is nobody who is there. */
const watches = (device: Device) =>
  createMiddleware(async (context, next) => {
    const signedIn = signedInBy(device, context.req.header(tokenHeader) ?? '');
    if (signedIn === null)
      return context.json({ problem: 'not-signed-in' as const, say: 'Please sign in.' }, 401);
    if (!roleMay(signedIn.role, 'verify'))
      return context.json({ problem: 'not-allowed' as const, what: 'verify' as const }, 403);
    return next();
  });

/**
 * The log, for whoever may read it: pages of it, one entry with its proof, how it stands, and a check of all of it, which
 * runs beside everything else. What is read is in the log before it is answered: 503 where that cannot be recorded.
 */
export const manageLogRoutes = (device: Device) => {
  const reads = needs(device, 'log-read');
  const verifies = needs(device, 'verify');
  return new Hono()
    .get('/manage/log/standing', reads, (context) => context.json(logStanding(device), 200))
    .get('/manage/log/entries', reads, zValidator('query', wanted), async (context) => {
      const { below = null, ...asked } = context.req.valid('query');
      return context.json(await browseLog(device, context.get('signedIn'), asked, below), 200);
    })
    .get('/manage/log/entries/:seq', reads, zValidator('param', z.object({ seq })), (context) => {
      const found = entryWithProof(device, context.get('signedIn'), context.req.valid('param').seq);
      return found === null
        ? context.json({ problem: 'no-such-entry' as const }, 404)
        : context.json(found, 200);
    })
    .get('/manage/log/check', watches(device), (context) => context.json(verificationOn(device), 200))
    .post('/manage/log/check', verifies, zValidator('json', z.strictObject({ id: uuid })), (context) => {
      const actor = actorOf(context.get('signedIn'));
      return context.json(beginVerification(device, context.req.valid('json').id, actor), 200);
    })
    .post('/manage/log/check/cancelled', verifies, zValidator('json', z.strictObject({})), (context) =>
      context.json(cancelVerification(device), 200),
    );
};
