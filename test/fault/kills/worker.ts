import { hrtime } from 'node:process';
import { Worker } from 'node:worker_threads';
import { placeIn } from '../place.ts';
import { say } from '../tap-once.ts';
import { operationNamed } from './operations.ts';

/**
 * The process that is killed: `node worker.ts OPERATION ROOT WHEN`. WHEN is `prepare`, to make the place once; `never`, to
 * carry the operation out and say how many microseconds it took; or after how many of them it is killed. Each tap is
 * named on standard output when it was acknowledged, not before; then comes `done`, where it gets so far.
 */
const [name = '', root = '', when = ''] = process.argv.slice(2);
const operation = await operationNamed(name);
const place = placeIn(root);

/** Starts the thread that kills this process; gives what sets it off. */
const killAfter = async (microseconds: number): Promise<() => void> => {
  const clock = new Int32Array(new SharedArrayBuffer(12));
  const thread = new Worker(new URL('./killer.ts', import.meta.url), { workerData: { clock, microseconds } });
  thread.on('error', (problem) => {
    throw problem;
  });
  await Atomics.waitAsync(clock, 1, 0).value;
  return () => {
    Atomics.store(clock, 0, 1);
    Atomics.notify(clock, 0);
  };
};

if (when === 'prepare') await operation.prepare(place);
else {
  const go = operation.begin(place, (id) => say(`ack ${id}`));
  const setOff = when === 'never' ? () => {} : await killAfter(Number(when));
  const began = hrtime.bigint();
  say('began');
  setOff();
  await go();
  say(`took ${(hrtime.bigint() - began) / 1000n}`);
  say('done');
  // Whoever is to be killed waits for it.
  if (when !== 'never') await new Promise(() => setInterval(() => {}, 1000));
}
