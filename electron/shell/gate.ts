import { type Gate, ownPageOnly } from '../routes/gate.ts';
import { isOurs } from './scheme.ts';

const origin = 'app://bedside';
const ownPage = ownPageOnly(new Set([origin]));

/** The way in under Electron: the kiosk's own address, and the rules that hold wherever the handler runs. */
export const ownSchemeGate: Gate = (context, next) =>
  isOurs(context.req.url)
    ? ownPage(context, next)
    : Promise.resolve(context.text('This kiosk does not answer to that name.', 421));

/**
 * Chromium adds Origin in its network service, which requests of a scheme of our own never pass
 * (electron/electron#51152), so it is named here where it is missing. Another origin's request does not come this
 * far: the scheme is not corsEnabled, and the window cannot leave the kiosk. One that is named is left to the gate.
 */
export const withOrigin = (request: Request): Request => {
  if (request.headers.has('origin')) return request;
  const headers = new Headers(request.headers);
  headers.set('origin', origin);
  return new Request(request, { headers });
};
