import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command of the command line to its end, in a process of its own. */
export const kiosk = async (...words: string[]): Promise<Ran> => {
  const child = spawn(process.execPath, ['electron/cli.ts', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    ran.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    ran.err += text;
  });
  [ran.code] = await once(child, 'close');
  return ran;
};
