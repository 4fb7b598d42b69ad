import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { formatReport } from '../../core/roster/report.ts';
import type { Device } from '../services/device.ts';
import { carryOutImport, isBlocked } from '../services/imports/carry-out.ts';
import { planImport } from '../services/imports/people.ts';
import type { ImportPlan } from '../services/imports/plan.ts';
import { openDevice } from '../services/open-device.ts';
import { type CliCommand, Misuse, needed, readOptions } from './command.ts';

export const importCommand: CliCommand = {
  help: [
    'import FILE… --data DIR [--dry-run] [--skip-problems]',
    '',
    '  FILE             a list of people, as CSV; photos that it names lie in the same folder',
    '  --data DIR       the folder that holds the database; made if it is not there',
    '  --dry-run        only says what would change',
    '  --skip-problems  imports the rows without problems, and leaves the others out',
    '',
    'Columns are found by their meaning. Where any row has a problem, nothing is imported and each problem is',
    'told as FILE:LINE, with what to do; exit code 1.',
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
    if (positionals.length === 0) throw new Misuse('Name a file to import. --help says more.');
    const folder = needed(values.data, 'data');
    const files = positionals.map((file) => ({ file, bytes: readFileSync(file) }));
    const device = openDevice({ folder });
    try {
      const plans = await Promise.all(files.map((one) => plan(device, one)));
      const skipProblems = values['skip-problems'];
      const blocked = plans.some((one) => isBlocked(one, skipProblems));
      if (blocked || values['dry-run']) {
        console.log(formatReport(plans.map(values['dry-run'] ? counted : nothingOf)));
        if (blocked) console.error('Nothing is imported while a row has a problem.');
        return blocked ? 1 : 0;
      }
      return await carryOutAll(device, files, skipProblems);
    } finally {
      device.close();
    }
  },
};

interface File {
  file: string;
  bytes: Uint8Array;
}

type Planned = ImportPlan & { file: string };

const plan = async (device: Device, { file, bytes }: File): Promise<Planned> => ({
  ...(await planImport(device, { bytes, folder: dirname(resolve(file)) })),
  file,
});

const counted = ({ file, added, changed, skipped, problems }: Planned) => ({
  ...{ file, problems, skipped },
  added: added.length,
  changed: changed.length,
});

const nothingOf = (planned: Planned) => ({ ...counted(planned), added: 0, changed: 0, skipped: 0 });

/** File by file, each planned again after the one before: the same people may stand in two of them. */
const carryOutAll = async (device: Device, files: File[], skipProblems: boolean): Promise<number> => {
  const done: Planned[] = [];
  for (const file of files) {
    const planned = await plan(device, file);
    const carriedOut = carryOutImport(device, planned, { actor: { kind: 'command-line' }, skipProblems });
    if (!carriedOut.ok) {
      console.log(formatReport([...done, planned].map(counted)));
      console.error(`The files before ${file.file} were imported; it and those after it were not.`);
      return 1;
    }
    done.push(planned);
  }
  console.log(formatReport(done.map(counted)));
  return 0;
};
