import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok, refuse } from '../../core/result.ts';
import { needsBuild } from '../../electron/shell/build.ts';
import { chooseHost, type Machine } from '../../electron/shell/choose-host.ts';
import { dataFolder } from '../../electron/shell/data-folder.ts';
import { refusal } from '../../electron/shell/lockdown.ts';
import { readOptions } from '../../electron/shell/options.ts';
import { decidePermission, permissions } from '../../electron/shell/permissions.ts';
import { runElectron } from '../../electron/shell/run-electron.ts';
import { fetchRuntime, installedRuntime } from '../../electron/shell/runtime.ts';
import { isOurs } from '../../electron/shell/scheme.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file of the temporary folder, as it was changed at a moment in seconds. */
const put = (name: string, text = '', at = 1000): void => {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o755 });
  for (let each = file; each !== folder; each = dirname(each)) utimesSync(each, at, at);
};

describe('what a page may do', () => {
  test('every permission has a rule with a reason, and none is given', () => {
    for (const [name, { allow, why }] of Object.entries(permissions)) {
      expect(allow, name).toBe(false);
      expect(why, name).toMatch(/^[A-Z].+\.$/u);
    }
  });

  test('a permission that is not in the table, or from another origin, is refused', () => {
    const ours = { ours: true, cardOpen: true };
    expect(decidePermission('telepathy', ours).allow).toBe(false);
    expect(decidePermission('constructor', ours).allow).toBe(false);
    expect(decidePermission('fullscreen', { ...ours, ours: false }).why).toBe(
      'Only the kiosk itself can be given anything.',
    );
  });

  test('camera and microphone are given to the kiosk’s own page, and only while somebody’s own card is open', () => {
    const given = (permission: string) =>
      [
        { ours: true, cardOpen: true },
        { ours: true, cardOpen: false },
        { ours: false, cardOpen: true },
      ].map((here) => decidePermission(permission, here).allow);
    expect(given('media')).toEqual([true, false, false]);
    for (const other of ['display-capture', 'geolocation', 'mediaKeySystem', 'clipboard-read'])
      expect(given(other), other).toEqual([false, false, false]);
    expect(decidePermission('media', { ours: true, cardOpen: true }).why).toMatch(/^[A-Z].+\.$/u);
  });

  test('only an address that is the kiosk’s by scheme and host is its own', () => {
    expect(isOurs('app://bedside/')).toBe(true);
    for (const address of [
      'app://bedside.example/',
      'app://bedside@example/',
      'app://example/bedside',
      'https://bedside/',
      'file:///app://bedside/',
      'bedside',
      '',
    ])
      expect(isOurs(address), address).toBe(false);
  });

  test('the page may reload itself; every other way out is refused with a reason', () => {
    expect(refusal({ what: 'navigate', to: 'app://bedside/' })).toBeNull();
    expect(refusal({ what: 'redirect', to: 'https://example.org/' })).not.toBeNull();
    expect(refusal({ what: 'open a window', to: 'app://bedside/' })).not.toBeNull();
    for (const what of ['embed a page', 'choose a device', 'pair a device'] as const)
      expect(refusal({ what }), what).not.toBeNull();
  });

  test('a file is saved only from the address of an export with its ticket, by whatever way it came there', () => {
    const ticket = 'A'.repeat(43);
    const file = `app://bedside/api/manage/exports/files/${ticket}`;
    const saved = (...from: string[]) => refusal({ what: 'download', from }) === null;
    expect(saved(file)).toBe(true);
    for (const other of [
      'app://bedside/',
      'app://bedside/api/view',
      'app://bedside/api/manage/exports/files/',
      'app://bedside/api/manage/exports/past',
      `${file}A`,
      `${file}/..`,
      `${file}?more`,
      `${file}#more`,
      `app://bedside/photos/../api/manage/exports/files/${ticket}x`,
      `app://bedside.example/api/manage/exports/files/${ticket}`,
      `app://somebody@bedside/api/manage/exports/files/${ticket}`,
      `https://bedside/api/manage/exports/files/${ticket}`,
      `blob:${file}`,
      `data:text/csv,${ticket}`,
    ])
      expect(saved(other), other).toBe(false);
    expect(saved('https://example.org/', file)).toBe(false);
    expect(saved()).toBe(false);
  });
});

describe('where data is kept', () => {
  const on = (platform: NodeJS.Platform, env: Record<string, string> = {}) =>
    dataFolder({ platform, env, home: platform === 'win32' ? 'C:\\Users\\ana' : '/home/ana' });

  test('follows the platform', () => {
    expect(on('linux')).toBe('/home/ana/.local/share/bedside-hello');
    expect(on('linux', { XDG_DATA_HOME: '/srv/data' })).toBe('/srv/data/bedside-hello');
    expect(on('linux', { XDG_DATA_HOME: 'data' })).toBe('/home/ana/.local/share/bedside-hello');
    expect(on('darwin')).toBe('/home/ana/Library/Application Support/Bedside Hello');
    expect(on('win32')).toBe('C:\\Users\\ana\\AppData\\Local\\Bedside Hello');
    expect(on('win32', { LOCALAPPDATA: 'D:\\Local' })).toBe('D:\\Local\\Bedside Hello');
  });

  test('can be named beside Chromium’s own switches', () => {
    expect(readOptions(['.', '--remote-debugging-port=0', '--data=/srv/kiosk', '--demo'], '/usual')).toEqual({
      data: '/srv/kiosk',
      demo: true,
    });
    expect(readOptions(['--no-first-run'], '/usual')).toEqual({ data: '/usual', demo: false });
  });
});

