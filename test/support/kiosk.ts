import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CommandInput } from '../../core/session/commands.ts';
import type { DeviceView, StartView } from '../../core/view.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A kiosk in a process of its own, as `kiosk serve` runs it. */
export interface Kiosk {
  /** The address that lets one browser in, once. */
  link: string;
  /** The address that shows one browser the wall view, once. */
  wall: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}

/** Starts the kiosk on a folder and waits until it says that it answers. Throws with what it said if it does not. */
export const startKiosk = async (folder: string, { demo = true, port = 0 } = {}): Promise<Kiosk> => {
  const words = ['electron/cli.ts', 'serve', '--data', folder, '--port', String(port)];
  const child = spawn(process.execPath, demo ? [...words, '--demo'] : words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  let link: string | undefined;
  for await (const line of createInterface(child.stdout)) {
    link ??= line.match(/^ready (\S+)$/)?.[1];
    const wall = line.match(/^wall (\S+)$/)?.[1];
    if (link === undefined || wall === undefined) continue;
    return { link, wall, kill: () => ended(child, 'SIGKILL'), stop: () => ended(child, 'SIGTERM') };
  }
  throw new Error(`The kiosk did not start: ${complaint}`);
};

const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
};

/** A window without a screen: it came in by the start link and asks as the page does. */
export interface Window {
  view(): Promise<DeviceView>;
  start(): Promise<StartView>;
  /** The status of the answer; the command counts as recorded only when this is 200. */
  send(command: CommandInput): Promise<number>;
}

export const openWindow = async ({ link }: Kiosk): Promise<Window> => {
  const { origin } = new URL(link);
  const entered = await fetch(link);
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const get = async (path: string) => (await fetch(`${origin}${path}`, { headers: { cookie } })).json();
  return {
    view: () => get('/api/view'),
    start: () => get('/api/start'),
    send: async (command) => {
      const headers = { cookie, origin, 'content-type': 'application/json' };
      const body = JSON.stringify(command);
      const answer = await fetch(`${origin}/api/commands`, { method: 'POST', headers, body });
      await answer.arrayBuffer();
      return answer.status;
    },
  };
};
