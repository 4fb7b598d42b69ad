import type { Writable } from 'node:stream';
import type { Filter } from '../../core/log/bundle/statement.ts';
import { csvTables } from '../../core/log/device-events.ts';
import { opaqueId } from '../../core/session/ids.ts';
import type { Device } from '../services/device.ts';
import { exportBundle } from '../services/exports/bundle.ts';
import { exportTable } from '../services/exports/export.ts';
import type { Days } from '../services/exports/introductions.ts';
import type { CsvTable } from '../services/exports/tables.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, needed, readOptions } from './command.ts';
import { days } from './day.ts';
import { onRecord } from './existing-record.ts';

export const exportCommand: CliCommand = {
  help: [
    'export --data DIR --format csv [--table TABLE] --from DAY --to DAY --out FILE|-',
    'export --data DIR --format bundle [--from DAY --to DAY | --session ID] --out FILE|-',
    '',
    '  --data DIR       the folder that holds the database',
    '  --format csv     one row per introduction, also those without a status; no names of people',
    `  --table TABLE    another table than introductions: ${csvTables.slice(1).join(', ')}. With all four, every`,
    '                   figure of “report” can be counted again',
    '  --format bundle  the record itself with its proof, for “verify”: all of it, or the entries of some days or of a session',
    '  --from DAY       the first day, such as 2026-11-01, by the clock on the wall of the place',
    '  --to DAY         the last day; it is included',
    '  --session ID     the id of a session, as the CSV names it',
    '  --out FILE       where to; “-” is the standard output',
    '',
    'Says how many rows or entries, and the SHA-256 digest of the bytes; the log keeps both.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      format: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      session: { type: 'string' },
      table: { type: 'string' },
      out: { type: 'string' },
    });
    const write = writerOf(values);
    const out = needed(values.out, 'out');
    const to = out === '-' ? process.stdout : out;
    const said = await onRecord(needed(values.data, 'data'), (device) => write(device, to));
    const say = out === '-' ? console.error : console.log;
    say(said);
    return 0;
  },
};

/** Writes what was asked for, and says how much it was. */
type Write = (device: Device, to: string | Writable) => Promise<string>;

interface Asked {
  format?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  session?: string | undefined;
  table?: string | undefined;
}

const writerOf = (asked: Asked): Write => {
  const format = needed(asked.format, 'format');
  if (format === 'csv') {
    if (asked.session !== undefined) throw new Misuse('--session is only for --format bundle.');
    return csvWriter({ table: tableOf(asked.table), ...days(asked) });
  }
  if (asked.table !== undefined) throw new Misuse('--table is only for --format csv.');
  if (format !== 'bundle') throw new Misuse(`--format takes csv or bundle, not “${format}”.`);
  return bundleWriter(filterOf(asked));
};

const csvWriter =
  (asked: Days & { table: CsvTable }): Write =>
  async (device, to) => {
    const { rows, digest } = await exportTable(device, asked, to, administrator());
    return `rows: ${rows}, sha256: ${digest}`;
  };

const bundleWriter =
  (filter: Filter): Write =>
  async (device, to) => {
    const { entries, size, digest, key } = await exportBundle(device, filter, to, administrator());
    return `entries: ${entries} of ${size}, sha256: ${digest}, key: ${key}`;
  };

const filterOf = (asked: Asked): Filter => {
  const { from, to, session } = asked;
  if (session !== undefined) {
    if (from !== undefined || to !== undefined)
      throw new Misuse('--session is for one session, --from and --to for days: not both.');
    if (!opaqueId.safeParse(session).success)
      throw new Misuse(`--session takes the id of a session, not “${session}”.`);
    return { kind: 'session', id: session };
  }
  return from === undefined && to === undefined ? { kind: 'all' } : { kind: 'days', ...days(asked) };
};

const tableOf = (asked = 'introductions'): CsvTable => {
  const found = csvTables.find((one) => one === asked);
  if (found === undefined) throw new Misuse(`--table takes one of ${csvTables.join(', ')}, not “${asked}”.`);
  return found;
};
