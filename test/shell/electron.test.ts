import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { _electron } from 'playwright';
import { expect, test } from 'vitest';
import { refuse } from '../../core/result.ts';
import { demoPersonId } from '../../electron/services/demo.ts';
import { build, needsBuild } from '../../electron/shell/build.ts';
import { chooseHost } from '../../electron/shell/choose-host.ts';
import { installedRuntime } from '../../electron/shell/runtime.ts';

const checkout = join(import.meta.dirname, '../..');
const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const choice = await chooseHost({
  ...{ platform: process.platform, env: process.env, root: process.getuid?.() === 0 },
  installed: () => installedRuntime({ folder: electron, override: process.env.ELECTRON_OVERRIDE_DIST_PATH }),
  fetched: async () => refuse('tests fetch nothing, “npx install-electron” does'),
});

test('in the real Electron, the kiosk is a locked page that can record', { timeout: 120_000 }, async ({
  skip,
}) => {
  if (choice.host === 'browser') return skip(choice.why);
  if (needsBuild(checkout)) await build(checkout);
  const data = mkdtempSync(join(tmpdir(), 'bedside-electron-'));
  const kiosk = await _electron.launch({
    executablePath: choice.program,
    args: [checkout, `--data=${data}`, '--demo'],
  });
  const page = await kiosk.firstWindow();
  await page.waitForLoadState();
  expect(page.url()).toBe('app://bedside/');
  const seen = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/no-such-thing', { method: 'POST', headers, body: '{}' });
    const opened = window.open('https://example.org/');
    const position = await navigator.permissions.query({ name: 'geolocation' });
    return {
      status: answer.status,
      opened,
      position: position.state,
      node: typeof Reflect.get(window, 'process'),
    };
  });
  // Not 403: what the page sends gets past the gate, whether or not Chromium gave it an Origin.
  expect(seen).toEqual({ status: 404, opened: null, position: 'denied', node: 'undefined' });
  // A manager lets it make a PDF of what it shows; what is on a report is tried in a browser (e2e/figures.spec.ts).
  const pdf = await page.evaluate(async (person) => {
    const pin = '483920';
    const post = async (path: string, body: object, token = '') => {
      const headers = { 'content-type': 'application/json', 'x-signed-in': token };
      return (await fetch(`/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    };
    await post('/access/first', { id: crypto.randomUUID(), person, pin });
    const { token } = await post('/access/sign-in', { who: { by: 'person', person }, pin });
    await post('/access/confirmed', { what: 'exports', pin }, token);
    const [report, days] = [crypto.randomUUID(), { from: '2026-11-01', to: '2026-11-30' }];
    const filters = { unit: null, place: null, kind: null, urgency: null, shift: null, role: null };
    const figures = { ...days, by: null, step: null, filters, leaving: true };
    await post('/manage/reports', { id: report, figures, charts: { ...days, step: 'week' } }, token);
    const made = await post('/manage/reports/pdfs', { id: crypto.randomUUID(), report }, token);
    return new TextDecoder('latin1').decode(await (await fetch(made.address)).arrayBuffer());
  }, demoPersonId('amara'));
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf).toContain('/StructTreeRoot');
  await kiosk.close();
  rmSync(data, { recursive: true });
});
