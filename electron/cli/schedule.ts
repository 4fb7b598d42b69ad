import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isFhir } from '../../core/fhir/file.ts';
import { formatScheduleReport, type ScheduleReport } from '../../core/roster/report.ts';
import type { Device } from '../services/device.ts';
import { openDevice } from '../services/open-device.ts';
import { carryOutSchedule, countsNow } from '../services/schedule/carry-out.ts';
import { planFhirSchedule } from '../services/schedule/from-fhir.ts';
import { planScheduleFile } from '../services/schedule/from-list.ts';
import { type SchedulePlan, type Step, sessionInWords } from '../services/schedule/plan.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, needed, readOptions } from './command.ts';

export const scheduleCommand: CliCommand = {
  help: [
    'schedule FILE… --data DIR [--fhir] [--dry-run] [--skip-problems]',
    '',
    '  FILE             scheduled sessions, as CSV or a workbook (.xlsx): date, time, place, unit, kind, urgency, lead,',
    '                   team; in shift changes also arriving and leaving. Or FHIR R4 in JSON: Appointment, Encounter',
    '                   and ServiceRequest, with the Practitioners and Locations that they name; several are read together',
    '  --data DIR       the folder that holds the database',
    '  --fhir           the files are FHIR, whatever they are called',
    '  --dry-run        a preview: only says what would be scheduled, changed and taken off',
    '  --skip-problems  schedules the rows without problems, and leaves the others out',
    '',
    'The team is names or badge ids with “;” between them, each with “=role” where it is another than usual.',
    'By a list, what was scheduled before at its places on its days, and was not held, is replaced. By FHIR only what it',
    'names is changed; what is cancelled there is taken off the schedule.',
  ].join('\n'),
  run: async (words) => {
    const { values, positionals } = readOptions(
      words,
      {
        data: { type: 'string' },
        fhir: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        'skip-problems': { type: 'boolean', default: false },
      },
      { files: true },
    );
    const files = positionals.map((name) => ({ name, bytes: readFileSync(name) }));
    const [first] = files;
    if (first === undefined) throw new Misuse('Name a file. --help says more.');
    const fhir = values.fhir || files.every(isFhir);
    if (!fhir && files.length > 1) throw new Misuse('Name one list, or files of FHIR only.');
    const folder = needed(values.data, 'data');
    const device = openDevice({ folder });
    try {
      const plan = fhir ? planFhirSchedule(device, files) : await planScheduleFile(device, first.bytes);
      const names = files.map(({ name }) => name);
      if (values['dry-run']) return told(device, plan, { names, isPreview: true, done: !plan.refused });
      const how = { actor: administrator(), skipProblems: values['skip-problems'] } as const;
      const { ok: done } = carryOutSchedule(device, plan, {
        ...how,
        files: names.map((name) => basename(name)),
      });
      return told(device, plan, { names, isPreview: false, done });
    } finally {
      device.close();
    }
  },
};

interface Told {
  names: readonly string[];
  isPreview: boolean;
  done: boolean;
}

const told = (device: Device, plan: SchedulePlan, { names, isPreview, done }: Told): number => {
  const none = { added: 0, changed: 0, cancelled: 0, late: 0 };
  const counts = done ? countsNow(device, plan) : none;
  const reports = names.map(
    (file, index): ScheduleReport => ({
      ...{ file, inEntries: plan.files?.[index]?.counts === 'entries' },
      problems: plan.problems.filter((problem) => (problem.file ?? 0) === index),
      // The numbers are of all files together, and stand with the first.
      ...(index === 0 ? { sessions: done ? plan.sessions.length : 0, ...counts } : { sessions: 0, ...none }),
      rows: isPreview ? plan.steps.filter((step) => fileOf(step) === index).map(rowOf) : [],
    }),
  );
  console.log(formatScheduleReport(reports));
  if (!done) console.error('Nothing is scheduled while a row has a problem.');
  return done ? 0 : 1;
};

const fileOf = (step: Step): number => (step.is === 'cancelled' ? step.file : step.session.file);

const rowOf = (step: Step): ScheduleReport['rows'][number] => {
  if (step.is === 'cancelled') {
    const { date, time } = step.before;
    return { line: step.line, what: step.is, session: `${date} ${time}`, fields: [] };
  }
  const fields = step.is === 'changed' || step.is === 'back' ? step.fields : [];
  return { line: step.session.line, what: step.is, session: sessionInWords(step.session), fields };
};
