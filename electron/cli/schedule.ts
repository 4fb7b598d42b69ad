import { readFileSync } from 'node:fs';
import { formatScheduleReport } from '../../core/roster/report.ts';
import { openDevice } from '../services/open-device.ts';
import { carryOutSchedule } from '../services/schedule/carry-out.ts';
import { planSchedule } from '../services/schedule/from-list.ts';
import type { SchedulePlan } from '../services/schedule/plan.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, needed, readOptions } from './command.ts';

export const scheduleCommand: CliCommand = {
  help: [
    'schedule FILE --data DIR [--dry-run] [--skip-problems]',
    '',
    '  FILE             scheduled sessions, as CSV: date, time, place, unit, kind, urgency, lead, team;',
    '                   in shift changes also arriving and leaving',
    '  --data DIR       the folder that holds the database',
    '  --dry-run        only says what would be scheduled',
    '  --skip-problems  schedules the rows without problems, and leaves the others out',
    '',
    'The team is names or badge ids with “;” between them, each with “=role” where it is another than usual.',
    'What was scheduled before at these places on these days, and was not held, is replaced.',
  ].join('\n'),
  run: async (words) => {
    const { values, positionals } = readOptions(
      words,
      {
        data: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'skip-problems': { type: 'boolean', default: false },
      },
      { files: true },
    );
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new Misuse('Name one file. --help says more.');
    const folder = needed(values.data, 'data');
    const bytes = readFileSync(file);
    const device = openDevice({ folder });
    try {
      const plan = planSchedule(device, bytes);
      if (values['dry-run']) return told(file, plan, plan.sessions.length, !plan.refused);
      const how = { actor: administrator(), skipProblems: values['skip-problems'] } as const;
      const done = carryOutSchedule(device, plan, how).ok;
      return told(file, plan, done ? plan.sessions.length : 0, done);
    } finally {
      device.close();
    }
  },
};

const told = (file: string, { problems }: SchedulePlan, sessions: number, done: boolean): number => {
  console.log(formatScheduleReport([{ file, problems, sessions }]));
  if (!done) console.error('Nothing is scheduled while a row has a problem.');
  return done ? 0 : 1;
};
