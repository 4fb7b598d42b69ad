import type { GrantedRole } from '../access/permissions.ts';
import type { AskedFigures, Charts, Days, FiguresView, MissingSession, Step } from './view.ts';

/** What a report on paper is asked for, at `POST /manage/reports`. */
export interface AskedPage {
  /** Made in the page: the same asked again is the same report. */
  id: string;
  figures: AskedFigures;
  /** What the charts are of: usually a longer time than the figures. */
  charts: Days & { step: Step };
}

/** What a report on paper has on it. */
export interface ReportPage {
  figures: FiguresView;
  charts: Charts;
  /** The sessions that nobody opened, the newest first; null where it may leave the unit. */
  missing: MissingSession[] | null;
  /** How many more of them there are than a page lists. */
  notListed: number;
  /** Who had it made: the role, for no paper names anybody. */
  madeBy: GrantedRole;
  /** Wall time, RFC 3339 with offset. */
  made: string;
  app: string;
  /** The entry of the log that says that it was made, and what these figures were: SHA-256, hexadecimal. */
  entry: number;
  digest: string;
  /** The record signed with that entry in it: a signed note, and the fingerprint of the key in hexadecimal. */
  checkpoint: { note: string; size: number; fingerprint: string };
}

/** What `POST /manage/reports` answers. */
export interface ReportAnswer extends ReportPage {
  /** Whether this kiosk makes a PDF of the page itself; else the window in which a browser prints saves one. */
  savesPdf: boolean;
}

/** What `POST /manage/reports/pdfs` is asked: a PDF of the page of this report, which is up to be printed. */
export interface AskedPdf {
  /** Made in the page: the same asked again is the same file. */
  id: string;
  report: string;
}

/**
 * Why there is no PDF. `host-cannot`: this kiosk makes none; `unknown-report`: it is none of this sign-in, or not kept any
 * more; `made-before`: so is the file; `failed`: the window could not make it.
 */
export type NoPdf = 'host-cannot' | 'unknown-report' | 'made-before' | 'failed';
