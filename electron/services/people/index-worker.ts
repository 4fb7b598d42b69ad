import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../store/open.ts';
import { databaseFile } from '../folder.ts';
import { indexOf } from './index-of.ts';

/** Reads all names in this thread. What it is told and what it answers are of the kind that `rosterIndex` gives and takes. */
const { folder, language } = workerData as { folder: string; language: string };
const db = openReader(databaseFile(folder));
try {
  parentPort?.postMessage(indexOf(db, language));
} finally {
  db.close();
}
