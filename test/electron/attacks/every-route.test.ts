import { expect, test } from 'vitest';
import { type GrantedRole, may, permissions } from '../../../core/access/permissions.ts';
import { readHead } from '../../../electron/store/log.ts';
import { browser } from '../../support/api.ts';
import { managerPin, otherPin, windowAt } from '../access/desk.ts';
import { badgeOf, kofi, logged } from '../own-card/desk.ts';
import { everyRoute, guarded, isPermission } from './all-routes.ts';
import { ofTheWall, whoMayAsk } from './who-may-ask.ts';

const minute = 60_000;
/** What `askOf` gives of an answer that says nothing but that nobody is signed in. */
const nobody = (answer: { status: number; said: { problem?: string; signedIn?: unknown } | null }): boolean =>
  answer.status === 401 && (answer.said?.problem === 'not-signed-in' || answer.said?.signedIn === null);

test('of every route that the router has it is said who may ask, and of no other', async () => {
  const { routes } = await everyRoute();
  expect(routes.map(({ name }) => name).sort()).toEqual([...whoMayAsk.keys()].sort());
});

test('what is under /manage answers nobody who is not signed in, but for a file that was told its ticket', () => {
  const open = [...whoMayAsk].filter(([name, answers]) => {
    const isManaged = name.includes('/manage/');
    return isManaged && answers !== 'somebody' && !isPermission(answers);
  });
  expect(open).toEqual([
    ['GET /api/manage/exports/files/:ticket{[A-Za-z0-9_-]{43}}', 'ticket'],
    ['GET /api/manage/reports/files/:ticket{[A-Za-z0-9_-]{43}}', 'ticket'],
  ]);
});

test('no guarded route answers without a session, with a made-up or another’s token, or with that of an open card', async () => {
  const { device, send, signIn, token, routes, askOf } = await everyRoute();
  const opened = await send('/api/own-card/openings', { way: 'badge', code: badgeOf('kofi') });
  const card = (await opened.json()).token;
  await signIn(managerPin);
  const own = token();
  const almost = `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`;
  const size = readHead(device.db)?.size;
  for (const route of guarded(routes)) {
    for (const other of ['', almost, own.toLowerCase(), `${own}A`, 'A'.repeat(43), '__proto__', card])
      expect(await askOf(route, { token: other, card }), `${route.name} ${other}`).toSatisfy(nobody);
    // The token counts where it belongs, and in no cookie or other header.
    expect((await askOf(route, { card: own })).status, route.name).toBe(401);
    if (route.method === 'GET') expect((await askOf(route, { method: 'HEAD' })).status, route.name).toBe(401);
  }
  expect(readHead(device.db)?.size).toBe(size);
});

test('no guarded route answers with the token of a session that is over: idle, used up, left, or another’s now', async () => {
  const { device, clock, post, signIn, token, withToken, routes, askOf } = await everyRoute();
  const ends = {
    idle: () => clock.pass(2 * minute),
    'used up': async () => {
      for (let passed = 0; passed < 15; passed += 1) {
        await post('here', {});
        clock.pass(minute);
      }
    },
    left: () => post('sign-out', {}),
    'another’s now': async () => {
      const own = token();
      expect((await (await windowAt(device)).signIn(managerPin)).status).toBe(200);
      withToken(own);
    },
  };
  for (const [how, end] of Object.entries(ends)) {
    expect((await signIn(managerPin)).status).toBe(200);
    await end();
    for (const route of guarded(routes))
      expect(await askOf(route, { token: token() }), `${how}: ${route.name}`).toSatisfy(nobody);
  }
});

test.each<GrantedRole>(['manager', 'auditor', 'admin'])(
  'every guarded route answers the role %s as the table says: refused, with the PIN once more, or let through',
  async (role) => {
    const { device, signIn, confirm, grant, token, routes, askOf } = await everyRoute();
    await signIn(managerPin);
    const pin = role === 'manager' ? managerPin : otherPin;
    if (role !== 'manager') {
      expect((await grant(kofi, role, otherPin)).status).toBe(200);
      expect((await signIn(otherPin, { by: 'person', person: kofi })).status).toBe(200);
    }
    const refused = new Set<string>();
    for (const route of guarded(routes)) {
      const what = whoMayAsk.get(route.name);
      const asked = () => askOf(route, { token: token() });
      if (!isPermission(what) || may(role, what)) continue;
      refused.add(what);
      const size = readHead(device.db)?.size ?? 0;
      expect(await asked(), route.name).toMatchObject({
        status: 403,
        said: { problem: 'not-allowed', what },
      });
      expect((await asked()).status).toBe(403);
      // That they tried is in the log once, and nothing else came of it.
      expect((readHead(device.db)?.size ?? 0) - size, route.name).toBeLessThanOrEqual(1);
    }
    // `what` of a check that is only watched is not told to the log.
    expect(new Set(logged(device, 'not-allowed').map(({ data }) => (data as { for: string }).for))).toEqual(
      refused,
    );
    for (const route of guarded(routes)) {
      const what = whoMayAsk.get(route.name);
      if (!isPermission(what) || !may(role, what)) continue;
      // Asked before the body is read: what is sent here is none.
      if (permissions[what].again !== null)
        expect(await askOf(route, { token: token() }), route.name).toMatchObject({
          ...{ status: 403, said: { problem: 'confirm', what } },
        });
    }
    for (const route of guarded(routes)) {
      const what = whoMayAsk.get(route.name);
      if (!isPermission(what) || !may(role, what)) continue;
      if (permissions[what].again !== null) expect((await confirm(what, pin)).status).toBe(200);
      const { status, text } = await askOf(route, { token: token() });
      expect([200, 400, 404, 409, 422], `${route.name}: ${status} ${text}`).toContain(status);
    }
  },
);

test('nobody’s own card is read or written with the token of a manager, of another card, or of none', async () => {
  const { device, send, signIn, token, routes, askOf } = await everyRoute();
  await signIn(managerPin);
  const open = async (name: string) =>
    (await (await send('/api/own-card/openings', { way: 'badge', code: badgeOf(name) })).json()).token;
  const before = await open('kofi');
  await open('amara');
  const size = readHead(device.db)?.size;
  const ofCards = routes.filter(({ name }) => whoMayAsk.get(name) === 'card');
  expect(ofCards.length).toBeGreaterThan(5);
  for (const route of ofCards)
    for (const card of ['', token(), before, 'A'.repeat(43)]) {
      const { status } = await askOf(route, { token: token(), card });
      expect(status, route.name).toBe(401);
    }
  expect(readHead(device.db)?.size).toBe(size);
});

test('a browser that was not let in, and a second display, are answered nothing of it', async () => {
  const { host, routes, askOf, signIn, token } = await everyRoute();
  await signIn(managerPin);
  const wall = await browser(host, 'wall');
  for (const route of routes) {
    expect((await askOf(route, { token: token(), cookie: '' })).status, route.name).toBe(401);
    if (ofTheWall.has(route.name) || route.path.startsWith('/assets/')) continue;
    expect((await askOf(route, { token: token(), cookie: wall.cookie })).status, route.name).toBe(401);
  }
});
