import { createMiddleware } from 'hono/factory';
import type { Permission } from '../../core/access/permissions.ts';
import { type SignedIn, signedInBy } from '../services/access/session.ts';
import { authorise } from '../services/access/sign-in.ts';
import type { Device } from '../services/device.ts';

/** The header that the window that signed in sends its token in. */
export const tokenHeader = 'x-signed-in';

/**
 * Lets a request through to `context.get('signedIn')` that comes from whoever is signed in, if they may do this:
 * else 401 `not-signed-in`, 403 `not-allowed`, or 403 `confirm` where the PIN has to be given once more, for `what`.
 * A request names no actor: the device knows who is signed in.
 */
export const needs = (device: Device, what: Permission) =>
  createMiddleware<{ Variables: { signedIn: SignedIn } }>(async (context, next) => {
    const signedIn = signedInBy(device, context.req.header(tokenHeader) ?? '');
    if (signedIn === null)
      return context.json({ problem: 'not-signed-in' as const, say: 'Please sign in.' }, 401);
    const allowed = authorise(device, signedIn, what);
    if (!allowed.ok) {
      const { problem } = allowed;
      const say =
        problem === 'confirm' ? 'Please give your PIN once more.' : 'This is for somebody else to do.';
      return context.json({ problem, what, say }, 403);
    }
    context.set('signedIn', signedIn);
    return next();
  });
