import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { chromium } from 'playwright';

/** A Chromium that the tests can drive, and what it must be started with. */
interface Browser {
  executablePath: string;
  args: string[];
}

/** What finding a browser asks of the machine. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Partial<Record<string, string>>;
  root: boolean;
  exists: (file: string) => boolean;
  /** Where Playwright keeps its own Chromium, whether or not it is there. */
  playwright: () => string;
  /** Installs one; whether that went well. */
  install: (program: string, args: string[]) => Promise<boolean>;
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];
const applications = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const onWindows = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

const present = <Text>(text: Text | undefined): text is Text => text !== undefined && text !== '';

/** Where a browser usually is on this platform, likeliest first. */
const usualPlaces = ({ platform, env }: Machine): string[] => {
  if (platform === 'darwin')
    return applications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(present)
      .flatMap((folder) => onWindows.map((name) => `${folder}\\${name}`));
  const folders = (env.PATH ?? '').split(delimiter).filter(present);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
};

const playwrightCommand = join(
  dirname(createRequire(import.meta.url).resolve('playwright/package.json')),
  'cli.js',
);

const thisMachine: Machine = {
  ...{ platform: process.platform, env: process.env, root: process.getuid?.() === 0, exists: existsSync },
  playwright: () => chromium.executablePath(),
  install: async (program, args) => {
    try {
      await promisify(execFile)(program, args, { timeout: 300_000 });
      return true;
    } catch {
      return false;
    }
  },
};

/**
 * Finds a Chromium: the one that BEDSIDE_BROWSER names, Playwright's own, the system's; where there is none, installs
 * Playwright's, or as root on Debian and its kin the system's. Throws with what to do where none can be had.
 */
export const findBrowser = async (machine: Machine = thisMachine): Promise<Browser> => {
  const { platform, env, root, exists, playwright, install } = machine;
  // Chromium's sandbox does not run as root, and says so by not starting.
  const browser = (executablePath: string): Browser => ({
    executablePath,
    args: root ? ['--no-sandbox'] : [],
  });

  const named = env.BEDSIDE_BROWSER;
  if (present(named)) {
    if (exists(named)) return browser(named);
    throw new Error(`BEDSIDE_BROWSER names ${named}, which is not there.`);
  }
  const look = () => [playwright(), ...usualPlaces(machine)].find(exists);
  const installers: (() => Promise<boolean>)[] = [
    async () => true,
    () =>
      install(process.execPath, [playwrightCommand, 'install', ...(root ? ['--with-deps'] : []), 'chromium']),
    async () =>
      platform === 'linux' &&
      root &&
      (await install('apt-get', ['update'])) &&
      (await install('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'])),
  ];
  for (const installer of installers) {
    const found = (await installer()) ? look() : undefined;
    if (found !== undefined) return browser(found);
  }
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium or Chrome, or run ' +
      '“npx playwright install chromium”, or set BEDSIDE_BROWSER to the program.',
  );
};
