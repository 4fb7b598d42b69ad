import { reasoned, shares, timings } from '../../../core/rates/case.ts';
import type { ToldFigures } from '../../../core/rates/report.ts';
import { reasons } from '../../../core/session/words.ts';
import { byteOrderMark, csvLine } from '../exports/csv.ts';
import type { RatesDocument } from './document.ts';

/** What a line says of a figure. */
interface Line {
  figure: string;
  numerator: number | null;
  denominator: number | null;
  rate: number | null;
  missing: number | null;
  excluded: number | null;
  excluded_why: string | null;
  median_seconds: number | null;
  suppressed: boolean;
}

const blank = (figure: string): Line => ({
  ...{ figure, numerator: null, denominator: null, rate: null, missing: null, excluded: null },
  ...{ excluded_why: null, median_seconds: null, suppressed: false },
});

const columns = [
  ...['from', 'to', 'by', 'group', 'name', 'unit', 'figure', 'numerator', 'denominator', 'rate', 'missing'],
  ...['excluded', 'excluded_why', 'median_seconds', 'suppressed', 'invented'],
];

/** The report as CSV, in the form of every export: one line for each figure, first of all, then of each group. */
export function* csvOf(report: RatesDocument): Generator<string> {
  yield byteOrderMark + csvLine(columns);
  const all = { key: 'total', name: 'total', unit: null, ...report.total };
  for (const group of [all, ...report.groups])
    for (const line of linesOf(group))
      yield csvLine([
        ...[report.days.from, report.days.to, group === all ? null : report.by],
        ...[group.key, group.name, group.unit, line.figure, line.numerator, line.denominator, line.rate],
        ...[line.missing, line.excluded, line.excluded_why, line.median_seconds],
        ...[line.suppressed, report.invented].map((one) => (one ? 'yes' : 'no')),
      ]);
}

function* linesOf({
  shares: ofShares,
  timings: ofTimings,
  reasons: ofReasons,
}: ToldFigures): Generator<Line> {
  for (const figure of shares) {
    const told = ofShares[figure];
    if (told === undefined) continue;
    if ('suppressed' in told) yield { ...blank(figure), suppressed: true };
    else yield { ...blank(figure), ...told, ...exclusionsOf(told.excluded) };
  }
  for (const figure of timings) {
    const told = ofTimings[figure];
    if (told === undefined) continue;
    if ('suppressed' in told) yield { ...blank(figure), suppressed: true };
    else {
      const { median: median_seconds, denominator, missing } = told;
      yield { ...blank(figure), median_seconds, denominator, missing };
    }
  }
  for (const status of reasoned)
    for (const reason of reasons[status]) {
      const [figure, told] = [`${status}: ${reason}`, ofReasons[status]];
      if (told === undefined || 'suppressed' in told) yield { ...blank(figure), suppressed: true };
      else yield { ...blank(figure), numerator: told.counts[reason] ?? 0, denominator: told.denominator };
    }
}

/** How many are excluded, and why: “absent=3 declined=1”. */
const exclusionsOf = (excluded: Record<string, number>): Pick<Line, 'excluded' | 'excluded_why'> => {
  const all = Object.entries(excluded).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    excluded: all.reduce((sum, [, count]) => sum + count, 0),
    excluded_why: all.map(([why, count]) => `${why}=${count}`).join(' '),
  };
};
