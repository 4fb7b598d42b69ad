import { existsSync, readFileSync } from 'node:fs';
import { originOf } from '../../../core/log/checkpoint.ts';
import { logs } from '../../store/log.ts';
import type { Reader } from '../../store/open.ts';
import { checkpointBy } from '../checkpoint-file.ts';
import { checkpointFile } from '../folder.ts';
import { originBefore } from '../health/began-anew.ts';
import { contradictedIn } from '../health/quarantine.ts';

/** The checkpoints beside the database in a data folder, as text: the newest, and those that it once contradicted. */
export const keptNotes = (folder: string): string[] =>
  [checkpointFile(folder), ...contradictedIn(folder)]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));

/** What checkpoints that were kept beside it say of a record. */
export interface Kept {
  /** Those of its own logs, of what it says that it has of them. */
  notes: string[];
  /** Whether one is of a log that the record knows nothing of: another database was here. */
  isOfAnother: boolean;
}

/**
 * Passed over is what the holder of the record's key did not sign, or was written in half; and checkpoints of a log that
 * the record says it does not have, or not so far: it began anew, or was put back from a backup.
 */
export const keptOf = (db: Reader, notes: readonly string[]): Kept => {
  const known = logs.all(db, {});
  const publicKey = known.at(-1)?.public_key ?? null;
  const before = originBefore(db);
  const kept: Kept = { notes: [], isOfAnother: false };
  for (const note of notes) {
    const checkpoint = publicKey === null ? null : checkpointBy(publicKey, note);
    if (checkpoint === null) continue;
    const at = known.findIndex(({ id }) => originOf(id) === checkpoint.origin);
    const next = known[at + 1]?.began ?? Number.POSITIVE_INFINITY;
    if (at === -1) kept.isOfAnother ||= checkpoint.origin !== before;
    else if (checkpoint.size < next) kept.notes.push(note);
  }
  return kept;
};
