import { type FhirFile, isFhir } from '../../../core/fhir/file.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { chooseSheet, type Given, outlineIn, tableOfText } from '../../../core/roster/given.ts';
import type { Decisions, ImportKind } from '../../../core/roster/import-view.ts';
import { error, type Problem } from '../../../core/roster/problem.ts';
import { readRoster, readRosterSheets } from '../../../core/roster/roster.ts';
import type { Outline } from '../../../core/roster/said-columns.ts';
import type { Sheet } from '../../../core/roster/sheet.ts';
import type { PhotoProblem } from '../photos.ts';
import { planFhirSchedule } from '../schedule/from-fhir.ts';
import { planScheduleFile } from '../schedule/from-list.ts';
import { refusedSchedule, type SchedulePlan } from '../schedule/plan.ts';
import { digestOf } from './digest.ts';
import { type FhirPlan, planFhir } from './fhir.ts';
import { planRoster } from './people.ts';
import { photosAmong } from './photos-brought.ts';
import { type ImportPlan, refusedPlan } from './plan.ts';
import type { Planning } from './planning.ts';
import { isArchive, readWorkbook } from './workbook/read-workbook.ts';

/** A photo that was brought and made, or why it could not be; its bytes stay where they are. */
export interface BroughtPhoto {
  name: string;
  hash: string | null;
  blurred: boolean;
  problem: PhotoProblem | null;
}

export interface ImportJob {
  kind: ImportKind;
  files: readonly FhirFile[];
  photos: readonly BroughtPhoto[];
  decided: Decisions;
}

/** What came of the files that were brought. */
export type PlannedImport =
  | {
      kind: 'people';
      plan: ImportPlan | FhirPlan;
      outline: Outline | null;
      sheets: { names: string[]; read: string | null } | null;
    }
  | { kind: 'schedule'; plan: SchedulePlan };

const oneList = error(
  1,
  'There are several files, and they are not all FHIR.',
  'Import lists one after the other, and files of FHIR together.',
);

/** Finds out what files would change. Writes nothing. */
export const planFiles = async (device: Planning, job: ImportJob): Promise<PlannedImport> => {
  const { kind, files } = job;
  const [first] = files;
  if (first === undefined) throw new Error('There is a file to be imported');
  const allFhir = files.every(isFhir);
  if (kind === 'schedule') {
    if (allFhir) return { kind, plan: planFhirSchedule(device, files) };
    const plan =
      files.length > 1 ? refusedSchedule([oneList], '') : await planScheduleFile(device, first.bytes);
    return { kind, plan };
  }
  if (allFhir) {
    const plan = await planFhir(device, files, decidedBy(job));
    return { kind, plan, outline: null, sheets: null };
  }
  if (files.length > 1) return { kind, plan: refusedPlan(oneList, ''), outline: null, sheets: null };
  return { kind, ...(await planList(device, first.bytes, job)) };
};

const decidedBy = ({ decided: { renamed, leave } }: ImportJob) => ({
  ...{ renamed: new Set(renamed), leave: new Set(leave) },
});

const planList = async (device: Planning, bytes: Uint8Array, job: ImportJob) => {
  const { columns, names, sheet } = job.decided;
  const hints = {
    ...(names === null ? {} : { names }),
    ...(sheet === null ? {} : { sheet }),
    ...(columns === null ? {} : { fields: columns }),
  };
  const digest = digestOf([{ bytes }]);
  const read = isArchive(bytes) ? await readWorkbook(bytes) : null;
  if (read !== null && !read.ok)
    return { plan: refusedPlan(read.problem, digest), outline: null, sheets: null };
  const workbook = read === null ? null : read.value;
  const given = workbook === null ? textGiven(bytes, hints) : chooseSheet(workbook, hints);
  const sheets =
    workbook === null ? null : { names: namesOf(workbook), read: given.ok ? given.value.name : null };
  const outline = given.ok ? outlineIn(given.value.table, hints) : null;
  const roster = workbook === null ? readRoster(bytes, hints) : readRosterSheets(workbook, hints);
  if (!roster.ok) return { plan: refusedPlan(roster.problem, digest), outline, sheets };
  const photos = photosAmong(job.photos);
  const plan = await planRoster(
    device,
    { roster: roster.value, digest, photos, byName: true },
    decidedBy(job),
  );
  return { plan, outline, sheets };
};

const textGiven = (
  bytes: Uint8Array,
  hints: Parameters<typeof tableOfText>[1],
): Result<{ name: string; table: Given }, Problem> => {
  const table = tableOfText(bytes, hints);
  return table.ok ? ok({ name: '', table: table.value }) : refuse(table.problem);
};

const namesOf = (sheets: readonly Sheet[]): string[] =>
  sheets.filter(({ rows }) => rows.length > 0).map(({ name }) => name);
