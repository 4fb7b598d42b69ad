import { BrowserWindow } from 'electron';
import { lockPage, type Report } from './lockdown.ts';
import { home } from './scheme.ts';

/** Opens the one window on the kiosk's page: a sandboxed page without preload, shown once it has something to show. */
export const openWindow = async (report: Report): Promise<BrowserWindow> => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
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
    },
  });
  lockPage(window.webContents, report);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(home);
  return window;
};
