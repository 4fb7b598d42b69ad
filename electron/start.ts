import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { Misuse, portNumber, readOptions } from './cli/command.ts';
import { openInBrowser } from './cli/open-in-browser.ts';
import { stopAsked } from './cli/stop-asked.ts';
import { plainly } from './problem.ts';
import { serve } from './serve.ts';
import { build, needsBuild } from './shell/build.ts';
import { chooseHost } from './shell/choose-host.ts';
import { dataFolder } from './shell/data-folder.ts';
import { runElectron } from './shell/run-electron.ts';
import { fetchRuntime, installedRuntime } from './shell/runtime.ts';

const help = `npm start -- [--data DIR] [--port P] [--open]

Starts the kiosk with the invented demo team: in Electron where its runtime can be had, else for a browser here.

  --data DIR  the folder that holds the database and keys; your own data folder if it is left out
  --port P    for a browser: the port on 127.0.0.1; a free one if it is left out
  --open      for a browser: opens the start link; other users of the machine could see it meanwhile`;

const checkout = resolve(import.meta.dirname, '..');

/** Shows the kiosk in Electron until its window is closed; the exit code, or why it could not. */
const inElectron = async (program: string, folder: string, why: string): Promise<number | string> => {
  const window = await runElectron(program, [checkout, `--data=${folder}`, '--demo']);
  if (!window.ok) return `Electron would not start: ${window.problem}`;
  stopAsked().then((signal) => {
    // A terminal sends Ctrl-C to Electron too, and a second one would not let it close in order.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) window.value.stop(signal);
  });
  console.log(
    `Bedside Hello runs in its own window (${why}), with its data in ${folder}. A second display shows the team’s names. There is nothing else to open.`,
  );
  return window.value.ended;
};

const inBrowser = async (options: {
  folder: string;
  port: number;
  open: boolean;
  why: string;
}): Promise<number> => {
  const { folder, port, open, why } = options;
  const host = await serve({ folder, port, demo: true });
  const asked = stopAsked();
  const link = host.startLink();
  const words = [
    `Bedside Hello runs in your browser (${why}), with its data in ${folder}. Open ${link}`,
    `A second display can show the team’s names all the time. Open there ${host.startLink('wall')}`,
  ];
  console.log(words.join('\n'));
  if (open) openInBrowser(link);
  await asked;
  await host.close();
  return 0;
};

const start = async (words: string[]): Promise<number> => {
  const { platform, env } = process;
  const { values } = readOptions(words, {
    data: { type: 'string', default: dataFolder({ platform, env, home: homedir() }) },
    port: { type: 'string', default: '0' },
    open: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const port = portNumber(values.port);
  const folder = resolve(values.data);
  if (needsBuild(checkout)) await build(checkout);
  const place = {
    folder: dirname(createRequire(import.meta.url).resolve('electron/package.json')),
    override: env.ELECTRON_OVERRIDE_DIST_PATH,
  };
  const choice = await chooseHost({
    ...{ platform, env, root: process.getuid?.() === 0 },
    installed: () => installedRuntime(place),
    fetched: () => fetchRuntime(place),
  });
  const { open } = values;
  if (choice.host === 'browser') return inBrowser({ folder, port, open, why: choice.why });
  const ended = await inElectron(choice.program, folder, choice.why);
  return typeof ended === 'number' ? ended : inBrowser({ folder, port, open, why: ended });
};

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (problem) {
  const sentence = plainly(problem);
  if (sentence === null) throw problem;
  console.error(sentence);
  process.exitCode = problem instanceof Misuse ? 2 : 1;
}
