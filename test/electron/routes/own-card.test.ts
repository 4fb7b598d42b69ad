import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { cardIdleMs } from '../../../core/own-card.ts';
import type { Device } from '../../../electron/services/device.ts';
import { largestPhoto } from '../../../electron/services/photos.ts';
import { readHead } from '../../../electron/store/log.ts';
import { letIn, origin } from '../../support/api.ts';
import { demoDevice } from '../../support/device.ts';
import { voice } from '../../support/voice.ts';
import { amara, badgeOf, kofi, logged, picture, standingClock } from '../own-card/desk.ts';

const withCard = async (device: Device, id = 'amara') => {
  const { ask, cookie, send, get } = await letIn(device);
  const opened = await send('/api/own-card/openings', { way: 'badge', code: badgeOf(id) });
  const { token }: { token: string } = await opened.json();
  const by = (header: string) => ({ 'x-own-card': header });
  return {
    ...{ ask, cookie, get, token },
    send: (path: string, body: unknown, header = token) => send(path, body, by(header)),
    look: (header = token) => get('/api/own-card', by(header)),
    bytes: (path: string, type: string, body: BodyInit, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': type, ...by(token), ...headers },
        body,
      }),
  };
};
const change = (what: object) => ({ id: randomUUID(), change: what });
const photoPath = (over: Record<string, string> = {}) =>
  `/api/own-card/photos?${new URLSearchParams({ id: randomUUID(), kind: 'face', taken: '2026-01-02', ...over })}`;
const soundPath = () => `/api/own-card/sounds?id=${randomUUID()}`;

test('without the token, with another, or once it is over, nothing is read and nothing is written', async () => {
  const { clock, pass } = standingClock();
  const device = demoDevice({ clock });
  const { send, look, bytes, token } = await withCard(device);
  const size = readHead(device.db)?.size;
  const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  const tries = async (header: string) => [
    (await look(header)).status,
    (await send('/api/own-card/changes', change({ line: 'x' }), header)).status,
    (await send('/api/own-card/undone', { id: randomUUID(), of: randomUUID() }, header)).status,
    (await send('/api/own-card/pin', { id: randomUUID(), pin: '483920' }, header)).status,
    (await bytes(photoPath(), 'image/jpeg', '\xff\xd8\xff', { 'x-own-card': header })).status,
    (await bytes(soundPath(), 'audio/wav', 'RIFF', { 'x-own-card': header })).status,
  ];
  for (const header of ['', other, 'x'.repeat(5_000)])
    expect(await tries(header)).toEqual(Array(6).fill(401));
  pass(cardIdleMs);
  expect(await tries(token)).toEqual(Array(6).fill(401));
  expect(readHead(device.db)?.size).toBe(size);
});

test('the page cannot say whose card it writes on', async () => {
  const device = demoDevice();
  const { send } = await withCard(device);
  for (const body of [
    { ...change({ line: 'x' }), person: kofi },
    change({ line: 'x', person: kofi }),
    change({ role: 'surgeon' }),
    change({ given: 'Zorblax' }),
    change({ photo: 'a'.repeat(64) }),
    change({ sound: 'a'.repeat(64) }),
    change({ languages: ['free text'] }),
    change({ languages: Array(13).fill('en') }),
    change({ line: 'x'.repeat(2_001) }),
    change({ names: 'everything' }),
  ])
    expect((await send('/api/own-card/changes', body)).status, JSON.stringify(body).slice(0, 80)).toBe(400);
  expect((await send('/api/own-card/changes', change({ line: 'Mine' }))).status).toBe(200);
  expect(logged(device, 'card-changed').map(({ ids }) => ids)).toEqual([{ person: amara }]);
});

test('a second person at the kiosk ends the first one’s card', async () => {
  const device = demoDevice();
  const first = await withCard(device);
  const second = await withCard(device, 'kofi');
  expect((await first.look()).status).toBe(401);
  expect(await (await second.look()).json()).toMatchObject({ card: { card: { id: kofi } } });
  expect((await second.send('/api/own-card/closed', {})).status).toBe(200);
  expect((await second.look()).status).toBe(401);
});

test('what cannot be kept is answered with its field and why', async () => {
  const { send } = await withCard(demoDevice());
  const answer = await send('/api/own-card/changes', change({ pronouns: 'x'.repeat(41) }));
  expect([answer.status, await answer.json()]).toEqual([422, { field: 'pronouns', problem: 'too-long' }]);
  const pin = await send('/api/own-card/pin', { id: randomUUID(), pin: '111111' });
  expect([pin.status, await pin.json()]).toEqual([422, { problem: 'too-easy' }]);
});

