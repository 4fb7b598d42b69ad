import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { originOf } from '../../../core/log/checkpoint.ts';
import { troubleOfDisk } from '../../problem.ts';
import type { Head } from '../../store/log.ts';

/**
 * How far the record went when it was last written to. A bit that turns over in the write-ahead log makes SQLite take all
 * from there on for never written: without this, taps that were acknowledged would be missing and nobody would notice.
 */
export const markFile = (folder: string): string => join(folder, 'newest.txt');

/** What a mark says: the log, as the origin of its checkpoints, how many entries it had, and the root over them. */
export interface Mark {
  origin: string;
  size: number;
  root: Uint8Array;
}

/**
 * Marks how far the record goes, after COMMIT returned and without a sync: so the mark never says more than is on the disk,
 * and after a power cut it may say less, which is no harm. Always of the same length and within one sector, in place.
 * Where it cannot be written it is left as it is.
 */
export const putMark = (folder: string, { log_id, size, root }: Head): void => {
  const line = `${log_id} ${String(size).padStart(16, '0')} ${Buffer.from(root).toString('hex')}\n`;
  try {
    const file = openSync(markFile(folder), constants.O_WRONLY | constants.O_CREAT, 0o600);
    try {
      writeSync(file, line, 0);
    } finally {
      closeSync(file);
    }
  } catch (problem) {
    if (troubleOfDisk(problem) === null) throw problem;
  }
};

const form = /^([0-9a-f-]{36}) (\d{16}) ([0-9a-f]{64})\n$/u;

/** The mark in a file; null where there is none, or it was written in half. */
export const readMark = (file: string): Mark | null => {
  const [, log, size, root] = form.exec(textOf(file)) ?? [];
  return log === undefined || size === undefined || root === undefined
    ? null
    : { origin: originOf(log), size: Number(size), root: Buffer.from(root, 'hex') };
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
