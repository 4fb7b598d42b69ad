import { workerData } from 'node:worker_threads';
import * as z from 'zod';

/**
 * A thread that kills its whole process, so many microseconds after the moment is given: closer than another process could,
 * and in the middle of a system call of the main thread as well as between two. `clock`: [0] is 1 from that moment on.
 */
const { clock, microseconds } = z
  .object({ clock: z.instanceof(Int32Array), microseconds: z.number() })
  .parse(workerData);
Atomics.store(clock, 1, 1);
Atomics.notify(clock, 1);
Atomics.wait(clock, 0, 0);
Atomics.wait(clock, 2, 0, microseconds / 1000);
process.kill(process.pid, 'SIGKILL');
