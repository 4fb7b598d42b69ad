import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { serve } from '../../electron/serve.ts';
import { bringDemoTeam } from '../../electron/services/demo.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { changeSettings } from '../../electron/services/settings.ts';
import { build, needsBuild } from '../../electron/shell/build.ts';
import { findBrowser } from '../support/browser.ts';
import { driverOf } from './driver.ts';
import { overview } from './overview.ts';
import { keepPictures, readmePictures } from './pictures.ts';
import type { Scene } from './scene.ts';
import { scenes } from './scenes.ts';

/**
 * Takes a picture of every screen of the real kiosk, in every size, by day and by night, in every language:
 * gallery/SCREEN/SIZE-THEME-LANGUAGE.png, and one sheet per screen with all of them. Words on the command line choose
 * screens: `npm run gallery -- card welcome`. With --pictures it takes those of the README, and brings them there.
 */
const sizes = ['1280x800', '800x1280', '1920x1080', '1024x768'];
const themes = ['day', 'night'];

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'boolean', default: false } },
});
const languages = values.pictures ? ['en'] : ['en', 'es', 'ar'];

const checkout = resolve(import.meta.dirname, '../..');
const gallery = join(checkout, 'gallery');
const folderOf = (scene: string): string => join(gallery, scene);

const isWanted = ({ name }: Scene): boolean =>
  values.pictures
    ? readmePictures.some(({ scene }) => scene === name)
    : wanted.length === 0 || wanted.includes(name);

/** Whether a scene is pictured in a window of this name: SIZE-THEME-LANGUAGE. */
const isSeenIn = (scene: Scene, window: string): boolean =>
  values.pictures
    ? readmePictures.some((one) => one.scene === scene.name && window.startsWith(one.window))
    : (scene.only?.test(window) ?? true);

interface Window {
  page: Page;
  name: string;
  theme: string;
}

const openWindow = async (browser: Browser, link: string, size: string, theme: string): Promise<Window> => {
  const [width = 0, height = 0] = size.split('x').map(Number);
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme === 'night' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    hasTouch: true,
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !expecting.has(page))
      complaints.add(`${size}-${theme}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (problem) => complaints.add(`${size}-${theme}: ${problem.message}`));
  await page.goto(link);
  return { page, name: `${size}-${theme}`, theme };
};

const complaints = new Set<string>();
/** Pages in which something is going wrong on purpose. */
const expecting = new Set<Page>();

/** Once what is on the screen is what the device says: fonts and photos are there, and two frames were drawn. */
const settled = (page: Page, theme: string): Promise<void> =>
  page.evaluate(async (name) => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    // The hour of the day must not decide what the pictures look like.
    document.documentElement.dataset.theme = name;
    for (const _ of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
  }, theme);

/** What is wider than its window, or than the box that it stands in and that hides the rest. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, main *')]
      .filter((box) => {
        const { overflowX, position } = getComputedStyle(box);
        if (position === 'absolute') return false;
        return box.scrollWidth > box.clientWidth + 1 && (box.tagName === 'HTML' || overflowX === 'hidden');
      })
      .map((box) => `${box.tagName.toLowerCase()} “${box.innerText.slice(0, 40).replaceAll('\n', ' ')}”`),
  );

const isTooHigh = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight + 1);

const picture = async (scene: Scene, { page, name, theme }: Window, language: string): Promise<void> => {
  await settled(page, theme);
  if (!scene.scrolls && (await isTooHigh(page)))
    complaints.add(`${scene.name} ${name}-${language} is higher than its window`);
  for (const box of await cutOff(page)) complaints.add(`${scene.name} ${name}-${language} cuts off ${box}`);
  await page.screenshot({ path: join(folderOf(scene.name), `${name}-${language}.png`) });
};

const tour = async (browser: Browser, language: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-gallery-'));
  const device = openDevice({ folder });
  bringDemoTeam(device);
  changeSettings(device, { kind: 'command-line' }, { language });
  device.close();
  const host = await serve({ folder, port: 0, demo: true });
  const windows: Window[] = [];
  for (const size of sizes)
    for (const theme of themes) windows.push(await openWindow(browser, host.startLink(), size, theme));
  const first = windows[0];
  if (first === undefined) return;
  const kiosk = driverOf(first.page, language);
  for (const scene of scenes) {
    await scene.before?.(kiosk);
    if (!isWanted(scene)) continue;
    mkdirSync(folderOf(scene.name), { recursive: true });
    for (const window of windows.filter(({ name }) => isSeenIn(scene, `${name}-${language}`))) {
      if (scene.trouble) expecting.add(window.page);
      await window.page.bringToFront();
      await inStep(window.page);
      await scene.touch?.(window.page, kiosk);
      await picture(scene, window, language);
      await scene.after?.(window.page, kiosk);
      expecting.delete(window.page);
    }
  }
  for (const { page } of windows) await page.context().close();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
};

/** A window shows what the device has, once the stream brought it: one round trip and a frame later. */
const inStep = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('main') !== null);
  await page.waitForTimeout(120);
};

if (needsBuild(checkout)) await build(checkout);
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args });
await Promise.all(languages.map((language) => tour(browser, language)));
await browser.close();
if (values.pictures) await keepPictures(gallery, join(checkout, 'docs/pictures'));
else for (const scene of scenes.filter(isWanted)) await overview(folderOf(scene.name));
for (const complaint of complaints) console.log(complaint);
console.log(`Pictures in gallery/, ${complaints.size} complaints`);
process.exitCode = complaints.size === 0 ? 0 : 1;
