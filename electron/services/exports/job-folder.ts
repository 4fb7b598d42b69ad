import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AskedExport, Days } from '../../../core/exports/view.ts';
import { logger } from '../../operations.ts';
import { makeFolder } from '../folder.ts';

/** Where files wait to be fetched: in the data folder, for the kiosk's user only. */
export const jobFolder = (data: string): string => join(data, 'exports');

/** Leaves nothing of what was never fetched, and makes the folder. What cannot be erased now is erased at the next start. */
export const sweepJobs = (data: string): void => {
  erase(jobFolder(data));
  makeFolder(jobFolder(data));
};

/** Erases a file, or the folder of them; where something still has it open, it is erased at the next start. */
export const erase = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (problem) {
    logger.warn({ problem }, 'an export was not erased');
  }
};

const extensions = { csv: 'csv', ndjson: 'ndjson', xlsx: 'xlsx', bundle: 'tar' } as const;

const extensionOf = (asked: AskedExport): string => {
  if (asked.format !== 'fhir') return extensions[asked.format];
  return asked.form === 'bundle' ? 'fhir.json' : 'fhir.ndjson';
};

const subjectOf = (asked: AskedExport): string => {
  if ('table' in asked) return asked.table;
  return asked.format === 'bundle' ? 'record' : 'introductions';
};

const spanOf = ({ from, to }: Days): string => (from === to ? from : `${from}-to-${to}`);

const timeOf = (asked: AskedExport, today: string): string => {
  if (asked.format !== 'bundle') return spanOf(asked);
  const { of } = asked;
  if (of.kind === 'session') return `session-${of.id}`.replaceAll(/[^A-Za-z0-9_-]/gu, '-');
  return of.kind === 'all' ? `to-${today}` : spanOf(of);
};

/** What a file is called where it is saved: letters, digits, `-` and `.`. */
export const nameOfFile = (asked: AskedExport, today: string): string =>
  `bedside-hello-${subjectOf(asked)}-${timeOf(asked, today)}.${extensionOf(asked)}`;
