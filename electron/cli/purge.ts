import { obstacleInWords } from '../services/retention/obstacle-words.ts';
import { type PurgePlan, planPurge } from '../services/retention/plan.ts';
import { purge } from '../services/retention/purge.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, needed, readOptions } from './command.ts';
import { day } from './day.ts';
import { onRecord } from './existing-record.ts';

export const purgeCommand: CliCommand = {
  help: [
    'purge --data DIR --before DAY [--yes]',
    '',
    '  --data DIR    the folder that holds the database; the kiosk may run meanwhile',
    '  --before DAY  deletes what is from before this day, such as 2020-11-01, by the clock on the wall of the place',
    '  --yes         deletes it; without it, only says what would go and what stands in the way',
    '',
    'Only what is older than the record is kept for, in a backup, covered by a checkpoint that left this device, and',
    'not on hold can go, and nothing of a record that does not hold. What is deleted is in the backups made before; the',
    'hashes stay, so that the rest can be checked as before. The record is checked, and says that it was. Exit code 1',
    'where something stands in the way.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      before: { type: 'string' },
      yes: { type: 'boolean', default: false },
    });
    const before = day(values.before, 'before');
    return onRecord(needed(values.data, 'data'), async (device) => {
      const plan = planPurge(device, { before, actor: administrator() });
      console.log(inWords(plan));
      for (const obstacle of plan.obstacles) console.error(obstacleInWords(obstacle));
      if (plan.obstacles.length > 0) return 1;
      if (plan.entries === 0) return 0;
      if (!values.yes) {
        console.log('Nothing is deleted yet: say --yes to do it.');
        return 0;
      }
      const { entries, through, erased } = await purge(device, plan, administrator());
      console.log(`purged: ${entries} entries, through ${through}`);
      if (!erased) console.log('A trace of them is on the disk until the kiosk closes its next session.');
      return 0;
    });
  },
};

const inWords = ({ before, range, entries, sessions, introductions, days }: PurgePlan): string =>
  days === null
    ? `Nothing that can go is from before ${before}.`
    : [
        `entries: ${entries} (${range.after + 1} to ${range.through}), from ${days.first} to ${days.last}`,
        `sessions: ${sessions}, introductions recorded: ${introductions}`,
      ].join('\n');
