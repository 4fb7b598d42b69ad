import { originOf, signCheckpoint } from '../../core/log/checkpoint.ts';
import { isCheckpointDue } from '../../core/log/checkpoint-due.ts';
import { addCheckpoint, checkpointOf, lastCheckpoint } from '../store/checkpoints.ts';
import { type Head, readHead } from '../store/log.ts';
import type { Reader, Writer } from '../store/open.ts';
import { wallTime } from './clock.ts';
import { commit } from './commit.ts';
import type { Recorder } from './record.ts';
import { sha256 } from './signer.ts';

const headOf = (db: Reader): Head => {
  const head = readHead(db);
  if (head === null) throw new Error('The database has no log');
  return head;
};

/** Whether the log as it stands should be signed, for how much was recorded since it last was, or how long ago that is. */
export const isSigningDue = (db: Reader, now: Date): boolean => {
  const last = lastCheckpoint.get(db, {});
  return isCheckpointDue(
    { size: headOf(db).size, at: now.getTime() },
    last === undefined ? null : { size: last.size, at: Date.parse(last.at) },
  );
};

/** Signs the log as it stands, within a transaction: the checkpoint, a signed note. Once for each size. */
export const signHead = ({ db, signer }: Pick<Recorder, 'db' | 'signer'>, at: string): string => {
  const { log_id, size, root } = headOf(db);
  const known = checkpointOf.get(db, { size });
  if (known !== undefined) return known.note;
  const note = signCheckpoint(sha256, signer, { origin: originOf(log_id), size, root });
  addCheckpoint(db, { size, at, note });
  return note;
};

/** Signs the log as it stands and keeps the checkpoint outside the database too: before an export, a backup, a purge. */
export const signNow = (recorder: Recorder): { size: number; note: string } => {
  const sign = (db: Writer) => ({
    note: signHead(recorder, wallTime(recorder.clock.now())),
    size: headOf(db).size,
  });
  // What was signed once is signed the same way again: nothing is lost where it was not kept.
  const wasKept = (db: Reader) => lastCheckpoint.get(db, {})?.size === headOf(db).size;
  const signed = commit(recorder, sign, { wasKept });
  if (!recorder.db.inTransaction) recorder.keep(signed.note);
  return signed;
};
