import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isFhir } from '../../core/fhir/file.ts';
import { nameOrders } from '../../core/roster/full-name.ts';
import type { Hints } from '../../core/roster/given.ts';
import { formatReport, type ImportReport } from '../../core/roster/report.ts';
import type { Device } from '../services/device.ts';
import { carryOutImport, isBlocked } from '../services/imports/carry-out.ts';
import { type ImportFile, planImport } from '../services/imports/people.ts';
import type { ImportPlan } from '../services/imports/plan.ts';
import { reportOf } from '../services/imports/preview.ts';
import { isArchive } from '../services/imports/workbook/read-workbook.ts';
import { openDevice } from '../services/open-device.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, needed, readOptions } from './command.ts';
import { importFhir } from './import-fhir.ts';

export const importCommand: CliCommand = {
  help: [
    'import [people] FILE… --data DIR [--dry-run] [--skip-problems] [--photos DIR] [--format list|xlsx|fhir]',
    '       [--columns LIST] [--sheet NAME] [--names family-first|given-first] [--renamed LINE,…]',
    '',
    '  FILE             a list of people, as CSV or a workbook (.xlsx); photos that it names lie in the same folder. Or FHIR R4 in JSON: a',
    '                   Bundle, NDJSON, or single resources; the files of FHIR that are named are read together',
    '  --data DIR       the folder that holds the database; made if it is not there',
    '  --dry-run        a preview: only says what would change, row by row',
    '  --skip-problems  imports the rows without problems, and leaves the others out',
    '  --photos DIR     the folder of the photos; they are also found by the staff number, badge id or name they are',
    '                   called by',
    '  --columns LIST   what the columns are, for a file that does not say it: "given, family, role, -, badge"',
    '  --format WHAT    what the files are, where that is to be checked; else it is seen by what is in them',
    '  --sheet NAME     which sheet of a workbook, where several have people',
    '  --names ORDER    which part of whole names comes first, where the file does not show it',
    '  --renamed LINE   the person on this line, known here by number or badge, has a new name; 5,9 for several',
    '',
    'Columns are found by their meaning. Where any row has a problem, nothing is imported and each problem is',
    'told as FILE:LINE, with what to do; exit code 1. docs/importing.md says how to bring a list in, and',
    'docs/importing-fhir.md what is read of FHIR.',
  ].join('\n'),
  run: async (words) => {
    const { values, positionals } = readOptions(
      words[0] === 'people' ? words.slice(1) : words,
      {
        data: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'skip-problems': { type: 'boolean', default: false },
        photos: { type: 'string' },
        columns: { type: 'string' },
        names: { type: 'string' },
        sheet: { type: 'string' },
        format: { type: 'string' },
        renamed: { type: 'string' },
      },
      { files: true },
    );
    if (positionals.length === 0) throw new Misuse('Name a file to import. --help says more.');
    const folder = needed(values.data, 'data');
    const read = positionals.map((file) => ({ file, bytes: readFileSync(file) }));
    const fhir = read.filter(({ file, bytes }) => isFhir({ name: file, bytes }));
    if (fhir.length > 0) ofOneKind(fhir.length === read.length, values);
    checkFormat(values.format, read);
    const renamed = lineNumbers(values.renamed, fhir.length > 0 ? 1 : read.length);
    const hints = hintsOf(values);
    const { photos } = values;
    const files = read.map((one) => ({
      ...{ ...one, renamed, hints },
      ...{ folder: photos ?? dirname(resolve(one.file)), byName: photos !== undefined },
    }));
    const device = openDevice({ folder });
    try {
      const [dryRun, skip] = [values['dry-run'], values['skip-problems']];
      if (fhir.length > 0) return await importFhir(device, { files, dryRun, skipProblems: skip, renamed });
      const plans = await inTurn(files, (one) => plan(device, one));
      const skipProblems = values['skip-problems'];
      const blocked = plans.some((one) => isBlocked(one, skipProblems));
      if (blocked || values['dry-run']) {
        console.log(formatReport(plans.map(values['dry-run'] ? previewed : nothingOf)));
        if (blocked) console.error('Nothing is imported while a row has a problem.');
        return blocked ? 1 : 0;
      }
      return await carryOutAll(device, files, skipProblems);
    } finally {
      device.close();
    }
  },
};

