import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { serve } from '../../electron/serve.ts';
import { bringDemoTeam } from '../../electron/services/demo.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { changeSettings } from '../../electron/services/settings.ts';
import { enter } from '../support/enter.ts';
import { faultsOf } from './complaints.ts';
import { type Driver, driverOf } from './driver.ts';
import type { Scene } from './scene.ts';

/** How long anything on a screen may take before its scene counts as failed, in ms. */
const patience = 10_000;

export interface Tour {
  language: string;
  /** All that there are, and which are looked at in which windows (SIZE-THEME). */
  scenes: readonly Scene[];
  windows: readonly string[];
  isSeenIn: (scene: Scene, window: string) => boolean;
  folderOf: (scene: string) => string;
  complain: (complaint: string) => void;
}

/** The one window of a kiosk, which takes every size and theme in turn: what is touched is touched once. */
interface Window {
  page: Page;
  /** Nothing was touched in it since it was opened. */
  isFresh: boolean;
  /** Something goes wrong in it on purpose. */
  isInTrouble: boolean;
}

/**
 * Takes the pictures of one language with a kiosk of its own; gives how many. A scene that fails is a complaint, and the
 * tour goes on with the next.
 */
export const takeTour = async (browser: Browser, tour: Tour): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-gallery-'));
  const device = openDevice({ folder });
  bringDemoTeam(device);
  changeSettings(device, { kind: 'command-line' }, { language: tour.language });
  device.close();
  const host = await serve({ folder, port: 0, demo: true });
  // What the driver asks is asked in a window of its own: nothing is intercepted there.
  const asking = await openWindow(browser, host.startLink(), tour.complain);
  const kiosk = driverOf(asking.page, tour.language);
  const bringAbout = stage(tour.scenes, kiosk);
  const window = await openWindow(browser, host.startLink(), tour.complain);
  let taken = 0;
  for (const scene of tour.scenes) {
    const wanted = tour.windows.filter((name) => tour.isSeenIn(scene, name));
    // What does not last, or is not the same in another size, is touched in each.
    for (const names of scene.eachWindow ? wanted.map((name) => [name]) : [wanted])
      try {
        if (names.length === 0) continue;
        await bringAbout(scene);
        taken += await pictures(scene, names, window, tour, kiosk);
      } catch (problem) {
        const [said] = String(problem instanceof Error ? problem.message : problem).split('\n');
        tour.complain(`${scene.name} ${names[0]}-${tour.language} failed: ${said}`);
        bringAbout.isLost();
        window.isFresh = false;
      }
  }
  for (const { page } of [window, asking]) await page.context().close();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
  return taken;
};

const openWindow = async (
  browser: Browser,
  link: string,
  complain: (complaint: string) => void,
): Promise<Window> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', hasTouch: true });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await enter(page, link);
  const window = { page, isFresh: true, isInTrouble: false };
  page.on('console', (message) => {
    if (message.type() === 'error' && !window.isInTrouble)
      complain(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (problem) => complain(problem.message));
  return window;
};

/**
 * Brings the device to where a scene has it: from where it is, if that is on the way, or else from rest.
 */
const stage = (scenes: readonly Scene[], kiosk: Driver) => {
  const byName = new Map(scenes.map((scene) => [scene.name, scene]));
  const wayTo = (scene: Scene): Scene[] => {
    const earlier = byName.get(scene.follows ?? '');
    return [...(earlier === undefined ? [] : wayTo(earlier)), scene];
  };
  let been: Scene[] | null = null;
  const bringAbout = async (scene: Scene): Promise<void> => {
    const way = wayTo(scene);
    const done = been?.every((one, at) => way[at] === one) === true ? been.length : 0;
    been = null;
    if (done === 0) await kiosk.rest();
    for (const one of way.slice(done)) await one.before?.(kiosk);
    been = way;
  };
  /** Something failed in between: the next scene begins at rest. */
  const isLost = (): void => {
    been = null;
  };
  return Object.assign(bringAbout, { isLost });
};

const pictures = async (
  scene: Scene,
  names: readonly string[],
  window: Window,
  tour: Tour,
  kiosk: Driver,
): Promise<number> => {
  const { page } = window;
  const folder = tour.folderOf(scene.name);
  mkdirSync(folder, { recursive: true });
  await take(page, names[0] ?? '');
  if (!window.isFresh) await openAnew(page);
  window.isFresh = scene.touch === undefined;
  window.isInTrouble = scene.trouble === true;
  await inStep(page);
  await scene.touch?.(page, kiosk);
  for (const name of names) {
    if (name !== names[0]) await take(page, name);
    await settled(page, themeOf(name));
    for (const fault of await faultsOf(
      page,
      tour.language,
      scene.scrolls === true || name.startsWith('390x'),
    ))
      tour.complain(`${scene.name} ${name}-${tour.language} ${fault}`);
    await page.screenshot({ path: join(folder, `${name}-${tour.language}.png`) });
  }
  await scene.after?.(page, kiosk);
  return names.length;
};

const themeOf = (name: string): 'day' | 'night' => (name.endsWith('night') ? 'night' : 'day');

/** Gives the page the size and the theme of a window, such as 1280x800-day. */
const take = async (page: Page, name: string): Promise<void> => {
  const [width = 0, height = 0] = (name.split('-')[0] ?? '').split('x').map(Number);
  await page.emulateMedia({ colorScheme: themeOf(name) === 'night' ? 'dark' : 'light' });
  await page.setViewportSize({ width, height });
  // Chromium goes on scrolling to what has the focus when the window changed its size.
  await page.evaluate(() => window.scrollTo(0, 0));
};

/** As if nothing had been touched, forced or intercepted. */
const openAnew = async (page: Page): Promise<void> => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.emulateMedia({ media: null, forcedColors: null });
  await page.goto(new URL('/', page.url()).href);
  await page.locator('main h1').first().waitFor();
};

/** A window shows what the device has, once the stream brought it: one round trip and a frame later. */
const inStep = async (page: Page): Promise<void> => {
  await page.locator('main').first().waitFor();
  await page.waitForTimeout(120);
};

/** Once what is on the screen is what the device says: fonts and photos are there, and two frames were drawn. */
const settled = async (page: Page, theme: 'day' | 'night'): Promise<void> => {
  // A sheet with a text field waits for a keyboard to come up before it is seen; on paper there is no sheet.
  await page.waitForFunction(
    () =>
      window.matchMedia('print').matches ||
      [...document.querySelectorAll('[role="dialog"]')].every((one) =>
        one.checkVisibility({ opacityProperty: true }),
      ),
  );
  await page.evaluate(async (name) => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    // The hour of the day must not decide what the pictures look like.
    document.documentElement.dataset.theme = name;
    for (const _ of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
  }, theme);
};