test('a photo of up to 8 MB comes through, and is shown; a larger one is cut off', async () => {
  const device = demoDevice();
  const { bytes, get } = await withCard(device);
  const small = await picture('#336699', 'png');
  const large = Buffer.concat([small, Buffer.alloc(largestPhoto - small.length)]);
  const answer = await bytes(photoPath(), 'image/png', new Uint8Array(large));
  expect(answer.status).toBe(200);
  const { card }: { card: { photo: { path: string } } } = await answer.json();
  expect((await get(card.photo.path)).headers.get('content-type')).toBe('image/webp');
  const tooLarge = new Uint8Array(Buffer.concat([large, Buffer.alloc(1)]));
  expect((await bytes(photoPath(), 'image/png', tooLarge)).status).toBe(413);
});

test('a photo must be one, by its bytes and not by what it is called, and of a day that can be', async () => {
  const { bytes } = await withCard(demoDevice());
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const problem = async (answer: Response) => [answer.status, await answer.json()];
  expect(await problem(await bytes(photoPath(), 'image/png', svg))).toEqual([
    422,
    { problem: 'not-a-photo' },
  ]);
  const jpeg = new Uint8Array(await picture('#336699'));
  expect(await problem(await bytes(photoPath({ taken: '2999-01-01' }), 'image/jpeg', jpeg))).toEqual([
    422,
    { problem: 'no-such-day' },
  ]);
  for (const over of [
    { taken: '2026-02-31' },
    { taken: '' },
    { kind: 'passport' },
    { id: 'x' },
    { person: kofi },
  ])
    expect((await bytes(photoPath(over), 'image/jpeg', jpeg)).status, JSON.stringify(over)).toBe(400);
});

test('a voice is taken, and given out as it is kept', async () => {
  const device = demoDevice();
  const { bytes, get } = await withCard(device);
  const answer = await bytes(soundPath(), 'audio/wav', voice(5));
  expect(answer.status).toBe(200);
  const { card }: { card: { card: { nameSound: string } } } = await answer.json();
  const heard = await get(card.card.nameSound);
  expect([heard.status, heard.headers.get('content-type'), heard.headers.get('cache-control')]).toEqual([
    ...[200, 'audio/wav', 'no-store'],
  ]);
  expect(new Uint8Array(await heard.arrayBuffer())).toEqual(voice(5));
  for (const path of [`/sounds/${'0'.repeat(64)}.wav`, '/sounds/../bedside.db', '/sounds/x.wav', '/sounds/'])
    expect((await get(path)).status, path).toBe(404);
});

test('a voice is no longer and no larger than five seconds are', async () => {
  const { bytes } = await withCard(demoDevice());
  const long = await bytes(soundPath(), 'audio/wav', voice(5.5));
  expect([long.status, await long.json()]).toEqual([422, { problem: 'too-long' }]);
  expect((await bytes(soundPath(), 'audio/wav', new Uint8Array(200 * 1024 + 1))).status).toBe(413);
});

test('each body goes where it belongs: no voice as a photo, no photo as a command', async () => {
  const { bytes } = await withCard(demoDevice());
  const jpeg = new Uint8Array(await picture('#336699'));
  for (const [path, type, body] of [
    [photoPath(), 'audio/wav', voice(1)],
    [photoPath(), 'application/json', '{}'],
    [soundPath(), 'image/jpeg', jpeg],
    [soundPath(), 'application/json', '{}'],
    [photoPath(), 'image/svg+xml', '<svg/>'],
    [soundPath(), 'audio/mpeg', 'ID3'],
    [soundPath(), 'text/plain', 'RIFF'],
  ] as const)
    expect((await bytes(path, type, body)).status, `${path.slice(0, 22)} ${type}`).toBe(415);
  expect((await bytes('/api/commands', 'audio/wav', new Uint8Array(70_000))).status).toBe(413);
  expect((await bytes('/api/own-card/changes', 'image/jpeg', jpeg)).status).toBe(400);
});

test('neither badge, nor PIN, nor name that was typed stands in an answer', async () => {
  const { send } = await withCard(demoDevice());
  const [code, pin, name] = ['S3cret-Badge-4711', '739104', 'Zorblax Nine'];
  for (const body of [
    { way: 'badge', code },
    { way: 'badge', code: code.repeat(20) },
    { way: 'pin', name, pin },
    { way: 'pin', name, pin, more: 1 },
    { way: 'pin', name: name.repeat(50), pin: pin.repeat(20) },
  ]) {
    const text = await (await send('/api/own-card/openings', body)).text();
    for (const secret of [code, pin, name]) expect(text).not.toContain(secret);
  }
});

test('another site’s page opens no card', async () => {
  const { ask, cookie } = await withCard(demoDevice());
  const body = JSON.stringify({ way: 'badge', code: badgeOf('amara') });
  const headers = { cookie, 'content-type': 'application/json', origin: 'http://evil.example' };
  expect((await ask('/api/own-card/openings', { method: 'POST', headers, body })).status).toBe(403);
});
