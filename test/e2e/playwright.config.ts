import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../support/browser.ts';

const { executablePath, args } = await findBrowser();

/** The zone in which it is about noon: no surgery of the tests runs into another day, or into the night theme. */
const zoneAtNoon = (): string => {
  const behind = new Date().getUTCHours() - 12;
  return `Etc/GMT${behind < 0 ? behind : `+${behind}`}`;
};
// For the kiosks and browsers that the tests start.
process.env.TZ = zoneAtNoon();

/** A tablet at the bedside, driven by touch. Every test has a kiosk of its own, on a free port. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: Math.max(2, Math.min(4, availableParallelism() - 1)),
  timeout: 90_000,
  // A browser that stands still under load is not the kiosk's fault; `npm test` says which test needed it.
  retries: 1,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
    locale: 'en-US',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args },
  },
});
