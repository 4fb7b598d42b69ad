import { randomUUID } from 'node:crypto';
import { type Permission, permissions } from '../../../core/access/permissions.ts';
import { browser, browserHost, origin } from '../../support/api.ts';
import { managed } from '../access/desk.ts';
import { whoMayAsk } from './who-may-ask.ts';

/** One route, as something can be asked of it. */
export interface Route {
  /** As the router has it: `POST /api/manage/people/added`. */
  name: string;
  method: string;
  path: string;
}

/** What is sent where no JSON is. */
const typeOf = (address: string): string => {
  const [path = ''] = address.split('?');
  if (path.endsWith('/photos')) return 'image/png';
  if (path.endsWith('/sounds')) return 'audio/wav';
  return path.endsWith('/imports/files') ? 'application/octet-stream' : 'application/json';
};

/** What is sent to those who look at the body first; to all others it is `{}`. */
const wellFormed: Readonly<Record<string, object>> = {
  '/api/access/confirmed': { what: 'purge', pin: '739104' },
  '/api/own-card/changes': { id: randomUUID(), change: { line: 'I was here.' } },
  '/api/own-card/undone': { id: randomUUID(), of: randomUUID() },
};

export const takesJson = ({ path }: Route): boolean => typeOf(path) === 'application/json';

const bodyOf = ({ path }: Route): string => JSON.stringify(wellFormed[path] ?? {});

/** A kiosk that Amara manages, and every route that its router has. */
export const everyRoute = async () => {
  const kiosk = await managed();
  const host = browserHost(kiosk.device);
  const window = await browser(host);
  const names = new Set(
    host.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  );
  const routes = [...names].map((name): Route => {
    const [method = '', pattern = ''] = name.split(' ');
    const path = pattern
      .replace(':name{[0-9a-f]{64}\\.webp}', `${'0'.repeat(64)}.webp`)
      .replace(':name{[0-9a-f]{64}\\.wav}', `${'0'.repeat(64)}.wav`)
      .replace(':ticket{[A-Za-z0-9_-]{43}}', 'A'.repeat(43))
      .replace(':seq', '1')
      .replace(':session', randomUUID())
      .replace('*', 'assets/main-1a2b.js');
    return { name, method, path };
  });
  const ask = async (
    route: Route,
    { token = '', card = '', cookie = window.cookie, method = route.method, body = bodyOf(route) } = {},
  ) => {
    const answer = await host.ask(route.path, {
      method,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(method === 'POST' ? { origin, 'content-type': typeOf(route.path) } : {}),
        ...{ 'x-signed-in': token, 'x-own-card': card },
      },
      ...(method === 'POST' ? { body } : {}),
    });
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
    const text = isStream ? '' : await answer.text();
    if (isStream) await answer.body?.cancel();
    return { status: answer.status, text, said: text.startsWith('{') ? JSON.parse(text) : null };
  };
  return { ...kiosk, host, routes, askOf: ask };
};

export const isPermission = (answers: string | undefined): answers is Permission =>
  answers !== undefined && answers in permissions;

/** The routes that only somebody who is signed in is answered. */
export const guarded = (routes: readonly Route[]): Route[] =>
  routes.filter(({ name }) => {
    const answers = whoMayAsk.get(name);
    return answers === 'somebody' || isPermission(answers);
  });
