import { chartsOf } from '../../../core/figures/charts.ts';
import { daysBefore, stepFor, stepsOver } from '../../../core/figures/days.ts';
import type { AskedFigures, FiguresView } from '../../../core/figures/view.ts';
import { reportOf } from '../../../core/rates/report.ts';
import { fewest } from '../../../core/rates/suppression.ts';
import type { Reader } from '../../store/open.ts';
import { isAllInvented } from '../../store/reports.ts';
import { byName, namesIn } from '../reports/names.ts';
import { choicesIn } from './choices.ts';
import type { Site } from './site.ts';
import { tallied, wordsIn } from './tallied.ts';

/** What the dashboard shows of these days, all of one moment. */
export const figuresIn = (db: Reader, asked: AskedFigures, { made, shifts }: Site): FiguresView => {
  const { by, filters, leaving } = asked;
  const days = { from: asked.from, to: asked.to };
  const invented = isAllInvented(db);
  const at = { filters, invented, shifts, today: made.slice(0, 10) };
  const how = { withinUnit: !leaving, peopleOnly: filters.role !== null };
  const told = (sessions: number) => (leaving && sessions < fewest ? null : sessions);
  const step = asked.step ?? stepFor(days);
  const over = stepsOver(days, step);
  const now = tallied(db, days, { ...at, by, over });
  const report = reportOf(now, how);
  const past = daysBefore(days);
  const before = tallied(db, past, { ...at, by: null, over: [] });
  const names = namesIn(db);
  return {
    ...{ made, days, by, filters, invented, suppressedBelow: leaving ? fewest : null },
    ...{ sessions: told(now.sessions), leftOut: now.leftOut, shifts, total: report.total },
    groups: report.groups.map((group) => ({ ...group, ...names.of(by, group.key) })).sort(byName),
    charts: chartsOf({ step, over, each: now.each, total: now.total }, how),
    previous: { days: past, sessions: told(before.sessions), total: reportOf(before, how).total },
    choices: choicesIn(db, wordsIn(db), shifts),
  };
};
