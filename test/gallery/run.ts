import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { build, needsBuild } from '../../electron/shell/build.ts';
import { findBrowser } from '../support/browser.ts';
import { overview } from './overview.ts';
import { keepPictures, readmePictures } from './pictures.ts';
import type { Scene } from './scene.ts';
import { scenes } from './scenes.ts';
import { takeTour } from './tour.ts';
import { isSeenIn, languages, windowsOf } from './windows.ts';

/**
 * Takes a picture of every screen of the real kiosk: gallery/SCENE/SIZE-THEME-LANGUAGE.png, and sheets with all of a
 * scene; windows.ts says in which windows and languages. Words on the command line choose scenes and languages:
 * `npm run gallery -- card welcome --in ar,ko`. With --pictures it takes those of the README, and brings them there.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'boolean', default: false }, in: { type: 'string' } },
});
const checkout = resolve(import.meta.dirname, '../..');
const gallery = join(checkout, 'gallery');
const folderOf = (scene: string): string => join(gallery, scene);
/** As many kiosks, each with a language, as run side by side. */
const atOnce = 3;

const complaints = new Set<string>();
const chosen: readonly string[] = values.pictures ? readmePictures.map(({ scene }) => scene) : positionals;
for (const name of chosen)
  if (!scenes.some((scene) => scene.name === name)) complaints.add(`There is no scene ${name}`);
const isWanted = ({ name }: Scene): boolean => chosen.length === 0 || chosen.includes(name);
const spoken = values.pictures ? ['en'] : (values.in?.split(',') ?? languages);
for (const language of spoken)
  if (!languages.includes(language)) complaints.add(`No screen speaks ${language}`);

const seen = (scene: Scene, window: string, language: string): boolean =>
  values.pictures
    ? readmePictures.some((one) => one.scene === scene.name && one.window === window)
    : isWanted(scene) && isSeenIn(scene, window, language);

const began = performance.now();
if (needsBuild(checkout)) await build(checkout);
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args });
// What is no longer a scene or a window must not look as if it were.
if (chosen.length === 0 && values.in === undefined) rmSync(gallery, { recursive: true, force: true });
const waiting = spoken.filter((language) => languages.includes(language));
let pictures = 0;
const takeTours = async (): Promise<void> => {
  for (let language = waiting.shift(); language !== undefined; language = waiting.shift()) {
    const at = { language };
    const taken = await takeTour(browser, {
      ...{ ...at, scenes, windows: windowsOf(language), folderOf },
      isSeenIn: (scene, window) => seen(scene, window, at.language),
      complain: (complaint) => complaints.add(complaint),
    });
    pictures += taken;
  }
};
await Promise.all(Array.from({ length: atOnce }, takeTours));
await browser.close();
if (values.pictures) await keepPictures(gallery, join(checkout, 'docs/pictures'));
else
  for (const scene of scenes.filter(isWanted))
    for (const complaint of await overview(folderOf(scene.name))) complaints.add(complaint);
for (const complaint of [...complaints].toSorted()) console.log(complaint);
const seconds = Math.round((performance.now() - began) / 1_000);
console.log(
  `${pictures} pictures in gallery/, ${complaints.size} complaints, ${Math.floor(seconds / 60)} min ${seconds % 60} s`,
);
process.exitCode = complaints.size === 0 ? 0 : 1;
