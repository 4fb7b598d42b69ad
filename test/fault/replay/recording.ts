import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { after, emptyDisk, found } from './disk.ts';
import type { Change, Operation } from './operation.ts';
import { farewell, type Plan } from './steps.ts';
import { callsIn } from './strace.ts';
import { operationsIn, traced } from './trace.ts';
import { isLeftOut } from './watched.ts';

/** Whether system calls of a child can be written down here. */
export const canTrace =
  process.platform === 'linux' && spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

/** This tree. */
export const ours = fileURLToPath(new URL('../../../', import.meta.url));

const scripts = {
  workload: new URL('./workload.ts', import.meta.url),
  share: new URL('./share.ts', import.meta.url),
};

/** A run of the workload, as strace wrote it down. */
export interface Recording {
  trace: string;
  /** The folder that was watched, empty at the start. */
  watched: string;
  /** The data folder inside of it; '' for the watched folder itself. */
  data: string;
}

/**
 * Runs a script of this folder, as the tree `root` has it, under another program if need be; what it wrote to standard
 * output. Throws where it fails, or where it takes longer than so many milliseconds: then all that it started is ended.
 */
export const run = async (
  root: string,
  script: keyof typeof scripts,
  words: string[],
  { under = [], limit }: { under?: string[]; limit: number },
): Promise<string> => {
  const file = join(root, relative(ours, fileURLToPath(scripts[script])));
  const [program = '', ...args] = [...under, process.execPath, file, ...words];
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const { pid } = child;
  // The group, which it leads: without it strace would leave a workload behind that runs for ever.
  const late = setTimeout(() => pid !== undefined && process.kill(-pid, 'SIGKILL'), limit);
  const [[code, signal], out, problems] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ]);
  clearTimeout(late);
  if (code !== 0 && !out.endsWith(farewell))
    throw new Error(`The ${script} ended with ${code ?? signal}: ${problems}`);
  return out;
};

/** Lets the workload of the tree `root` carry out a plan under strace, in a folder that is empty. */
export const recorded = async (root: string, folder: string, plan: Plan): Promise<Recording> => {
  const [trace, watched, elsewhere] = [
    join(folder, 'trace'),
    join(folder, 'watched'),
    join(folder, 'elsewhere'),
  ];
  mkdirSync(watched);
  mkdirSync(elsewhere);
  const data = plan.folder === 'new' ? 'data' : '';
  const words = [join(watched, data), elsewhere, JSON.stringify(plan)];
  const strace = ['strace', '-qq', '-f', '-xx', '-s', '1048576', '-e', `trace=${traced}`, '-o', trace];
  await run(root, 'workload', words, { under: strace, limit: 30_000 + plan.taps * 500 });
  return { trace, watched, data };
};

export const operationsOf = ({ trace, watched }: Recording): Operation[] =>
  operationsIn(callsIn(readFileSync(trace, 'latin1').split('\n')), watched);

/** Throws unless the operations lead, byte for byte, to the files that the run has left. */
export const explain = (operations: readonly Operation[], { watched }: Recording): void => {
  const isChange = (operation: Operation): operation is Change =>
    operation.change !== 'sync' && operation.change !== 'acknowledged';
  const expected = found(after(emptyDisk, operations.filter(isChange)));
  const there = readdirSync(watched, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(watched, join(item.parentPath, item.name)))
    .filter((path) => !isLeftOut(path));
  const same = (path: string): boolean =>
    expected
      .get(path)
      ?.bytes()
      .equals(readFileSync(join(watched, path))) === true;
  const wrong = [...expected.keys()]
    .filter((path) => !there.includes(path))
    .concat(there.filter((path) => !same(path)));
  if (wrong.length > 0) throw new Error(`The trace does not explain ${wrong.join(', ')}`);
};
