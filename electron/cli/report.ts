import { type Dimension, dimensions } from '../../core/rates/breakdown.ts';
import type { RatesDocument } from '../services/reports/document.ts';
import { makeReport, type ReportFormat, reportFormats } from '../services/reports/make.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, needed, readOptions } from './command.ts';
import { days } from './day.ts';
import { onRecord } from './existing-record.ts';

export const reportCommand: CliCommand = {
  help: [
    `report --data DIR --from DAY --to DAY [--by ${dimensions.join('|')}] --format json|csv [--out FILE]`,
    '',
    '  --data DIR       the folder that holds the database; the kiosk may run meanwhile',
    '  --from DAY       the first day, such as 2026-11-01, by the clock on the wall of the place',
    '  --to DAY         the last day; it is included',
    '  --by WHAT        also for each of them; by month in JSON with a p-chart of each rate',
    '  --format json    every rate as numerator, denominator, exclusions with their reasons, and missing; with the',
    '                   checkpoint of the record as it stood',
    '  --format csv     the same, one line for each figure',
    '  --out FILE       where to; the standard output if it is left out, or “-”',
    '  --within-unit    it stays within the unit: figures of fewer than 5 are shown too, and in JSON each scheduled',
    '                   session that nobody opened. Without it they are suppressed',
    '  --invented       of what a simulation or the demo team did, which is never counted with what happened; a record',
    '                   that has nothing else needs no asking',
    '',
    'docs/reports.md says what each figure is. Beside the report it says how many sessions were counted, and the SHA-256',
    'digest of the bytes; the log keeps what was asked for, the digest, and the account of the operating system that asked.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      by: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      'within-unit': { type: 'boolean', default: false },
      invented: { type: 'boolean', default: false },
    });
    const { invented, 'within-unit': withinUnit } = values;
    const [by, format] = [dimensionOf(values.by), formatOf(values.format)];
    const asked = { ...days(values), by, format, withinUnit, invented };
    const out = values.out === undefined ? '-' : needed(values.out, 'out');
    const to = out === '-' ? process.stdout : out;
    const say = out === '-' ? console.error : console.log;
    const { report, digest } = await onRecord(needed(values.data, 'data'), (device) =>
      makeReport(device, asked, to, administrator()),
    );
    say(`sessions: ${report.sessions ?? `fewer than ${report.suppressedBelow}`}, sha256: ${digest}`);
    for (const note of notesOn(report)) console.error(note);
    return 0;
  },
};

const notesOn = ({ invented, leftOut }: RatesDocument): string[] => {
  if (invented) {
    const others = leftOut === 0 ? '' : ` Not counted: ${leftOut} that happened.`;
    return [`This is of what a simulation or the demo team did, and of nothing that happened.${others}`];
  }
  return leftOut === 0
    ? []
    : [`Not counted: ${leftOut} of a simulation or the demo team. With --invented the report is of those.`];
};

const dimensionOf = (asked: string | undefined): Dimension | null => {
  if (asked === undefined) return null;
  const found = dimensions.find((one) => one === asked);
  if (found === undefined) throw new Misuse(`--by takes one of ${dimensions.join(', ')}, not “${asked}”.`);
  return found;
};

const formatOf = (asked: string | undefined): ReportFormat => {
  const text = needed(asked, 'format');
  const found = reportFormats.find((one) => one === text);
  if (found === undefined) throw new Misuse(`--format takes json or csv, not “${text}”.`);
  return found;
};
