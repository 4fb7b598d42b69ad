import { BrowserWindow, type Rectangle, type WebPreferences } from 'electron';
import { lockPage, type Report } from './lockdown.ts';
import { home } from './scheme.ts';

/** A sandboxed page without preload. */
const webPreferences: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  // The dictionaries of the spelling checker would be fetched from the internet.
  spellcheck: false,
  // The board keeps its clock and its live stream when another window covers it.
  backgroundThrottling: false,
};

/** Opens the window of the kiosk on its page, shown once it has something to show. */
export const openWindow = async (report: Report): Promise<BrowserWindow> => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    autoHideMenuBar: true,
    webPreferences,
  });
  lockPage(window.webContents, report);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(home);
  return window;
};

/**
 * Opens a window that fills the display with these bounds, locked as the kiosk's is. It is shown once it has something to
 * show, and never takes the focus. (`focusable: false` would be more, but keeps it from filling the display on Linux:
 * electron/electron#28130.)
 */
export const openWallWindow = ({ x, y, width, height }: Rectangle, report: Report): BrowserWindow => {
  const window = new BrowserWindow({
    ...{ x, y, width, height },
    fullscreen: true,
    show: false,
    skipTaskbar: true,
    autoHideMenuBar: true,
    webPreferences,
  });
  lockPage(window.webContents, report);
  window.once('ready-to-show', () => window.showInactive());
  return window;
};
