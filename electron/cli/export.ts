import type { Writable } from 'node:stream';
import type { AskedRows } from '../../core/exports/view.ts';
import {
  type FhirForm,
  fhirForms,
  type TableName,
  tableFormats,
  tableNames,
} from '../../core/exports/words.ts';
import type { Filter } from '../../core/log/bundle/statement.ts';
import { opaqueId } from '../../core/session/ids.ts';
import type { Device } from '../services/device.ts';
import { exportBundle } from '../services/exports/bundle.ts';
import { exportRows, ofAll } from '../services/exports/export.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, needed, readOptions } from './command.ts';
import { days } from './day.ts';
import { onRecord } from './existing-record.ts';

export const exportCommand: CliCommand = {
  help: [
    'export --data DIR --format csv|ndjson [--table TABLE] --from DAY --to DAY --out FILE|-',
    'export --data DIR --format xlsx --from DAY --to DAY --out FILE|-',
    'export --data DIR --format fhir [--as ndjson|bundle] --from DAY --to DAY --out FILE|-',
    'export --data DIR --format bundle [--from DAY --to DAY | --session ID] --out FILE|-',
    '',
    '  --data DIR       the folder that holds the database',
    '  --format csv     one row per introduction, also those without a status; no names of people',
    '  --format ndjson  the same, one JSON object to a line, with numbers and truth values as such',
    `  --table TABLE    another table than introductions: ${tableNames.slice(1).join(', ')}.`,
    '                   With the first four, every figure of “report” can be counted again; the summary has a row for',
    '                   each session, held or not',
    '  --format xlsx    a workbook of all tables, with a first sheet that says what it is',
    '  --format fhir    rounds and introductions as FHIR R4: transactions, one on each line, to be sent in their order',
    '  --as bundle      one transaction for all; only for a few days',
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
      as: { type: 'string' },
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
  as?: string | undefined;
}

const writerOf = (asked: Asked): Write => {
  const format = needed(asked.format, 'format');
  const tableFormat = tableFormats.find((one) => one === format);
  if (format !== 'bundle' && asked.session !== undefined)
    throw new Misuse('--session is only for --format bundle.');
  if (tableFormat === undefined && asked.table !== undefined)
    throw new Misuse('--table is only for --format csv and ndjson.');
  if (format !== 'fhir' && asked.as !== undefined) throw new Misuse('--as is only for --format fhir.');
  if (tableFormat !== undefined)
    return rowsWriter({ format: tableFormat, table: tableOf(asked.table), ...days(asked), ...ofAll });
  if (format === 'xlsx') return rowsWriter({ format, ...days(asked), ...ofAll });
  if (format === 'fhir') return rowsWriter({ format, form: formOf(asked.as), ...days(asked), ...ofAll });
  if (format === 'bundle') return bundleWriter(filterOf(asked));
  throw new Misuse(`--format takes csv, ndjson, xlsx, fhir or bundle, not “${format}”.`);
};

const rowsWriter =
  (asked: AskedRows): Write =>
  async (device, to) => {
    const { rows, digest } = await exportRows(device, asked, to, administrator());
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

const tableOf = (asked = 'introductions'): TableName => {
  const found = tableNames.find((one) => one === asked);
  if (found === undefined) throw new Misuse(`--table takes one of ${tableNames.join(', ')}, not “${asked}”.`);
  return found;
};

const formOf = (asked: string = 'ndjson'): FhirForm => {
  const found = fhirForms.find((one) => one === asked);
  if (found === undefined) throw new Misuse(`--as takes one of ${fhirForms.join(', ')}, not “${asked}”.`);
  return found;
};
