import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { letIn } from '../../support/api.ts';
import { demoDevice } from '../../support/device.ts';

test('the page carries a nonce that is new each time, the same as in its policy', async () => {
  const { get } = await letIn(demoDevice());
  const nonces: string[] = [];
  for (const _ of [1, 2, 3]) {
    const page = await get('/');
    const nonce = /nonce="([\w-]{22})"/.exec(await page.text())?.[1] ?? '';
    expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}';`);
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(3);
});

test('a file of the build is served with its type', async () => {
  const { get } = await letIn(demoDevice());
  const script = await get('/assets/main-1a2b.js');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await script.text()).toBe('export {};');
});

test('what the build did not make does not exist, however it is asked for', async () => {
  const { get } = await letIn(demoDevice());
  const tricks = [
    '/index.html',
    '//index.html',
    '/./index.html',
    '/assets/../index.html',
    '/%69ndex.html',
    '/notes.txt',
    '/assets/',
    '/assets',
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '/assets/main-1a2b.js%00.html',
    '/etc/passwd',
    '/constructor',
    '/__proto__',
  ];
  for (const path of tricks) expect((await get(path)).status, path).toBe(404);
});

test('a photo is named by its content, and only by that', async () => {
  const { get } = await letIn(demoDevice());
  const bytes = readFileSync(new URL('../../../resources/demo/photos/amara.webp', import.meta.url));
  const name = createHash('sha256').update(bytes).digest('hex');
  const photo = await get(`/photos/${name}.webp`);
  expect(photo.headers.get('content-type')).toBe('image/webp');
  expect(Buffer.from(await photo.arrayBuffer()).equals(bytes)).toBe(true);
  for (const path of [`${'0'.repeat(64)}.webp`, `${name}.png`, `${name}`, `../photos/${name}`])
    expect((await get(`/photos/${path}`)).status, path).toBe(404);
});
