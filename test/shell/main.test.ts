import type { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { standIn } from './electron-stand-in.ts';

let folder = '';
let started: ReturnType<typeof standIn>[] = [];
const argv = process.argv;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-shell-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Bedside Hello</title>');
  vi.doMock('../../electron/paths.ts', async (original) => ({
    ...(await original<object>()),
    rendererFolder: pathToFileURL(`${folder}/`),
  }));
});

afterEach(() => {
  for (const shell of started) shell.electron.app.emit('will-quit');
  started = [];
  process.argv = argv;
  process.removeAllListeners('uncaughtException');
  vi.restoreAllMocks();
  vi.resetModules();
  rmSync(folder, { recursive: true });
});

/** Starts electron/main.ts as Electron would, with the stand-in for `electron`. */
const start = async (given: { firstInstance?: boolean; data?: string } = {}) => {
  const shell = standIn(given);
  vi.doMock('electron', () => shell.electron);
  process.argv = ['electron', '.', '--disable-gpu', `--data=${given.data ?? join(folder, 'data')}`];
  started.push(shell);
  vi.resetModules();
  await import('../../electron/main.ts');
  return shell;
};

/** A kiosk whose page is there, and which has said so. */
const running = async () => {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const shell = await start();
  await shell.loaded;
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith('ready app://bedside/\n'));
  return shell;
};

const stopped = { preventDefault: () => undefined };
/** Whether the shell stopped an event from having its effect. */
const isStopped = (emitter: EventEmitter | undefined, name: string, details: object, ...rest: unknown[]) => {
  const event = { ...stopped, ...details, preventDefault: vi.fn() };
  emitter?.emit(name, event, ...rest);
  return event.preventDefault.mock.calls.length > 0;
};

describe('the kiosk under Electron', () => {
  test('is set up in the order that Electron needs: scheme and sandbox early, handlers before the page', async () => {
    const shell = await running();
    expect(shell.calls).toEqual([
      'protocol.registerSchemesAsPrivileged',
      'app.enableSandbox',
      'app.commandLine.appendSwitch enable-speech-dispatcher',
      `app.setPath userData ${join(folder, 'data', 'browser')}`,
      'app.requestSingleInstanceLock',
      'ready',
      'Menu.setApplicationMenu null',
      'session.setPermissionRequestHandler',
      'session.setPermissionCheckHandler',
      'session.setDevicePermissionHandler',
      'session.setDisplayMediaRequestHandler',
      'session.setBluetoothPairingHandler',
      'protocol.handle app',
      'new BrowserWindow',
      'window.loadURL app://bedside/',
    ]);
  });

  test('has its own secure scheme, which never gets past the content security policy', async () => {
    const shell = await running();
    const page = await shell.loaded;
    expect(shell.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
    expect(await page.text()).toContain('<title>Bedside Hello</title>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('shows a sandboxed page that has no preload and no Node', async () => {
    const shell = await running();
    const [window, second] = shell.windows;
    expect(window?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(window?.options.webPreferences).not.toHaveProperty('preload');
    expect(window?.shown).toBe(true);
    expect(second).toBeUndefined();
  });

  test('gives no permission, no device and no picture of the screen', async () => {
    const shell = await running();
    const { permission, check, device, capture, pairing } = shell.asked;
    const answer = vi.fn();
    for (const name of ['media', 'geolocation', 'openExternal', 'not-invented-yet']) {
      permission?.(null, name, answer, { requestingUrl: 'app://bedside/' });
      answer(check?.(null, name, 'app://bedside/'));
    }
    capture?.({}, (streams) => answer(streams !== null));
    pairing?.({}, ({ confirmed }) => answer(confirmed));
    answer(device?.());
    expect(answer.mock.calls.flat()).toEqual(Array(11).fill(false));

    const { defaultSession } = shell.electron.session;
    const none = vi.fn();
    expect(isStopped(defaultSession, 'select-hid-device', {}, {}, none)).toBe(true);
    expect(isStopped(defaultSession, 'select-usb-device', {}, {}, none)).toBe(true);
    expect(isStopped(defaultSession, 'select-serial-port', {}, [], {}, none)).toBe(true);
    expect(isStopped(shell.windows[0]?.page, 'select-bluetooth-device', {}, [], none)).toBe(true);
    expect(none.mock.calls).toEqual([[''], [''], [''], ['']]);
    const file = `app://bedside/api/manage/exports/files/${'A'.repeat(43)}`;
    const from = (...chain: string[]) => ({ getURLChain: () => chain });
    expect(isStopped(defaultSession, 'will-download', {}, from('app://bedside/api/view'))).toBe(true);
    expect(isStopped(defaultSession, 'will-download', {}, from('https://example.org/', file))).toBe(true);
    expect(isStopped(defaultSession, 'will-download', {}, from(file))).toBe(false);
  });

  test('stays on its own page: no other address, window, embedded page', async () => {
    const shell = await running();
    const page = shell.windows[0]?.page;
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(isStopped(page, name, { url: 'https://example.org/' })).toBe(true);
      expect(isStopped(page, name, { url: 'app://bedside/' })).toBe(false);
    }
    expect(isStopped(page, 'will-attach-webview', {})).toBe(true);
    expect(shell.asked.open?.({ url: 'app://bedside/' })).toEqual({ action: 'deny' });
  });

  test('takes what its own page sends, with or without an Origin, and nothing for another name', async () => {
    const shell = await running();
    const ask = async (url: string, init?: RequestInit) =>
      (await shell.handlers.get('app')?.(new Request(url, init)))?.status;
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect(await ask('app://bedside/api/no-such-thing', json)).toBe(404);
    const foreign = { ...json, headers: { ...json.headers, origin: 'https://example.org' } };
    expect(await ask('app://bedside/api/no-such-thing', foreign)).toBe(403);
    expect(await ask('app://elsewhere/')).toBe(421);
  });

  test('lets go of the data folder when it quits, so that it can start again', async () => {
    const first = await running();
    first.electron.app.emit('will-quit');
    const second = await running();
    expect((await second.loaded).status).toBe(200);
  });

  test('a second start on the same folder says so and ends, and the first window comes forward', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const first = await running();
    first.electron.app.emit('second-instance');
    expect(first.calls).toContain('window.focus');
    const second = await start({ firstInstance: false });
    expect(await second.exited).toBe(1);
    expect(said.mock.calls).toEqual([
      [`Bedside Hello already runs on the folder ${join(folder, 'data')}.\n`],
    ]);
  });

  test('a folder that cannot be used is one plain sentence, not a dialog', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const shell = await start({ data: join(folder, 'index.html') });
    expect(await shell.exited).toBe(1);
    expect(said.mock.calls.join('')).toMatch(/^[A-Z][^\n]+\.\n$/u);
  });
});
