import { parentPort, workerData } from 'node:worker_threads';
import { type Work, work } from './work.ts';

/** Makes one file in this thread. What it was told is what `makeBeside` gives. */
await work(workerData as Work, (said) => parentPort?.postMessage(said));
