import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { StartView } from '../../../core/view.ts';
import { letIn } from '../../support/api.ts';
import { demoDevice } from '../../support/device.ts';

const policy =
  /^default-src 'none'; script-src 'self'; style-src 'self'( 'nonce-[\w-]{22}')?; img-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/;

test('every kind of answer carries every header', async () => {
  const device = demoDevice();
  const { ask, get, send, startPath } = await letIn(device);
  const visitor = { id: randomUUID(), name: '\u202e', role: 'chaplain' };
  const nowhere = { session: randomUUID(), change: {} };
  const link = startPath();
  const answers: [number, Promise<Response>][] = [
    [200, get('/')],
    [200, get('/assets/main-1a2b.js')],
    [200, get('/api/view')],
    [200, get('/api/live')],
    [200, ask(link)],
    [400, send('/api/commands', { type: 'dance' })],
    [400, send('/api/commands', '{')],
    [401, ask('/')],
    [401, ask('/api/view')],
    [403, ask(link)],
    [403, send('/api/choices', nowhere, { origin: 'http://evil.example' })],
    [404, get('/no/such')],
    [404, get('/api/no/such')],
    [409, send('/api/choices', nowhere)],
    [413, send('/api/choices', 'x'.repeat(70_000))],
    [415, send('/api/choices', nowhere, { 'content-type': 'text/plain' })],
    [421, get('/api/view', { host: 'evil.example' })],
    [422, send('/api/visitors', visitor)],
  ];
  for (const [status, answer] of answers) {
    const { status: found, headers } = await answer;
    expect(found).toBe(status);
    expect(headers.get('content-security-policy'), `${status}`).toMatch(policy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test('data, faces among it, is never kept by a browser; the files of the build are', async () => {
  const { get, send } = await letIn(demoDevice());
  const { people }: StartView = await (await get('/api/start')).json();
  const photo = people[0]?.photo ?? '';
  expect((await get(photo)).status).toBe(200);
  for (const path of ['/', '/api/view', '/api/live', '/api/start', '/api/people', photo, '/no/such']) {
    const answer = await get(path);
    expect(answer.headers.get('cache-control'), path).toBe('no-store');
    await answer.body?.cancel();
  }
  expect((await send('/api/commands', '{')).headers.get('cache-control')).toBe('no-store');
  expect((await get('/assets/main-1a2b.js')).headers.get('cache-control')).toContain('immutable');
});
