import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** How a child process ended, and what it had said until then. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Whole lines of standard output; half a line at a kill is not one. */
  lines: string[];
  problems: string;
}

/** Longer than anything that is killed or failed here takes, in milliseconds: what takes longer hangs. */
const patience = 30_000;

/** Runs a program to its end, whatever that is; what takes too long is killed. */
export const ended = async (
  words: string[],
  { env = {}, limit = patience }: { env?: Record<string, string>; limit?: number } = {},
): Promise<Ended> => {
  const [program = '', ...args] = words;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    detached: true,
  });
  const { pid } = child;
  // The group, which it leads: without its strace a child would be left behind that runs for ever.
  const late = setTimeout(() => pid !== undefined && process.kill(-pid, 'SIGKILL'), limit);
  const [[code, signal], out, problems] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  clearTimeout(late);
  return { code, signal, lines: out.split('\n').slice(0, -1), problems };
};

/** The ids after a word, as in `ack ID`. */
export const said = ({ lines }: Pick<Ended, 'lines'>, word: string): string[] =>
  lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));

/** Does some work for each of these, so many at a time; gives what came of it in their order. */
export const inParallel = async <Item, Value>(
  items: readonly Item[],
  width: number,
  work: (item: Item, index: number) => Promise<Value>,
): Promise<Value[]> => {
  const done: Value[] = [];
  const queue = items.entries();
  const one = async (): Promise<void> => {
    for (const [index, item] of queue) done[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: width }, one));
  return done;
};

/** Does some work with a folder of its own, in memory where there is such a disk: what a sync costs says nothing here. */
export const withScratch = async <Value>(work: (folder: string) => Promise<Value>): Promise<Value> => {
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(join(realpathSync(memory), 'bedside-hello-fault-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
