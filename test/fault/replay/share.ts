import { join } from 'node:path';
import { check } from './check.ts';
import { type Found, job, noted, nothingFound } from './found.ts';
import { operationsOf } from './recording.ts';
import { crashStates } from './states.ts';

/**
 * Checks every so-manieth crash state of a recording, as a process of its own: `node share.ts JOB`, the job as JSON;
 * what was found as JSON on standard output.
 */
const { scratch, states, seed, share, of, ...recording } = job.parse(JSON.parse(process.argv[2] ?? ''));
const laid = join(scratch, `state-${share}`);
let found: Found = nothingFound;
let number = 0;
for (const state of crashStates(operationsOf(recording), { states, seed })) {
  if (number % of === share) found = noted(found, state, check(state, laid, join(laid, recording.data)));
  number += 1;
}
process.stdout.write(JSON.stringify(found));
