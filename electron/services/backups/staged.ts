import { chmodSync, constants, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { readHead, timeOf } from '../../store/log.ts';
import { UnknownSchema } from '../../store/migrate.ts';
import { openWriter, type Writer } from '../../store/open.ts';
import { databaseFile } from '../device.ts';
import { type Fault, fault, faultOf } from './fault.ts';
import { digestOf, verifyContent, verifyFile } from './verify.ts';

/** How the folder of such a copy is named; some letters follow. */
export const stagingName = 'restoring-';

/** What a backup was found to hold. */
export interface Held {
  /** The id of its newest log. */
  log: string;
  size: number;
  root: Uint8Array;
  /** When its last entry was recorded: wall time with offset, RFC 3339. */
  at: string;
  /** The SHA-256 of the backup, in hex. */
  digest: string;
}

/** A copy of a backup in a folder of its own: verified, with the tables of this version, open. */
export interface Staged {
  held: Held;
  file: string;
  db: Writer;
  /** Closes it and leaves nothing of it but a file that was given another name meanwhile. */
  discard(): void;
}

/** Copies a backup into a folder of its own in this one and verifies all of the copy. A backup that is bad is a Fault. */
export const stage = (from: string, within: string): Result<Staged, Fault> => {
  const folder = mkdtempSync(join(within, stagingName));
  const discard = () => rmSync(folder, { recursive: true, force: true });
  try {
    const staged = stagedIn(from, folder);
    if (!staged.ok) discard();
    return staged;
  } catch (problem) {
    discard();
    return refuse(faultOf(problem));
  }
};

const stagedIn = (from: string, folder: string): Result<Staged, Fault> => {
  // A pipe would be waited for, and a device never ends.
  if (!statSync(from).isFile()) return refuse(fault('not-a-backup'));
  const file = databaseFile(folder);
  copyFileSync(from, file, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  chmodSync(file, 0o600);
  const sound = verifyFile(file);
  if (!sound.ok) return sound;
  const digest = digestOf(file);
  const opened = opening(file);
  if (!opened.ok) return opened;
  const db = opened.value;
  const held = heldIn(db, digest);
  if (!held.ok) {
    db.close();
    return held;
  }
  const discard = () => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return ok({ held: held.value, file, db, discard });
};

/** What a database holds, if all of it holds. */
const heldIn = (db: Writer, digest: string): Result<Held, Fault> => {
  const verified = verifyContent(db);
  if (!verified.ok) return verified;
  const head = readHead(db);
  const at = timeOf.get(db, { seq: verified.value })?.at;
  if (head === null || at === undefined) return refuse(fault('not-a-backup'));
  const { log_id: log, size, root } = head;
  return ok({ log, size, root, at, digest });
};

/** Opens the copy, which brings its tables up to this version. */
const opening = (file: string): Result<Writer, Fault> => {
  try {
    return ok(openWriter(file));
  } catch (problem) {
    if (problem instanceof UnknownSchema) return refuse({ why: 'newer-version', sentence: problem.message });
    // Tables of some other program stand where ours were to be made.
    if (problem instanceof Error && 'code' in problem && problem.code === 'SQLITE_ERROR')
      return refuse(fault('schema-differs'));
    throw problem;
  }
};
