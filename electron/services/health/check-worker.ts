import { parentPort, workerData } from 'node:worker_threads';
import { verifyFolder } from '../verify/folder.ts';

/** Checks a record in this thread. What it is told and what it answers are of the kind that the whole check gives and takes. */
const { folder } = workerData as { folder: string };
parentPort?.postMessage(verifyFolder(folder, { key: null, anchors: [], witnesses: [] }).answer);
