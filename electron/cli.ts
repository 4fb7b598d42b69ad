import { exportCommand } from './cli/export.ts';
import { importCommand } from './cli/import.ts';
import { scheduleCommand } from './cli/schedule.ts';
import { serveCommand } from './cli/serve.ts';
import { setUpCommand } from './cli/set-up.ts';
import { simulateCommand } from './cli/simulate.ts';
import { type CliCommand, Misuse, plainly } from './cli/command.ts';

const commands: Record<string, CliCommand> = {
  serve: serveCommand,
  'set-up': setUpCommand,
  import: importCommand,
  schedule: scheduleCommand,
  export: exportCommand,
  simulate: simulateCommand,
};

const overview = (): string =>
  [
    'Bedside Hello, for administrators.',
    '',
    'npm run -s kiosk -- COMMAND --data DIR …',
    '',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`),
    '',
    'COMMAND --help says more. Exit code: 0 done, 1 not done and why, 2 not understood.',
  ].join('\n');

const main = async (words: string[]): Promise<number> => {
  const [name = '--help', ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return words.length === 0 ? 2 : 0;
  }
  const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (chosen === undefined) {
    console.error(`There is no command “${name}”.\n\n${overview()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`${chosen.summary}\n\n${chosen.help}`);
    return 0;
  }
  try {
    return await chosen.run(rest);
  } catch (problem) {
    const sentence = plainly(problem);
    if (sentence === null) throw problem;
    console.error(sentence);
    return problem instanceof Misuse ? 2 : 1;
  }
};

process.exitCode = await main(process.argv.slice(2));
