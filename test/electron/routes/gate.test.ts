import { expect, test } from 'vitest';
import { browser, browserHost, host, letIn, origin } from '../../support/api.ts';
import { demoDevice } from '../../support/device.ts';

const choices = { session: '5b0f6f2e-8a7c-4f0e-9c55-0f3a3b6f1d11', change: {} };

test('a start link lets in one browser, once', async () => {
  const at = browserHost(demoDevice());
  const link = at.startPath();
  const first = await at.ask(link);
  expect(first.status).toBe(200);
  const given = first.headers.get('set-cookie') ?? '';
  expect(given).toMatch(/^bedside-hello-\d+=[A-Za-z0-9_-]{43}; /);
  expect(given).toContain('HttpOnly');
  expect(given).toContain('SameSite=Strict');
  const cookie = given.split(';')[0] ?? '';
  expect((await at.ask('/api/view', { headers: { cookie } })).status).toBe(200);
  const second = await at.ask(link);
  expect(second.status).toBe(403);
  expect(second.headers.get('set-cookie')).toBeNull();
  expect((await at.ask('/start/')).status).toBe(403);
});

test('a start link that was only looked at, not opened, still works', async () => {
  const at = browserHost(demoDevice());
  const link = at.startPath();
  expect((await at.ask(link, { method: 'HEAD' })).status).toBe(401);
  expect((await at.ask(link)).status).toBe(200);
});

test('the bare address says how to get in, and gives nothing else away', async () => {
  const at = browserHost(demoDevice());
  const page = await at.ask('/');
  expect(page.status).toBe(401);
  expect(await page.text()).toContain('Open the start link');
  for (const path of ['/api/view', '/api/live', '/api/people', '/assets/main-1a2b.js', '/no/such'])
    expect((await at.ask(path)).status, path).toBe(401);
});

test('without the cookie, or with another, nothing is answered and nothing is changed', async () => {
  const at = browserHost(demoDevice());
  const { cookie } = await browser(at);
  const other = `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`;
  for (const headers of [
    {},
    { cookie: other },
    { cookie: `${cookie.split('=')[0]}=` },
    { cookie: `x${cookie}` },
  ]) {
    expect((await at.ask('/api/view', { headers })).status).toBe(401);
    const sent = { origin, 'content-type': 'application/json', ...headers };
    const post = { method: 'POST', headers: sent, body: JSON.stringify(choices) };
    expect((await at.ask('/api/choices', post)).status).toBe(401);
  }
});

test('the cookie of one launch is of no use in the next', async () => {
  const device = demoDevice();
  const { cookie } = await browser(browserHost(device));
  expect((await browserHost(device).ask('/api/view', { headers: { cookie } })).status).toBe(401);
});

test('under another name, which a web page could have made, nobody answers', async () => {
  const { get, ask, startPath } = await letIn(demoDevice());
  for (const name of ['evil.example:4600', '127.0.0.1:4601', '127.0.0.1', 'localhost.evil.example:4600', ''])
    expect((await get('/api/view', { host: name })).status, name).toBe(421);
  expect((await ask(startPath(), { headers: { host: 'evil.example:4600' } })).status).toBe(421);
  expect((await get('/api/view', { host: 'localhost:4600' })).status).toBe(200);
});

test('a change is taken only from this kiosk’s own page', async () => {
  const { ask, cookie, send } = await letIn(demoDevice());
  const json = { cookie, 'content-type': 'application/json' };
  const body = JSON.stringify(choices);
  expect((await ask('/api/choices', { method: 'POST', headers: json, body })).status).toBe(403);
  for (const from of [
    'null',
    'http://evil.example',
    'http://127.0.0.1:4601',
    `https://${host}`,
    `${origin}.evil`,
  ])
    expect((await send('/api/choices', choices, { origin: from })).status, from).toBe(403);
  for (const site of ['cross-site', 'same-site', 'none'])
    expect((await send('/api/choices', choices, { 'sec-fetch-site': site })).status, site).toBe(403);
  expect((await send('/api/choices', choices, { 'sec-fetch-site': 'same-origin' })).status).toBe(409);
  expect((await send('/api/choices', choices, { origin: 'http://localhost:4600' })).status).toBe(409);
});

test('another site’s page cannot even ask', async () => {
  const { get } = await letIn(demoDevice());
  for (const site of ['cross-site', 'same-site'])
    expect((await get('/api/view', { 'sec-fetch-site': site })).status, site).toBe(403);
  expect((await get('/', { 'sec-fetch-site': 'none' })).status).toBe(200);
});

test('only JSON is a change; forms and plain text, which any page can send, are not', async () => {
  const { ask, cookie, send } = await letIn(demoDevice());
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
    expect((await send('/api/choices', choices, { 'content-type': type })).status, type).toBe(415);
  expect((await ask('/api/choices', { method: 'POST', headers: { cookie, origin } })).status).toBe(415);
  const put = { method: 'OPTIONS', headers: { cookie, origin } };
  expect((await ask('/api/choices', put)).status).toBe(405);
});

test('a body that is too large is not read', async () => {
  const { ask, cookie, send } = await letIn(demoDevice());
  const long = JSON.stringify({ ...choices, padding: 'x'.repeat(70_000) });
  expect((await send('/api/choices', long)).status).toBe(413);
  const unsaid = new ReadableStream({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode(long));
      stream.close();
    },
  });
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const endless = { method: 'POST', headers, body: unsaid, duplex: 'half' } as const;
  expect((await ask('/api/choices', endless)).status).toBe(413);
});

test('the link for a second display leads to the wall view, once', async () => {
  const at = browserHost(demoDevice());
  const link = at.startPath('wall');
  const first = await at.ask(link);
  expect(first.status).toBe(200);
  expect(await first.text()).toContain('url=/wall"');
  expect((await at.ask(link)).status).toBe(403);
  expect(await (await at.ask(at.startPath())).text()).toContain('url=/"');
});

test('a second display sees the team and can change nothing', async () => {
  const at = browserHost(demoDevice());
  const wall = await browser(at, 'wall');
  for (const path of ['/wall', '/api/wall', '/assets/main-1a2b.js', '/favicon.ico'])
    expect((await wall.get(path)).status, path).toBeLessThan(300);
  for (const path of ['/', '/api/view', '/api/live', '/api/start', '/api/people?q=a', '/api/record'])
    expect((await wall.get(path)).status, path).toBe(401);
  for (const path of ['/assets', '/wall/', '/api/wall/'])
    expect((await wall.get(path)).status, path).toBe(401);
  expect((await wall.send('/api/choices', choices)).status).toBe(401);
  expect((await wall.send('/api/wall', choices)).status).toBe(401);
});

test('a browser that has both the kiosk and the wall keeps what the kiosk may do', async () => {
  const at = browserHost(demoDevice());
  const [kiosk, wall] = [await browser(at), await browser(at, 'wall')];
  const both = { cookie: `${wall.cookie}; ${kiosk.cookie}` };
  expect((await kiosk.get('/api/start', both)).status).toBe(200);
  expect((await kiosk.get('/wall', both)).status).toBe(200);
  expect((await kiosk.send('/api/choices', choices, both)).status).toBe(409);
});
