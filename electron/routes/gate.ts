import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { barePage } from './bare-page.ts';
import { fileType } from './file-type.ts';
import { mediaType } from './media-type.ts';

/** Who may reach the handler. Every host brings its own. */
export type Gate = MiddlewareHandler;

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const bodies = new Set(['application/json', fileType, 'image/jpeg', 'image/png', 'image/webp', 'audio/wav']);

/**
 * What holds wherever the handler runs: changes carry JSON, a file, a photo or a sound, come from our own page (an Origin is
 * required and must be exactly ours), and no other site's page may ask.
 */
export const ownPageOnly =
  (origins: ReadonlySet<string>): Gate =>
  async (context, next) => {
    const site = context.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      return context.text('This request came from another site.', 403);
    if (changing.has(context.req.method)) {
      if (!bodies.has(mediaType(context.req.header('content-type'))))
        return context.text('Only JSON, a file, a photo or a sound can be sent here.', 415);
      if (!origins.has(context.req.header('origin') ?? ''))
        return context.text('This request did not come from this kiosk’s own page.', 403);
      if (site !== undefined && site !== 'same-origin')
        return context.text('This request did not come from this kiosk’s own page.', 403);
    } else if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
      return context.text('This is not something that can be asked here.', 405);
    return next();
  };

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const equal = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const secret = (): string => randomBytes(32).toString('base64url');

/** Where a start link leads: to the kiosk, or to the view for a second display, which only looks. */
export type Window = 'kiosk' | 'wall';

export interface LoopbackGate {
  gate: Gate;
  /** A path that lets in the first who opens it, once. */
  startPath: (to?: Window) => string;
}

/** What the view for a second display asks for. */
const ofTheWall = /^\/(?:wall|favicon\.ico|api\/wall(?:\/live)?|(?:assets|photos)\/.+)$/u;

/**
 * The way in for the browser host: the address must be this machine's own by name and port (so that no web page
 * can reach it through a name of its own), and the browser must hold the key of this launch, which it got by
 * opening a start link. The key is 256 bits, never in an argument, a log or a page. A second display has a key of its
 * own, with which it can see what the room may see, and change nothing.
 */
export const loopbackGate = (port: () => number): LoopbackGate => {
  const keys: Record<Window, string> = { kiosk: secret(), wall: secret() };
  // Cookies do not know ports: two kiosks on one machine must not take each other's.
  const cookieName = (to: Window) => `bedside-hello-${port()}${to === 'kiosk' ? '' : `-${to}`}`;
  const links = new Map<string, Window>();
  const hosts = () => [`127.0.0.1:${port()}`, `localhost:${port()}`];
  const gate: Gate = async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!hosts().includes(host)) return context.text('This kiosk does not answer to that name.', 421);
    const { pathname } = new URL(context.req.url);
    if (context.req.method === 'GET' && pathname.startsWith('/start/')) {
      const link = pathname.slice('/start/'.length);
      const to = links.get(link);
      if (to === undefined) return context.html(barePage('used'), 403);
      links.delete(link);
      setCookie(context, cookieName(to), keys[to], { httpOnly: true, sameSite: 'Strict', path: '/' });
      // A page, not a redirect: a Strict cookie is not sent on a redirect that began on another site.
      return context.html(barePage(to));
    }
    const holds = (to: Window) => equal(getCookie(context, cookieName(to)) ?? '', keys[to]);
    const looks = context.req.method === 'GET' && ofTheWall.test(pathname) && holds('wall');
    if (!holds('kiosk') && !looks)
      return pathname.startsWith('/api/')
        ? context.text('Open the start link first.', 401)
        : context.html(barePage('locked'), 401);
    return ownPageOnly(new Set(hosts().map((name) => `http://${name}`)))(context, next);
  };
  const startPath = (to: Window = 'kiosk') => {
    const link = secret();
    links.set(link, to);
    return `/start/${link}`;
  };
  return { gate, startPath };
};
