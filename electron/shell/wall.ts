import { type BrowserWindow, screen } from 'electron';
import { isBroughtBack, isUnmoved, type Standing, whereTheWallGoes } from './displays.ts';
import type { Report } from './lockdown.ts';
import { wallAddress } from './scheme.ts';
import { openWallWindow } from './window.ts';

interface Wall {
  window: BrowserWindow;
  display: Standing;
}

/**
 * Keeps the wall view on a second display for as long as there is one. Whatever becomes of that window, the kiosk's goes
 * on; and when the kiosk's is closed, the wall is too, so that the program ends as it does without one.
 */
export const followDisplays = (
  kiosk: BrowserWindow,
  { report, trouble }: { report: Report; trouble: (problem: unknown) => void },
): void => {
  let wall: Wall | null = null;
  const close = () => {
    const { window } = wall ?? {};
    wall = null;
    window?.destroy();
  };
  const hang = (display: Standing) => {
    const window = openWallWindow(display.bounds, report);
    wall = { window, display };
    const load = () => {
      window.loadURL(wallAddress).catch(trouble);
    };
    const revived: number[] = [];
    window.webContents.on('render-process-gone', () => {
      const now = performance.now();
      if (window.isDestroyed() || !isBroughtBack(revived, now)) return;
      revived.push(now);
      load();
    });
    // Keys, and a badge reader's with them, are for the kiosk, whichever window the system gives them to.
    window.on('focus', () => {
      if (!kiosk.isDestroyed()) kiosk.focus();
    });
    window.on('closed', () => {
      if (wall?.window === window) wall = null;
    });
    load();
  };
  const follow = () => {
    const display = whereTheWallGoes(screen.getAllDisplays(), {
      kiosk: screen.getDisplayMatching(kiosk.getBounds()),
      wall: wall?.display.id ?? null,
    });
    if (isUnmoved(display, wall?.display ?? null)) return;
    close();
    if (display !== null) hang(display);
  };
  const tell = () => {
    try {
      follow();
    } catch (problem) {
      trouble(problem);
    }
  };
  screen.on('display-added', tell);
  screen.on('display-removed', tell);
  screen.on('display-metrics-changed', tell);
  kiosk.once('closed', () => {
    screen.removeListener('display-added', tell);
    screen.removeListener('display-removed', tell);
    screen.removeListener('display-metrics-changed', tell);
    close();
  });
  tell();
};
