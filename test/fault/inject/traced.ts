import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Ended, ended } from '../children.ts';

/** Whether system calls of a child can be made to fail here. */
export const canInject =
  process.platform === 'linux' &&
  spawnSync('strace', ['-f', '-o', '/dev/null', '-e', 'inject=chdir:error=EIO:when=1', 'true']).status === 0;

/** The calls that can change a file, or say that it changed. */
export const calls = [
  ...['fdatasync', 'fsync', 'pwrite64', 'pwritev', 'write', 'writev', 'ftruncate', 'fallocate', 'openat'],
  ...['rename', 'renameat', 'renameat2', 'unlink', 'unlinkat', 'linkat'],
] as const;
type CallName = (typeof calls)[number];

/** Which call fails with what: the one of this number that is made to the files, or that and all after it. */
export interface Point {
  call: CallName;
  number: number;
  error: 'EIO' | 'ENOSPC';
  sticky: boolean;
}

export const pointInWords = ({ call, number, error, sticky }: Point): string =>
  `${call} ${number}${sticky ? ' and all after it' : ''}: ${error}`;

export interface Traced extends Ended {
  /** How often each call was made to the files, by the thread that made it most often. */
  counts: Map<string, number>;
  /** How many calls were made to fail. */
  injected: number;
}

/**
 * Runs a program under strace and counts its calls to some files (`$$` in a path is the id of its process), or makes one
 * of them fail. Each thread counts for itself; a call that does not exist on this machine is left out.
 */
export const traced = async (
  words: string[],
  {
    files,
    trace,
    point,
    env = {},
  }: { files: string[]; trace: string; point?: Point; env?: Record<string, string> },
): Promise<Traced> => {
  const expression = calls.map((call) => `?${call}`).join(',');
  const injection =
    point === undefined
      ? []
      : ['-e', `inject=${point.call}:error=${point.error}:when=${point.number}${point.sticky ? '+' : ''}`];
  const options = [
    '-D',
    '-f',
    '-qq',
    '--seccomp-bpf',
    '-o',
    trace,
    '-e',
    `trace=${expression}`,
    ...injection,
  ];
  // With -D the program keeps the id of the shell, so that the paths in which that stands can be told beforehand.
  const paths = files.flatMap((file) => ['-P', `"${file}"`]).join(' ');
  const end = await ended(['sh', '-c', `exec strace ${paths} "$@"`, 'sh', ...options, ...words], { env });
  const lines = existsSync(trace) ? readFileSync(trace, 'latin1').split('\n') : [];
  return { ...end, ...countsIn(lines) };
};

const countsIn = (lines: string[]): Pick<Traced, 'counts' | 'injected'> => {
  const byThread = new Map<string, number>();
  for (const line of lines) {
    const [, thread, call] = /^(\d+) +(\w+)\(/u.exec(line) ?? [];
    if (call === undefined) continue;
    const key = `${thread} ${call}`;
    byThread.set(key, (byThread.get(key) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [key, count] of byThread) {
    const call = key.split(' ')[1] ?? '';
    counts.set(call, Math.max(counts.get(call) ?? 0, count));
  }
  return { counts, injected: lines.filter((line) => line.includes('(INJECTED)')).length };
};
