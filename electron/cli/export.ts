import { existsSync } from 'node:fs';
import * as z from 'zod';
import { Problem } from '../problem.ts';
import { databaseFile } from '../services/device.ts';
import { exportIntroductions } from '../services/exports/export.ts';
import { openDevice } from '../services/open-device.ts';
import { type CliCommand, Misuse, needed, readOptions } from './command.ts';

export const exportCommand: CliCommand = {
  help: [
    'export --data DIR --format csv --from DAY --to DAY --out FILE|-',
    '',
    '  --data DIR    the folder that holds the database',
    '  --format csv  one row per introduction, also those without a status; no names of people',
    '  --from DAY    the first day, such as 2026-11-01, by the clock on the wall of the place',
    '  --to DAY      the last day; it is included',
    '  --out FILE    where to; “-” is the standard output',
    '',
    'Says how many rows and the SHA-256 digest of the bytes; the log keeps both.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      format: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      out: { type: 'string' },
    });
    const format = needed(values.format, 'format');
    if (format !== 'csv') throw new Misuse(`--format takes csv, not “${format}”.`);
    const days = { from: day(values.from, 'from'), to: day(values.to, 'to') };
    if (days.from > days.to) throw new Misuse(`--from ${days.from} is after --to ${days.to}.`);
    const out = needed(values.out, 'out');
    const folder = needed(values.data, 'data');
    if (!existsSync(databaseFile(folder)))
      throw new Problem(`The folder ${folder} holds no record of this program.`);
    const device = openDevice({ folder });
    try {
      const { rows, digest } = await exportIntroductions(device, days, out === '-' ? process.stdout : out);
      const say = out === '-' ? console.error : console.log;
      say(`rows: ${rows}, sha256: ${digest}`);
      return 0;
    } finally {
      device.close();
    }
  },
};

const day = (value: string | undefined, name: string): string => {
  const text = needed(value, name);
  if (!z.iso.date().safeParse(text).success)
    throw new Misuse(`--${name} takes a day such as 2026-11-01, not “${text}”.`);
  return text;
};
