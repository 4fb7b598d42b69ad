import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../store/open.ts';
import { databaseFile } from '../folder.ts';
import { type ImportJob, planFiles } from './work.ts';

/** Finds out in this thread what files would change; what it is told is of the kind that `planBeside` gives. */
const { folder, badgeKey, now, job } = workerData as {
  folder: string;
  badgeKey: Uint8Array;
  now: number;
  job: ImportJob;
};
const db = openReader(databaseFile(folder));
try {
  const clock = { now: () => new Date(now), mono: () => 0 };
  const files = job.files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) }));
  parentPort?.postMessage(await planFiles({ db, badgeKey, clock, newId: randomUUID }, { ...job, files }));
} finally {
  db.close();
}
