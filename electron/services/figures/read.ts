import type { AskedFigures, FiguresView, MissingPage } from '../../../core/figures/view.ts';
import type { Device } from '../device.ts';
import type { AskedReport, RatesDocument } from '../reports/document.ts';
import type { AskedMissing } from './missing.ts';
import { siteOf } from './site.ts';
import { threadOf } from './thread.ts';

/** What the dashboard shows. All of these read in another thread, and throw as `FiguresThread.ask`. */
export const readFigures = (device: Device, asked: AskedFigures): Promise<FiguresView> =>
  threadOf(device).ask('figures', asked, siteOf(device));

/** A page of the scheduled sessions that nobody opened. */
export const readMissing = (device: Device, asked: AskedMissing): Promise<MissingPage> =>
  threadOf(device).ask('missing', asked, siteOf(device));

/** A report of the rates. */
export const readReport = (device: Device, asked: AskedReport): Promise<RatesDocument> =>
  threadOf(device).ask('report', asked, siteOf(device));

/** Somebody is about to ask. */
export const aboutToRead = (device: Device): void => {
  threadOf(device).begin();
};