const ofOneKind = (
  isFhirOnly: boolean,
  values: { photos?: string; columns?: string; names?: string; sheet?: string },
): void => {
  if (!isFhirOnly) throw new Misuse('Import lists and files of FHIR one after the other.');
  for (const option of ['photos', 'columns', 'names', 'sheet'] as const)
    if (values[option] !== undefined) throw new Misuse(`--${option} goes with lists, not with FHIR.`);
};

const formats = ['list', 'xlsx', 'fhir'] as const;

/** Whoever says what the files are is told where one is something else. */
const checkFormat = (
  said: string | undefined,
  files: readonly { file: string; bytes: Uint8Array }[],
): void => {
  if (said === undefined) return;
  if (!formats.some((format) => format === said))
    throw new Misuse(`--format takes ${formats.join(', ')}, not “${said}”.`);
  for (const { file, bytes } of files) {
    const is = isFhir({ name: file, bytes }) ? 'fhir' : isArchive(bytes) ? 'xlsx' : 'list';
    if (is !== said) throw new Misuse(`${file} is ${inWords[is]}, not ${inWords[said as typeof is]}.`);
  }
};
const inWords = { list: 'a list as text', xlsx: 'a workbook', fhir: 'FHIR' } as const;

const hintsOf = ({ columns, names, sheet }: { columns?: string; names?: string; sheet?: string }): Hints => {
  const order = nameOrders.find((one) => one === names);
  if (names !== undefined && order === undefined)
    throw new Misuse(`--names takes ${nameOrders.join(' or ')}, not “${names}”.`);
  return {
    ...(order === undefined ? {} : { names: order }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(columns === undefined ? {} : { columns: columns.split(',').map((name) => name.trim()) }),
  };
};

const lineNumbers = (text: string | undefined, files: number): ReadonlySet<number> => {
  if (text === undefined) return new Set();
  if (!/^\d+(,\d+)*$/u.test(text))
    throw new Misuse(`--renamed takes line numbers, such as 5,9, not “${text}”.`);
  if (files > 1) throw new Misuse('--renamed goes with one file: its lines are meant.');
  return new Set(text.split(',').map(Number));
};

/** One after the other: two files of photos at once would need twice the memory. */
const inTurn = async <Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> => {
  const done: Value[] = [];
  for (const item of items) done.push(await work(item));
  return done;
};

interface File extends ImportFile {
  file: string;
}

type Planned = ImportPlan & { file: string };

const plan = async (device: Device, { file, ...about }: File): Promise<Planned> => ({
  ...(await planImport(device, about)),
  file,
});

const counted = (planned: Planned): ImportReport => reportOf(planned.file, planned, { isPreview: false });
const previewed = (planned: Planned): ImportReport => reportOf(planned.file, planned, { isPreview: true });

const nothingOf = (planned: Planned): ImportReport => ({
  ...counted(planned),
  ...{ added: 0, changed: 0, skipped: 0, retired: 0, leftOut: 0 },
});

/** File by file, each planned again after the one before: the same people may stand in two of them. */
const carryOutAll = async (device: Device, files: File[], skipProblems: boolean): Promise<number> => {
  const done: Planned[] = [];
  for (const file of files) {
    const planned = await carryOutOne(device, file, skipProblems);
    if (!planned.isDone) {
      console.log(formatReport([...done, planned.plan].map(counted)));
      console.error(
        planned.isStale
          ? 'The people here were changed while the list was read. Import it again.'
          : `The files before ${file.file} were imported; it and those after it were not.`,
      );
      return 1;
    }
    done.push(planned.plan);
  }
  console.log(formatReport(done.map(counted)));
  return 0;
};

const mostTries = 3;

/** Plans and carries out one file; again where somebody changed their card, or a kiosk its people, in between. */
const carryOutOne = async (
  device: Device,
  file: File,
  skipProblems: boolean,
): Promise<{ plan: Planned; isDone: boolean; isStale: boolean }> => {
  for (let tries = 1; ; tries += 1) {
    const planned = await plan(device, file);
    const carriedOut = await carryOutImport(device, planned, {
      ...{ actor: administrator(), skipProblems, files: [basename(file.file)] },
    });
    const isStale = !carriedOut.ok && carriedOut.problem === 'changed-meanwhile';
    if (!isStale || tries === mostTries) return { plan: planned, isDone: carriedOut.ok, isStale };
  }
};
