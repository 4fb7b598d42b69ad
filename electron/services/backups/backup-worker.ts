import { parentPort, workerData } from 'node:worker_threads';
import { jobs } from './jobs.ts';

/** Does one job in this thread. What it was told and what it found are of the kind that `beside` gives and expects. */
const { job, input } = workerData as { job: keyof typeof jobs; input: never };
const found: unknown = jobs[job](input, () => parentPort?.postMessage({ say: 'sign' }));
parentPort?.postMessage({ say: 'found', found });