describe('where the kiosk is shown', () => {
  const machine: Machine = {
    ...{ platform: 'linux', env: { DISPLAY: ':0' }, root: false },
    installed: () => null,
    fetched: async () => refuse('there is no network'),
  };

  test('in Electron where its runtime is there or can be fetched', async () => {
    const electron = { host: 'electron', program: '/electron' };
    expect(await chooseHost({ ...machine, installed: () => '/electron' })).toMatchObject(electron);
    expect(await chooseHost({ ...machine, fetched: async () => ok('/electron') })).toMatchObject(electron);
    expect(
      await chooseHost({ ...machine, platform: 'win32', env: {}, installed: () => '/electron' }),
    ).toMatchObject(electron);
  });

  test('in a browser, and why, where it cannot', async () => {
    const why = async (change: Partial<Machine>) => (await chooseHost({ ...machine, ...change })).why;
    expect(await why({})).toBe('Electron’s runtime could not be fetched: there is no network');
    expect(await why({ env: {} })).toBe('this machine has no display');
    expect(await why({ root: true })).toBe('Electron does not keep its sandbox for the user root');
  });

  test('nothing is fetched for a machine without a display', async () => {
    let fetches = 0;
    const fetched = async () => {
      fetches += 1;
      return ok('/electron');
    };
    await chooseHost({ ...machine, env: {}, fetched });
    expect(fetches).toBe(0);
    await chooseHost({ ...machine, fetched });
    expect(fetches).toBe(1);
  });
});

describe('Electron’s runtime', () => {
  const installs = `
    const { mkdirSync, writeFileSync } = require('node:fs');
    mkdirSync(__dirname + '/dist', { recursive: true });
    writeFileSync(__dirname + '/dist/version', '45.4.1');
    writeFileSync(__dirname + '/dist/electron', '');
    writeFileSync(__dirname + '/path.txt', 'electron');`;
  beforeEach(() => put('package.json', '{ "version": "45.4.1" }'));
  const answers = async () => false;
  const program = () => join(folder, 'dist', 'electron');

  test('is found only in the version of the package', () => {
    expect(installedRuntime({ folder })).toBeNull();
    put('path.txt', 'electron');
    put('dist/electron');
    put('dist/version', '44.0.0');
    expect(installedRuntime({ folder })).toBeNull();
    put('dist/version', 'v45.4.1');
    expect(installedRuntime({ folder })).toBe(program());
    expect(installedRuntime({ folder, override: join(folder, 'dist') })).toBe(program());
    expect(installedRuntime({ folder, override: join(folder, 'elsewhere') })).toBeNull();
  });

  test('is fetched by the package’s own installer', async () => {
    put('install.js', installs);
    expect(await fetchRuntime({ folder }, { answers })).toEqual(ok(program()));
  });

  test('is refused with the installer’s reason, not its stack', async () => {
    put('install.js', 'console.error(new TypeError("fetch failed").stack); process.exit(1);');
    expect(await fetchRuntime({ folder }, { answers })).toEqual(refuse('fetch failed'));
  });

  test('is given up soon where nothing answers, and waited for where something does', async () => {
    put('install.js', 'setInterval(() => {}, 1000);');
    const limits = { silent: 50, answered: 60_000 };
    expect(await fetchRuntime({ folder }, { answers, limits })).toEqual(refuse('the download took too long'));
    put('install.js', `setTimeout(() => { ${installs} }, 500);`);
    const slow = { silent: 400, answered: 60_000 };
    expect(await fetchRuntime({ folder }, { answers: async () => true, limits: slow })).toEqual(
      ok(program()),
    );
  });

  test('that does not start says why; one that does is waited for until it ends', async () => {
    put('broken.sh', '#!/bin/sh\necho "libnss3.so: cannot open shared object file" >&2\nexit 127\n');
    expect(await runElectron(join(folder, 'broken.sh'), [])).toEqual(
      refuse('libnss3.so: cannot open shared object file'),
    );
    expect((await runElectron(join(folder, 'not-there'), [])).ok).toBe(false);
    put('works.sh', '#!/bin/sh\necho "ready app://bedside/"\nexit 3\n');
    const running = await runElectron(join(folder, 'works.sh'), []);
    expect(running.ok && (await running.value.ended)).toBe(3);
  });
});

describe('the build', () => {
  test('is made when it is missing, or older than what it is made from', () => {
    put('core/a.ts', '', 1000);
    put('vite.config.ts', '', 1000);
    expect(needsBuild(folder)).toBe(true);
    put('dist/renderer/index.html', '', 2000);
    expect(needsBuild(folder)).toBe(true);
    put('dist/electron/main.js', '', 2000);
    expect(needsBuild(folder)).toBe(false);
    put('core/deep/b.ts', '', 3000);
    expect(needsBuild(folder)).toBe(true);
  });
});

test('nothing outside the shell imports electron', () => {
  const root = join(import.meta.dirname, '../..');
  const importers = ['core', 'electron', 'renderer']
    .flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => join(top, name)),
    )
    .filter((name) => /\.tsx?$/u.test(name))
    .filter((name) =>
      /(?:from|import|require)\s*\(?\s*['"]electron(?:\/[^'"]*)?['"]/u.test(
        readFileSync(join(root, name), 'utf8'),
      ),
    )
    .map((name) => name.replaceAll('\\', '/'));
  expect(
    importers.filter((name) => name !== 'electron/main.ts' && !name.startsWith('electron/shell/')),
  ).toEqual([]);
  expect(importers).toContain('electron/main.ts');
});
