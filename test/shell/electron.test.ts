import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { _electron } from 'playwright';
import { expect, test } from 'vitest';
import { refuse } from '../../core/result.ts';
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
  await kiosk.close();
  rmSync(data, { recursive: true });
});
