import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import {
  isCheckpointBy,
  originOf,
  parseCheckpoint,
  type SignedCheckpoint,
} from '../../../core/log/checkpoint.ts';
import { isKeyName, parseVerifierKey, verifierKey } from '../../../core/log/verifier-key.ts';
import { readEntry } from '../../../core/log/verify/entry-form.ts';
import { sha256, verify } from '../../log/signer.ts';
import { lastOfDevice, logs } from '../../store/log.ts';
import type { Reader } from '../../store/open.ts';
import { checkpointFile } from '../folder.ts';
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
    const checkpoint = publicKey === null ? null : signedBy(publicKey, note);
    if (checkpoint === null) continue;
    const at = known.findIndex(({ id }) => originOf(id) === checkpoint.origin);
    const next = known[at + 1]?.began ?? Number.POSITIVE_INFINITY;
    if (at === -1) kept.isOfAnother ||= checkpoint.origin !== before;
    else if (checkpoint.size < next) kept.notes.push(note);
  }
  return kept;
};

/** The checkpoint that the note is, of whatever log, if the holder of this key signed it. */
const signedBy = (publicKey: Uint8Array, note: string): SignedCheckpoint | null => {
  const checkpoint = parseCheckpoint(note);
  if (checkpoint === null || !isKeyName(checkpoint.origin)) return null;
  const key = parseVerifierKey(sha256, verifierKey(sha256, checkpoint.origin, publicKey));
  return key !== null && isCheckpointBy(verify, key, checkpoint) ? checkpoint : null;
};

const logBefore = z.looseObject({ before: z.looseObject({ log: z.string() }) });

/** The origin of the log that was on the device before this one began, by what the record says; null where none is known. */
const originBefore = (db: Reader): string | null => {
  const row = lastOfDevice.get(db, { type: 'log-created' });
  const created = logBefore.safeParse(row === undefined ? null : readEntry(row.bytes)?.data);
  return created.success ? originOf(created.data.before.log) : null;
};
