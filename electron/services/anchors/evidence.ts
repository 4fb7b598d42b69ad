import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toHex } from '../../../core/log/base64.ts';
import { type Checkpoint, checkpointText } from '../../../core/log/checkpoint.ts';
import { syncFolder } from '../sync-folder.ts';

interface Evidence {
  /** The id of the log. */
  log: string;
  /** The checkpoint that was refused, and the note in which the log's key signed it. */
  refused: Checkpoint & { note: string };
  /** What this device countersigned before, and its signature line under that. */
  before: Checkpoint;
  cosignature: string;
}

/**
 * Keeps, in the folder `evidence` beside the record, a checkpoint that was refused, and below it the one that was
 * countersigned before. Each is a signed note, so that whoever trusts the key of the log and that of this witness can
 * check both without this device. Gives the name of the file; the same evidence is kept once.
 */
export const keepEvidence = (folder: string, { log, refused, before, cosignature }: Evidence): string => {
  const kept = join(folder, 'evidence');
  const file = join(kept, `${log}-${refused.size}-${toHex(refused.root).slice(0, 16)}.txt`);
  if (existsSync(file)) return file;
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  const partial = `${file}.${process.pid}.partial`;
  const text = `${refused.note}\n${checkpointText(before)}\n${cosignature}`;
  writeFileSync(partial, text, { mode: 0o600, flush: true });
  renameSync(partial, file);
  syncFolder(kept);
  return file;
};
