import { describe, expect, test } from 'vitest';
import { findBrowser, type Machine } from '../support/browser.ts';

/** A machine with these files, which notes what is installed on it and may gain a file by it. */
const machine = (files: string[], change: Partial<Machine> & { gains?: Record<string, string> } = {}) => {
  const there = new Set(files);
  const installed: string[] = [];
  const { gains = {}, ...rest } = change;
  const made: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    root: false,
    exists: (file) => there.has(file),
    playwright: () => '/playwright/chrome',
    install: async (program, args) => {
      const what = program.startsWith('/') ? 'playwright' : [program, args[0]].join(' ');
      installed.push(what);
      const gained = gains[what];
      if (gained !== undefined) there.add(gained);
      return gained !== undefined || what === 'apt-get update';
    },
    ...rest,
  };
  return { made, installed };
};
const found = async (files: string[], change?: Parameters<typeof machine>[1]) =>
  (await findBrowser(machine(files, change).made)).executablePath;

describe('the browser for the tests', () => {
  test('is the one that was named, before all others', async () => {
    const env = { PATH: '/usr/bin', BEDSIDE_BROWSER: '/opt/mine' };
    expect(await found(['/opt/mine', '/playwright/chrome', '/usr/bin/chromium'], { env })).toBe('/opt/mine');
    await expect(found(['/playwright/chrome'], { env })).rejects.toThrow('BEDSIDE_BROWSER names /opt/mine');
  });

  test('is Playwright’s own, before the system’s', async () => {
    expect(await found(['/usr/bin/chromium', '/playwright/chrome'])).toBe('/playwright/chrome');
  });

  test('is the system’s, on every platform', async () => {
    expect(await found(['/usr/bin/google-chrome', '/usr/bin/chromium'])).toBe('/usr/bin/chromium');
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(await found([chrome], { platform: 'darwin' })).toBe(chrome);
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    expect(await found([edge], { platform: 'win32', env })).toBe(edge);
  });

  test('keeps its sandbox but for root, where it would not start', async () => {
    expect((await findBrowser(machine(['/usr/bin/chromium']).made)).args).toEqual([]);
    expect((await findBrowser(machine(['/usr/bin/chromium'], { root: true }).made)).args).toEqual([
      '--no-sandbox',
    ]);
  });

  test('is installed where there is none, by Playwright first', async () => {
    const { made, installed } = machine([], { gains: { playwright: '/playwright/chrome' } });
    expect((await findBrowser(made)).executablePath).toBe('/playwright/chrome');
    expect(installed).toEqual(['playwright']);
  });

  test('is installed by the system for root where Playwright’s cannot be had', async () => {
    const { made, installed } = machine([], {
      root: true,
      gains: { 'apt-get install': '/usr/bin/chromium' },
    });
    expect((await findBrowser(made)).executablePath).toBe('/usr/bin/chromium');
    expect(installed).toEqual(['playwright', 'apt-get update', 'apt-get install']);
  });

  test('is asked for in plain words where none can be had', async () => {
    const { made, installed } = machine([]);
    await expect(findBrowser(made)).rejects.toThrow('Install Chromium or Chrome');
    expect(installed).toEqual(['playwright']);
  });
});
