import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { openDevice } from '../../electron/services/open-device.ts';
import { changeSettings } from '../../electron/services/settings.ts';
import { enter } from '../support/enter.ts';
import { type Kiosk, startKiosk } from '../support/kiosk.ts';

interface Fixtures {
  /** The language of the place, which its staff’s screens speak. */
  spoken: string;
  /** Whether the kiosk brings the demo team. */
  demo: boolean;
  /** What the page may complain about, where a test takes the kiosk away under it. */
  tolerated: RegExp | null;
  /** The data folder of this test’s kiosk. */
  folder: string;
  kiosk: Kiosk;
  /** Keeps what a window complains about; one of these in any window, and the test fails. */
  listen: (page: Page) => Promise<void>;
}

/** A test with a running demo kiosk whose page is open. It fails on anything the page complains about. */
export const test = base.extend<Fixtures>({
  spoken: ['en', { option: true }],
  demo: [true, { option: true }],
  tolerated: [null, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  kiosk: async ({ folder, spoken, demo }, use) => {
    if (spoken !== 'en') setLanguage(folder, spoken);
    const kiosk = await startKiosk(folder, { demo });
    await use(kiosk);
    await kiosk.kill();
  },
  listen: async ({ tolerated }, use) => {
    const complaints: string[] = [];
    const hear = (text: string) => {
      if (tolerated?.test(text) !== true) complaints.push(text);
    };
    await use(async (page) => {
      page.on('console', (message) => {
        if (message.type() === 'error') hear(`${message.text()} ${message.location().url}`);
      });
      page.on('pageerror', (problem) => hear(problem.message));
      // A policy that only reports says nothing on the console.
      await page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`The policy was broken: ${event.violatedDirective} ${event.blockedURI}`),
        ),
      );
    });
    expect(complaints).toEqual([]);
  },
  page: async ({ page, kiosk, listen }, use) => {
    await listen(page);
    await enter(page, kiosk.link);
    await use(page);
  },
});

const setLanguage = (folder: string, language: string): void => {
  const device = openDevice({ folder });
  changeSettings(device, { kind: 'command-line' }, { language });
  device.close();
};

export { expect };
