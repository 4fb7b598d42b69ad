import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { verifyRecord } from '../../../core/log/verify/record.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { sha256, verify } from '../../log/signer.ts';
import { hasOurSchema, isSound } from '../../store/backup.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import { readHead } from '../../store/log.ts';
import { openReader, type Reader } from '../../store/open.ts';
import { storedRecord } from '../verify/stored-record.ts';
import { type Fault, fault, faultOf } from './fault.ts';

/** What a copy of the record was found to be. */
export interface Verified {
  /** How many entries its log has. */
  size: number;
  /** The SHA-256 of the file, in hex. */
  digest: string;
}

/** Whether a file is a whole and true copy of a record by this version of the program. Reads all of it. */
export const verifyCopy = (file: string): Result<Verified, Fault> =>
  reading(file, (db) => {
    const found = verifyContent(db);
    return found.ok ? ok({ size: found.value, digest: digestOf(file) }) : found;
  });

/** Whether SQLite can read all of a file, and it has the form of a backup. What it holds is not looked at. */
export const verifyFile = (file: string): Result<null, Fault> => reading(file, () => ok(null));

const reading = <Value>(file: string, look: (db: Reader) => Result<Value, Fault>): Result<Value, Fault> => {
  try {
    if (!isAlone(file)) return refuse(fault('not-a-backup'));
    const db = openReader(file);
    try {
      return isSound(db) ? look(db) : refuse(fault('database-damaged'));
    } finally {
      db.close();
    }
  } catch (problem) {
    const found = faultOf(problem);
    return refuse(found.why === 'record-damaged' ? fault('database-damaged') : found);
  }
};

/**
 * Whether the tables are those of this version, every entry and hash of the log holds, and its last checkpoint is of
 * its end; gives how many entries it has.
 */
export const verifyContent = (db: Reader): Result<number, Fault> => {
  if (!hasOurSchema(db)) return refuse(fault('schema-differs'));
  const record = storedRecord(db, []);
  if (record === null) return refuse(fault('not-a-backup'));
  const answer = verifyRecord(record, { key: null, anchors: [], witnesses: [] }, { sha256, verify });
  if (answer.result === 'unreadable') return refuse(fault('database-damaged'));
  if (answer.result === 'bad')
    return refuse(fault(answer.why, answer.entry === null ? '' : `Entry ${answer.entry}:`));
  const { size } = answer;
  return lastCheckpoint.get(db, {})?.size === size && readHead(db)?.size === size
    ? ok(size)
    : refuse(fault('end-not-signed'));
};

/**
 * Whether a file begins as a database of SQLite that is not in WAL mode (sqlite.org/fileformat2.html, 1.3): a backup needs
 * no file beside it, and a database that is in use may.
 */
const isAlone = (file: string): boolean => {
  const start = Buffer.alloc(20);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  return start.toString('latin1', 0, 16) === 'SQLite format 3\0' && start[18] === 1 && start[19] === 1;
};

const pieceLength = 1 << 20;

/** The SHA-256 of a file, in hex. */
export const digestOf = (file: string): string => {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(pieceLength);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
};
