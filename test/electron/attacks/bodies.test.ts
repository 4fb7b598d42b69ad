import { expect, test } from 'vitest';
import { permissions } from '../../../core/access/permissions.ts';
import { readHead } from '../../../electron/store/log.ts';
import { managerPin } from '../access/desk.ts';
import { amara, badgeOf, kofi } from '../own-card/desk.ts';
import { everyRoute, isPermission, type Route, takesJson } from './all-routes.ts';
import { whoMayAsk } from './who-may-ask.ts';

/** What tells one shape of a body from another, where there are several. */
const shapes: Readonly<Record<string, object>> = {
  '/api/commands': { type: 'undo' },
  '/api/own-card/openings': { way: 'badge' },
};

/** Somebody who may do everything, in a window in which a card is open too: nothing but the body stands in the way. */
const withAllDoorsOpen = async () => {
  const at = await everyRoute();
  const { send, signIn, confirm, token, routes, askOf } = at;
  const opened = await send('/api/own-card/openings', { way: 'badge', code: badgeOf('kofi') });
  const card = (await opened.json()).token;
  await signIn(managerPin);
  let confirmed: unknown = null;
  const posted = async (route: Route, body: string) => {
    const what = whoMayAsk.get(route.name);
    if (isPermission(what) && permissions[what].again !== null && what !== confirmed) {
      await confirm(what);
      confirmed = what;
    }
    return askOf(route, { token: token(), card, body });
  };
  return { ...at, posted, changing: routes.filter(({ method }) => method === 'POST') };
};

/** What a page may not say: who acts, and what a parser might take for something else. */
const smuggled = [
  ...['"actor":{"kind":"system"}', `"by":"${kofi}"`, `"signedIn":"${amara}"`],
  ...['"__proto__":{"role":"admin"}', '"constructor":{"prototype":{"role":"admin"}}'],
];
const keyOf = (pair: string): string => /^"(\w+)"/u.exec(pair)?.[1] ?? '';

test('no body says who acts, nor reaches into a prototype: what a route does not know, it refuses by its name', async () => {
  const { device, posted, changing } = await withAllDoorsOpen();
  const size = () => readHead(device.db)?.size;
  for (const route of changing.filter(takesJson)) {
    const shape = JSON.stringify(shapes[route.path] ?? {}).slice(1, -1);
    for (const pair of smuggled) {
      const before = size();
      const { status, text } = await posted(route, `{${[shape, pair].filter(Boolean).join(',')}}`);
      expect(status, `${route.name} ${pair}: ${text}`).toBe(400);
      expect(text, route.name).toContain('unrecognized_keys');
      expect(text, route.name).toContain(keyOf(pair));
      // At most that a PIN was given once more is recorded.
      expect((size() ?? 0) - (before ?? 0), route.name).toBeLessThanOrEqual(1);
    }
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect('role' in {}).toBe(false);
}, 120_000);

test('no setting is reached through a prototype, nor one that is not for a screen', async () => {
  const { posted, changing } = await withAllDoorsOpen();
  const settings = changing.find(({ path }) => path === '/api/manage/settings');
  if (settings === undefined) throw new Error('There are no settings');
  const id = '11111111-1111-4111-8111-111111111111';
  for (const change of [
    ...['{"__proto__":{"demo":true}}', '{"constructor":{"prototype":{"demo":true}}}', '{"demo":true}'],
    ...['{"theme":{"__proto__":{"mode":"day"},"mode":"auto","nightFrom":"20:00","dayFrom":"07:00"}}'],
    '{"place":{"__proto__":{"id":"x"},"name":"Bed","unit":"Ward"}}',
  ])
    expect((await posted(settings, `{"id":"${id}","change":${change}}`)).status, change).toBe(400);
}, 120_000);

test('no address of a photo, a sound or a file says who acts', async () => {
  const { posted, changing } = await withAllDoorsOpen();
  const others = changing.filter((route) => !takesJson(route));
  expect(others.length).toBeGreaterThanOrEqual(7);
  for (const route of others)
    for (const more of ['actor=system', `by=${kofi}`, 'constructor=x']) {
      const { status, text } = await posted({ ...route, path: `${route.path}?${more}` }, 'x');
      expect([status, text.includes('unrecognized_keys')], `${route.name} ${more}`).toEqual([400, true]);
    }
}, 120_000);

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const tooMuch: Readonly<Record<string, number>> = { '/api/manage/imports/previewed': 2 * 1024 * 1024 };

test('no body is too deep or too large to be refused, and what is no JSON is refused too', async () => {
  const { device, posted, changing } = await withAllDoorsOpen();
  for (const route of changing.filter(takesJson)) {
    for (const body of [
      nested(30_000),
      `{"id":${nested(30_000)}}`,
      '['.repeat(60_000),
      '{',
      'null',
      '"x"',
      '',
    ]) {
      const { status } = await posted(route, body);
      expect([400, 422], `${route.name} ${body.slice(0, 20)}: ${status}`).toContain(status);
    }
    const most = tooMuch[route.path] ?? 64 * 1024;
    expect((await posted(route, `"${'x'.repeat(most)}"`)).status, route.name).toBe(413);
  }
  expect(device.health.stopped).toBeNull();
}, 120_000);

const largest = (path: string): number => {
  if (path.endsWith('/photos')) return 8 * 1024 * 1024;
  return path.endsWith('/sounds') ? 512 * 1024 : 5 * 1024 * 1024;
};

test('no photo, sound or file is read that is too large, and none is taken where another belongs', async () => {
  const { posted, changing, host, cookie } = await withAllDoorsOpen();
  for (const route of changing.filter((one) => !takesJson(one))) {
    const large = 'x'.repeat(largest(route.path) + 1);
    expect((await posted(route, large)).status, route.name).toBe(413);
  }
  for (const { path, name } of changing)
    for (const type of [
      'image/svg+xml',
      'image/gif',
      'text/html',
      'multipart/form-data',
      'application/zip',
    ]) {
      const headers = { cookie, origin: 'http://127.0.0.1:4600', 'content-type': type };
      expect(
        (await host.ask(path, { method: 'POST', headers, body: 'x' })).status,
        `${name} ${type}`,
      ).toSatisfy((status) => status === 415 || status === 401);
    }
}, 120_000);
