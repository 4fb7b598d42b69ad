import { noFilters } from '../../../core/figures/filters.ts';
import type { MissingSession } from '../../../core/figures/view.ts';
import type { Dimension } from '../../../core/rates/breakdown.ts';
import { type RatesReport, reportOf, type ToldFigures } from '../../../core/rates/report.ts';
import { fewest } from '../../../core/rates/suppression.ts';
import type { Reader } from '../../store/open.ts';
import { isAllInvented } from '../../store/reports.ts';
import { version } from '../../version.ts';
import { allMissing } from '../figures/missing.ts';
import type { Site } from '../figures/site.ts';
import { tallied } from '../figures/tallied.ts';
import { byName, type Named, namesIn } from './names.ts';

/** What a report is asked for. */
export interface AskedReport {
  /** Days of the wall clock, YYYY-MM-DD, both included. */
  from: string;
  to: string;
  by: Dimension | null;
  /** Whether it is of what a simulation and the demo team did, which is never counted with what happened. */
  invented: boolean;
  /** Whether it stays within the unit: then nothing is suppressed, and the sessions that never happened are listed. */
  withinUnit: boolean;
}

type NamedGroup = Named & ToldFigures;

/** A report, as its JSON has it. */
export interface RatesDocument {
  report: 'bedside-hello/rates';
  version: 1;
  /** Wall time, RFC 3339 with offset. */
  made: string;
  app: string;
  days: { from: string; to: string };
  by: Dimension | null;
  /** Whether it is of what a simulation and the demo team did. */
  invented: boolean;
  withinUnit: boolean;
  /** Figures with fewer behind them are suppressed; null where none are. */
  suppressedBelow: number | null;
  /** Null where they are fewer than that. */
  sessions: number | null;
  /** Sessions of these days that were not counted: invented ones, or in a report of those the real ones. */
  leftOut: number;
  /** When shifts end, HH:MM. */
  shifts: readonly string[];
  total: ToldFigures;
  groups: NamedGroup[];
  charts: RatesReport['charts'];
  /** Sessions that were scheduled and that nobody opened; null where they are not listed, being told of one by one. */
  missingSessions: MissingSession[] | null;
}

/**
 * A report of what is asked for in this connection, all of one moment: of what was invented also where the record has
 * nothing else. Throws a Problem where something cannot be counted.
 */
export const documentIn = (db: Reader, asked: AskedReport, site: Site): RatesDocument => {
  const { from, to, by, withinUnit } = asked;
  const { made, shifts } = site;
  const invented = asked.invented || isAllInvented(db);
  const at = { filters: noFilters, over: [], invented, shifts, today: made.slice(0, 10) };
  const tally = tallied(db, { from, to }, { ...at, by });
  const { total, groups, charts } = reportOf(tally, { withinUnit });
  const names = namesIn(db);
  return {
    report: 'bedside-hello/rates',
    version: 1,
    ...{ made, app: version, days: { from, to }, by, invented, withinUnit },
    suppressedBelow: withinUnit ? null : fewest,
    sessions: withinUnit || tally.sessions >= fewest ? tally.sessions : null,
    leftOut: tally.leftOut,
    ...{ shifts, total, charts },
    groups: groups.map((group) => ({ ...group, ...names.of(by, group.key) })).sort(byName),
    missingSessions: withinUnit ? allMissing(db, { from, to, invented }, site) : null,
  };
};
