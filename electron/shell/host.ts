import { app, type BrowserWindow } from 'electron';
import type { Host } from '../host.ts';
import { paperIn } from './paper.ts';

/** What Electron can do for the kiosk in this window, which is null until it is open. */
export const electronHost = (window: () => BrowserWindow | null): Host => ({
  pdf: async () => {
    const open = window();
    if (open === null || open.isDestroyed())
      throw new Error('There is no window whose page could be printed');
    const bytes = await open.webContents.printToPDF({
      pageSize: paperIn(app.getLocaleCountryCode()),
      // The rest of the page, its margins and its page numbers, is in the style sheet of what is printed.
      printBackground: true,
      // For who reads it with a screen reader, and for who looks for a heading.
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return new Uint8Array(bytes);
  },
});
