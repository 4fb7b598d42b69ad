import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { ok, type Result, refuse } from '../../core/result.ts';

export interface Running {
  /** The exit code, once the window is closed. */
  ended: Promise<number>;
  stop: (signal: NodeJS.Signals) => void;
}

/**
 * Starts Electron on this checkout and waits until it says that its window is there. Refuses with the last thing it
 * said where it ended before, as it does where a library of the system is missing.
 */
export const runElectron = async (program: string, args: string[]): Promise<Result<Running, string>> => {
  const electron: ChildProcess = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  const { promise: ready, resolve: isReady } = Promise.withResolvers<boolean>();
  // Chromium says much that is no concern of a person; it is passed on once the window is there.
  let shown = false;
  let last = '';
  electron.once('error', (problem) => {
    last = problem.message;
    end(1);
  });
  electron.once('close', (code) => end(code ?? 1));
  electron.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (!/^ready /mu.test(text)) return;
    shown = true;
    isReady(true);
  });
  electron.stderr?.setEncoding('utf8').on('data', (text: string) => {
    last = text.trim().split('\n').at(-1) ?? last;
    if (shown) process.stderr.write(text);
  });
  const started = await Promise.race([ready, ended.then(() => false)]);
  if (!started) return refuse(last === '' ? 'it ended at once' : last);
  return ok({ ended, stop: (signal) => electron.kill(signal) });
};
