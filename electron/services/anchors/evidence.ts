import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toHex } from '../../../core/log/base64.ts';
import type { Checkpoint } from '../../../core/log/checkpoint.ts';
import { syncFolder } from '../../store/sync-folder.ts';

interface Evidence {
  /** The id of the log. */
  log: string;
  /** The checkpoint that was refused, and the note in which the log's key signed it. */
  refused: Checkpoint & { note: string };
  /** The note that this device countersigned before, and its signature line below that. */
  before: string;
  cosignature: string;
}

/**
 * Keeps, in the folder `evidence` beside the record, a checkpoint that was refused, and below it the one that was
 * countersigned before. Both are notes that the key of the log signed: two histories, by its own signature, whether or not
 * this witness is believed. Gives the name of the file; the same evidence is kept once.
 */
export const keepEvidence = (folder: string, { log, refused, before, cosignature }: Evidence): string => {
  const kept = join(folder, 'evidence');
  const file = join(kept, `${log}-${refused.size}-${toHex(refused.root).slice(0, 16)}.txt`);
  if (existsSync(file)) return file;
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  const partial = `${file}.${process.pid}.partial`;
  const text = `${refused.note}\n${before}${cosignature}`;
  writeFileSync(partial, text, { mode: 0o600, flush: true });
  renameSync(partial, file);
  syncFolder(kept);
  return file;
};
