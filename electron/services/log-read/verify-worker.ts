import { parentPort, workerData } from 'node:worker_threads';
import { verifyFolder } from '../verify/folder.ts';

/** Checks the record of a folder in this thread and says how far it is, then the answer. See verification.ts. */
const { folder, anchors } = workerData as { folder: string; anchors: string[] };
const { answer } = verifyFolder(folder, { key: null, anchors, witnesses: [] }, (progress) =>
  parentPort?.postMessage({ progress }),
);
parentPort?.postMessage({ answer });
