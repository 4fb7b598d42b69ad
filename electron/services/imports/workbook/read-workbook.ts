import { ok, type Result, refuse } from '../../../../core/result.ts';
import { error, type Problem } from '../../../../core/roster/problem.ts';
import type { Sheet } from '../../../../core/roster/sheet.ts';
import { inThread } from '../../in-thread.ts';
import type { ReadWorkbook } from './workbook-worker.ts';

/** As it lies beside this module, in the sources or where the build lays what is shipped. */
const worker = new URL(
  import.meta.url.endsWith('.ts') ? './workbook-worker.ts' : './workbook-worker.js',
  import.meta.url,
);

const largestFile = 5 * 1024 * 1024;
/** In ms and MB; a list of 20,000 rows takes about two seconds and 200 MB. */
const patience = 30_000;
const memory = 768;

const csv = 'Save the list as CSV (UTF-8) or as an Excel workbook (.xlsx), and import that.';
const asXlsx = 'Open it, choose “Save as”, then “Excel Workbook (.xlsx)” or “CSV UTF-8”, and import that.';

type Trouble = Exclude<ReadWorkbook, { ok: true }>['problem'] | 'too-long';

const inWords: Record<Trouble, readonly [what: string, whatToDo: string]> = {
  'not-a-zip': [
    'The workbook is damaged, or a part of it is missing.',
    'Save it once more in Excel, or as CSV (UTF-8).',
  ],
  damaged: [
    'The workbook is damaged: it does not hold what it says it holds.',
    'Save it once more in Excel, or as CSV (UTF-8).',
  ],
  locked: ['The workbook is locked with a password.', 'Save it without one.'],
  'too-large-inside': [
    'Unpacked, the workbook is larger than any list of people.',
    'Copy the list into a new workbook, or save it as CSV (UTF-8).',
  ],
  'too-wide': [
    'A sheet of the workbook has more than 702 columns.',
    'Copy the list into a new workbook, or save it as CSV (UTF-8).',
  ],
  'has-entities': [
    'The workbook has something in it that no list needs, and that can do harm.',
    'Save it once more in Excel, or as CSV (UTF-8).',
  ],
  'open-document': ['The file is a sheet of LibreOffice or OpenOffice (.ods), which cannot be read.', asXlsx],
  numbers: [
    'The file is a sheet of Numbers, which cannot be read.',
    'Choose “Export to”, then “Excel” or “CSV”, and import that.',
  ],
  binary: ['The file is a binary workbook (.xlsb), which cannot be read.', asXlsx],
  'other-document': ['The file is an archive, and no workbook.', csv],
  unreadable: [
    'The workbook cannot be read: it breaks the rules that Excel writes by.',
    'Save it once more in Excel, or as CSV (UTF-8).',
  ],
  'too-long': [
    'To read the workbook takes longer than any list does.',
    'Copy the list into a new workbook, or save it as CSV (UTF-8).',
  ],
};

/** Whether a file is a workbook or another archive, by its first bytes. */
export const isArchive = (bytes: Uint8Array): boolean =>
  [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte);

/**
 * Reads a workbook (.xlsx, ECMA-376) in another thread, with an end to its time and memory. Of a formula the value that was
 * kept with it; nothing in it is worked out, fetched or run. Refuses with the reason.
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<Result<Sheet[], Problem>> => {
  if (bytes.length > largestFile)
    return refuse(error(1, 'The file is larger than 5 MB.', 'Split it into smaller files.'));
  const read = await inTime(bytes);
  return read.ok ? ok(read.value) : refuse(error(1, ...inWords[read.problem]));
};

const inTime = async (bytes: Uint8Array): Promise<Result<Sheet[], Trouble>> => {
  const answers: ReadWorkbook[] = [];
  const signal = AbortSignal.timeout(patience);
  try {
    await inThread(worker, {
      workerData: { bytes },
      onMessage: (message) => {
        answers.push(message as ReadWorkbook);
        return true;
      },
      signal,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
  } catch (problem) {
    if (signal.aborted) return refuse('too-long');
    if (problem instanceof Error && 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return refuse('too-large-inside');
    throw problem;
  }
  const [answer] = answers;
  if (answer === undefined) throw new Error('The thread ended without an answer');
  return answer;
};
