import * as z from 'zod';
import { mostPerDay, simulate, yesterday } from '../services/simulate/simulate.ts';
import { type CliCommand, Misuse, needed, readOptions, wholeNumber } from './command.ts';

/** A hundred years; more would begin before any calendar that is in use. */
const mostDays = 36_525;

export const simulateCommand: CliCommand = {
  help: [
    'simulate --data DIR --sessions N --seed S --days D [--until DAY]',
    '',
    '  --data DIR    a folder without real sessions or people; made if it is not there',
    '  --sessions N  how many sessions are held; some more are scheduled and never happen',
    '  --seed S      a whole number: the same one makes the same log again, byte for byte',
    `  --days D      over how many days; at most ${mostPerDay} sessions a day`,
    '  --until DAY   the last of the days; yesterday if it is left out, so that nothing lies ahead',
    '',
    'For trying reports and for measuring. Everything is invented, and the log and exports say so.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      sessions: { type: 'string' },
      seed: { type: 'string' },
      days: { type: 'string' },
      until: { type: 'string' },
    });
    const sessions = wholeNumber(values.sessions, 'sessions', { least: 1 });
    const seed = wholeNumber(values.seed, 'seed');
    const days = wholeNumber(values.days, 'days', { least: 1, most: mostDays });
    const until = values.until ?? yesterday();
    if (!z.iso.date().safeParse(until).success)
      throw new Misuse(`--until takes a day such as 2026-11-01, not “${until}”.`);
    if (sessions / days > mostPerDay)
      throw new Misuse(`One kiosk cannot hold more than ${mostPerDay} sessions a day: ask for more days.`);
    const began = performance.now();
    const { introductions, entries } = simulate(needed(values.data, 'data'), { sessions, seed, days, until });
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `sessions: ${sessions}, introductions: ${introductions}, log entries: ${entries}, seconds: ${seconds.toFixed(2)}`,
    );
    return 0;
  },
};
