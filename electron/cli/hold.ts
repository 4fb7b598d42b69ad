import { type Held, heldInWords, holds, placeHold } from '../services/retention/holds.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, needed, readOptions } from './command.ts';
import { day } from './day.ts';
import { onRecord } from './existing-record.ts';

export const holdCommand: CliCommand = {
  help: [
    'hold --data DIR (--session ID | --from DAY --to DAY) [--case TEXT]',
    'hold --data DIR --list',
    '',
    '  --data DIR    the folder that holds the database; the kiosk may run meanwhile',
    '  --session ID  keeps one session from being purged',
    '  --from DAY    keeps all from this day, such as 2020-11-01, …',
    '  --to DAY      … to this one; it is included',
    '  --case TEXT   whatever tells people why, such as the number of a case; it never comes into the log',
    '  --list        the holds that stand',
    '',
    'Prints the id by which “release” ends it.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      session: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      case: { type: 'string' },
      list: { type: 'boolean', default: false },
    });
    const { session, from, to, case: note = null } = values;
    const folder = needed(values.data, 'data');
    if (values.list) {
      if ([session, from, to, note].some((value) => value != null))
        throw new Misuse('--list takes nothing but --data.');
      return onRecord(folder, (device) => {
        for (const { id, held, note, placed } of holds(device))
          console.log(
            [id, `on ${heldInWords(held)}`, `since ${placed}`, ...(note === null ? [] : [note])].join(', '),
          );
        return 0;
      });
    }
    const held = heldBy(values);
    return onRecord(folder, (device) => {
      const placed = placeHold(device, { held, note }, administrator());
      if (placed.ok) console.log(`hold: ${placed.value}`);
      else console.error(refused[placed.problem]);
      return placed.ok ? 0 : 1;
    });
  },
};

const heldBy = (values: { session?: string; from?: string; to?: string }): Held => {
  const days = values.from !== undefined || values.to !== undefined;
  if (days === (values.session !== undefined))
    throw new Misuse('Say either --session, or --from and --to. --help says more.');
  return days
    ? { from: day(values.from, 'from'), to: day(values.to, 'to') }
    : { session: needed(values.session, 'session') };
};

const refused = {
  'no-such-session': 'The record has no session by this id.',
  'days-reversed': 'The day in --from is after the one in --to.',
  'note-unusable': 'The text in --case needs 1 to 120 letters, and none that nobody sees.',
} as const;
