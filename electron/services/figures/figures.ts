import { chartsOf } from '../../../core/figures/charts.ts';
import { daysBefore, stepFor, stepsOver } from '../../../core/figures/days.ts';
import { isAmong, isWhere } from '../../../core/figures/filters.ts';
import type { AskedFigures, Days, FiguresView } from '../../../core/figures/view.ts';
import { Breakdown } from '../../../core/rates/breakdown.ts';
import type { Case } from '../../../core/rates/case.ts';
import { casesOf, casesOfScheduled } from '../../../core/rates/cases.ts';
import { reportOf } from '../../../core/rates/report.ts';
import { fewest } from '../../../core/rates/suppression.ts';
import { Total } from '../../../core/rates/total.ts';
import { wallTime } from '../../log/clock.ts';
import { countedSession } from '../../store/counted.ts';
import type { Reader } from '../../store/open.ts';
import { isAllInvented, scheduledToCount, sessionsToCount } from '../../store/reports.ts';
import type { Device } from '../device.ts';
import { byName, namesIn, shiftsOf } from '../reports/document.ts';
import { choicesIn } from './choices.ts';

/** What the dashboard shows of these days, all of one moment. */
export const figuresOf = (device: Device, db: Reader, asked: AskedFigures): FiguresView => {
  const { by, filters, leaving } = asked;
  const days = { from: asked.from, to: asked.to };
  const made = wallTime(device.clock.now());
  const shifts = shiftsOf(device);
  const invented = isAllInvented(db);
  const site = { shifts, today: made.slice(0, 10), invented };
  const how = { withinUnit: !leaving, peopleOnly: filters.role !== null };
  const told = (sessions: number) => (leaving && sessions < fewest ? null : sessions);
  const step = asked.step ?? stepFor(days);
  const over = stepsOver(days, step);
  const now = counted(db, { days, over, by, filters }, site);
  const report = reportOf(now.broken, how);
  const past = daysBefore(days);
  const before = counted(db, { days: past, over: [], by: null, filters }, site);
  const names = namesIn(db);
  return {
    ...{ made, days, by, filters, invented, suppressedBelow: leaving ? fewest : null },
    ...{ sessions: told(now.sessions), leftOut: now.leftOut, shifts, total: report.total },
    groups: report.groups.map((group) => ({ ...group, ...names.of(by, group.key) })).sort(byName),
    charts: chartsOf({ step, over, each: now.each, total: now.broken.total }, how),
    previous: { days: past, sessions: told(before.sessions), total: reportOf(before.broken, how).total },
    choices: choicesIn(db, shifts),
  };
};

const counted = (
  db: Reader,
  { days, over, by, filters }: Pick<AskedFigures, 'by' | 'filters'> & { days: Days; over: Days[] },
  { shifts, today, invented }: { shifts: readonly string[]; today: string; invented: boolean },
) => {
  const found = { broken: new Breakdown(by), each: over.map(() => new Total()), sessions: 0, leftOut: 0 };
  const take = (cases: Case[]): void => {
    for (const one of cases) {
      if (!isAmong(one, filters)) continue;
      found.broken.add(one);
      const at = over.findIndex(({ from, to }) => from <= one.where.day && one.where.day <= to);
      found.each[at]?.add(one);
    }
  };
  for (const row of sessionsToCount.iterate(db, { ...days })) {
    const cases = casesOf(countedSession(db, row), { shifts, isScheduled: () => row.known === 1 });
    const [one] = cases;
    if (one === undefined || !isWhere(one.where, filters)) continue;
    if ((row.invented === 1) !== invented) found.leftOut += 1;
    else {
      found.sessions += 1;
      take(cases);
    }
  }
  for (const row of scheduledToCount.iterate(db, { ...days })) {
    const scheduled = { ...row, opened: row.opened === 1, held: row.held === 1 };
    if ((row.invented === 1) === invented) take(casesOfScheduled(scheduled, shifts, today));
  }
  return found;
};
