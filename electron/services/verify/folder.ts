import { existsSync } from 'node:fs';
import { type Answer, type Bad, bad } from '../../../core/log/verify/answer.ts';
import type { Trust } from '../../../core/log/verify/bundle.ts';
import { verifyRecord } from '../../../core/log/verify/record.ts';
import { sha256, verify } from '../../log/signer.ts';
import { Problem } from '../../problem.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import type { Reader } from '../../store/open.ts';
import { openAnywhere } from '../../store/open-copy.ts';
import { hasHashes, isIntact } from '../../store/verify.ts';
import { databaseFile } from '../folder.ts';
import { keptNotes, keptOf } from './kept.ts';
import type { Tell } from './progress.ts';
import { storedRecord } from './stored-record.ts';
import { tablesFollow } from './tables.ts';

export interface FolderAnswer {
  answer: Answer;
  /** How far the record is signed; null where that could not be read. */
  signed: number | null;
  /** Whether there is a checkpoint beside the database. */
  kept: boolean;
}

/**
 * Checks the record in a data folder: the database file itself, the record in it, and the tables that follow from it.
 * All of one moment, while a kiosk runs on it or not; writes nothing there; tells now and then how far it is. Throws a
 * Problem where there is no record, and what the file system or SQLite says.
 */
export const verifyFolder = (folder: string, trust: Trust, tell: Tell = () => {}): FolderAnswer => {
  const file = databaseFile(folder);
  if (!existsSync(file)) throw new Problem(`The folder ${folder} holds no record of this program.`);
  // Before the database: it is written after what it vouches for is in there.
  const kept = keptNotes(folder);
  const db = openAnywhere(file);
  try {
    const answer = answerFor(db, trust, kept, tell);
    const signed = answer.result === 'ok' ? (lastCheckpoint.get(db, {})?.size ?? 0) : null;
    return { answer, signed, kept: kept.length > 0 };
  } catch (problem) {
    if (!isDamage(problem)) throw problem;
    return { answer: damaged, signed: null, kept: kept.length > 0 };
  } finally {
    db.close();
  }
};

const damaged: Bad = bad('database', 'database-damaged');

const isDamage = (problem: unknown): boolean =>
  problem instanceof Error &&
  'code' in problem &&
  typeof problem.code === 'string' &&
  problem.code.startsWith('SQLITE_CORRUPT');

const answerFor = (db: Reader, trust: Trust, notes: readonly string[], tell: Tell): Answer => {
  tell({ doing: 'database', done: 0, of: 0 });
  if (!isIntact(db)) return damaged;
  if (!hasHashes(db)) throw new Problem('An older version wrote this record: start the kiosk on it once.');
  const kept = keptOf(db, notes);
  const record = storedRecord(db, kept.notes, tell);
  if (record === null) throw new Problem('There is no record in this database.');
  const answer = verifyRecord(record, trust, { sha256, verify });
  if (answer.result !== 'ok') return answer;
  if (kept.isOfAnother) return bad('anchor', 'another-log');
  return tablesFollow(db, tell) ? answer : bad('tables', 'tables-disagree');
};
