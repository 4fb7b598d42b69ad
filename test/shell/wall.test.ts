import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Standing } from '../../electron/shell/displays.ts';
import { standIn, tablet } from './electron-stand-in.ts';

const monitor: Standing = { id: 2, bounds: { x: 1280, y: 0, width: 1920, height: 1080 } };
const argv = process.argv;
let folder = '';
let shell: ReturnType<typeof standIn>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-wall-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Bedside Hello</title>');
  vi.doMock('../../electron/paths.ts', async (original) => ({
    ...(await original<object>()),
    rendererFolder: pathToFileURL(`${folder}/`),
  }));
});

afterEach(() => {
  shell.electron.app.emit('will-quit');
  process.argv = argv;
  process.removeAllListeners('uncaughtException');
  vi.restoreAllMocks();
  vi.resetModules();
  rmSync(folder, { recursive: true });
});

/** The kiosk under the stand-in for Electron, with these displays plugged in; its first window is the kiosk’s. */
const runningOn = async (...displays: Standing[]) => {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  shell = standIn({ displays });
  vi.doMock('electron', () => shell.electron);
  process.argv = ['electron', '.', `--data=${join(folder, 'data')}`];
  vi.resetModules();
  await import('../../electron/main.ts');
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith('ready app://bedside/\n'));
  return shell;
};

/** The windows that show the wall view now. */
const walls = () => shell.windows.filter(({ loads, closed }) => loads[0] === 'app://bedside/wall' && !closed);

const plug = (display: Standing) => {
  shell.displays.push(display);
  shell.electron.screen.emit('display-added', {}, display);
};
const unplug = (display: Standing) => {
  shell.displays.splice(shell.displays.indexOf(display), 1);
  shell.electron.screen.emit('display-removed', {}, display);
};

describe('a second display under Electron', () => {
  test('shows the wall view, full screen, without taking the focus', async () => {
    await runningOn(tablet, monitor);
    const [kiosk, wall] = shell.windows;
    await vi.waitFor(() => expect(wall?.shown).toBe(true));
    expect(kiosk?.loads).toEqual(['app://bedside/']);
    expect(wall?.loads).toEqual(['app://bedside/wall']);
    expect(wall?.options).toMatchObject({ ...monitor.bounds, fullscreen: true });
    expect(shell.windows).toHaveLength(2);
  });

  test('is locked as the kiosk is: sandboxed, no preload, no other address or window', async () => {
    await runningOn(tablet, monitor);
    const [kiosk, wall] = shell.windows;
    expect(wall?.options.webPreferences).toEqual(kiosk?.options.webPreferences);
    expect(wall?.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true });
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const event = { url: 'https://example.org/', preventDefault: vi.fn() };
      wall?.page.emit(name, event);
      expect(event.preventDefault, name).toHaveBeenCalled();
    }
    const webview = { preventDefault: vi.fn() };
    wall?.page.emit('will-attach-webview', webview);
    expect(webview.preventDefault).toHaveBeenCalled();
    expect(shell.asked.open?.({ url: 'app://bedside/' })).toEqual({ action: 'deny' });
  });

  test('with one display there is no wall; it comes and goes with the second', async () => {
    await runningOn(tablet);
    expect(walls()).toHaveLength(0);
    plug(monitor);
    expect(walls()).toHaveLength(1);
    plug({ id: 3, bounds: { x: 4000, y: 0, width: 1920, height: 1080 } });
    expect(walls()).toHaveLength(1);
    unplug(monitor);
    expect(walls().map(({ options }) => options.x)).toEqual([4000]);
  });

  test('follows its display when that is turned, and is left alone when nothing changed', async () => {
    await runningOn(tablet, monitor);
    const [, first] = shell.windows;
    shell.electron.screen.emit('display-metrics-changed', {}, monitor, ['workArea']);
    expect(walls()[0]).toBe(first);
    shell.displays[1] = { ...monitor, bounds: { ...monitor.bounds, width: 1080, height: 1920 } };
    shell.electron.screen.emit('display-metrics-changed', {}, monitor, ['rotation']);
    expect(walls().map(({ options }) => options.height)).toEqual([1920]);
    expect(first?.closed).toBe(true);
  });

  test('what is typed or scanned is the kiosk’s, whichever window was given the focus', async () => {
    await runningOn(tablet, monitor);
    shell.calls.length = 0;
    walls()[0]?.tells.emit('focus');
    expect(shell.calls).toEqual(['window.focus']);
  });

  test('a wall that crashes comes back three times and never takes the kiosk down', async () => {
    await runningOn(tablet, monitor);
    const [kiosk, wall] = shell.windows;
    for (let crash = 0; crash < 5; crash += 1)
      wall?.page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    expect(wall?.loads).toHaveLength(4);
    expect(kiosk).toMatchObject({ closed: false, loads: ['app://bedside/'] });
    expect(shell.calls.filter((call) => call.startsWith('app.exit'))).toEqual([]);
  });

  test('a wall that somebody closes stays closed until displays change, and the kiosk goes on', async () => {
    await runningOn(tablet, monitor);
    const [kiosk, wall] = shell.windows;
    if (wall !== undefined) wall.closed = true;
    wall?.tells.emit('closed');
    expect(walls()).toHaveLength(0);
    expect(kiosk?.closed).toBe(false);
    shell.electron.screen.emit('display-metrics-changed', {}, monitor, ['bounds']);
    expect(walls()).toHaveLength(1);
  });

  test('a wall that cannot be opened is said in the log, and the kiosk goes on', async () => {
    await runningOn(tablet);
    const broken: Standing = {
      id: 7,
      get bounds(): never {
        throw new Error('this display is odd');
      },
    };
    expect(() => plug(broken)).not.toThrow();
    expect(shell.windows[0]?.closed).toBe(false);
  });

  test('when the kiosk is closed the wall is too, so that the program ends', async () => {
    await runningOn(tablet, monitor);
    const [kiosk] = shell.windows;
    if (kiosk !== undefined) kiosk.closed = true;
    kiosk?.tells.emit('closed');
    expect(walls()).toHaveLength(0);
    plug({ ...monitor, id: 4 });
    expect(walls()).toHaveLength(0);
  });
});
