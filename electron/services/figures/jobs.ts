import type { AskedFigures, FiguresView, MissingPage } from '../../../core/figures/view.ts';
import type { Reader } from '../../store/open.ts';
import { type AskedReport, documentIn, type RatesDocument } from '../reports/document.ts';
import { figuresIn } from './figures.ts';
import { type AskedMissing, missingPage } from './missing.ts';
import type { Site } from './site.ts';

/** What another thread reads of the figures: each is given a connection, what is asked, and the site. */
export const jobs = {
  figures: (db: Reader, asked: AskedFigures, site: Site): FiguresView => figuresIn(db, asked, site),
  missing: (db: Reader, asked: AskedMissing, site: Site): MissingPage => missingPage(db, asked, site),
  report: (db: Reader, asked: AskedReport, site: Site): RatesDocument => documentIn(db, asked, site),
};

export type Jobs = typeof jobs;
export type Job = keyof Jobs;
