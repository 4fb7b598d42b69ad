import { parentPort, workerData } from 'node:worker_threads';
import { databaseFile } from '../folder.ts';
import { verifyFolder } from '../verify/folder.ts';
import { isSoundFile } from './start-check.ts';

/** Reads a record in this thread. What it is told and what it answers are of the kind that `beside` gives and takes. */
const { work, folder } = workerData as { work: 'verify' | 'look-over'; folder: string };
const found =
  work === 'verify'
    ? verifyFolder(folder, { key: null, anchors: [], witnesses: [] }).answer
    : isSoundFile(databaseFile(folder));
parentPort?.postMessage(found);
