import { existsSync } from 'node:fs';
import { originOf } from '../../../core/log/checkpoint.ts';
import { troubleOfDisk } from '../../problem.ts';
import { readHead } from '../../store/log.ts';
import { openReader } from '../../store/open.ts';
import { databaseFile } from '../folder.ts';
import { markFile, readMark } from './mark.ts';
import { keepLog } from './quarantine.ts';

/**
 * Keeps a copy of the write-ahead log where SQLite cannot read all that was recorded into it, before anything opens the
 * database to write and empties it: what is missing of the record stands there. A few reads.
 */
export const saveUnreadLog = (folder: string, now: Date): void => {
  // Before the database: it only ever goes on from what the mark says.
  const mark = readMark(markFile(folder));
  const log = `${databaseFile(folder)}-wal`;
  if (mark === null || !existsSync(log)) return;
  try {
    const db = openReader(databaseFile(folder));
    try {
      const head = readHead(db);
      if (head !== null && originOf(head.log_id) === mark.origin && head.size < mark.size)
        keepLog(folder, now);
    } finally {
      db.close();
    }
  } catch (problem) {
    // Whoever opens it to write finds out, and says so.
    if (troubleOfDisk(problem) === null) throw problem;
  }
};
