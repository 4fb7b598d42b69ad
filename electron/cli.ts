import { type CliCommand, Misuse } from './cli/command.ts';
import { plainly } from './problem.ts';

/** Each command is loaded only when it is asked for: `serve` need not wait for what `import` reads pictures with. */
const commands: Record<string, { summary: string; load: () => Promise<CliCommand> }> = {
  serve: {
    summary: 'runs the kiosk for a browser on this machine',
    load: async () => (await import('./cli/serve.ts')).serveCommand,
  },
  'set-up': {
    summary: 'says where the kiosk stands',
    load: async () => (await import('./cli/set-up.ts')).setUpCommand,
  },
  import: {
    summary: 'reads people and their photos from CSV files, or from FHIR',
    load: async () => (await import('./cli/import.ts')).importCommand,
  },
  schedule: {
    summary: 'reads scheduled sessions from CSV files',
    load: async () => (await import('./cli/schedule.ts')).scheduleCommand,
  },
  export: {
    summary: 'writes the record of introductions to a file',
    load: async () => (await import('./cli/export.ts')).exportCommand,
  },
  report: {
    summary: 'counts the rates of some days, for managers and nightly jobs',
    load: async () => (await import('./cli/report.ts')).reportCommand,
  },
  verify: {
    summary: 'proves that nothing in a record or a bundle of it was changed',
    load: async () => (await import('./cli/verify.ts')).verifyCommand,
  },
  key: {
    summary: 'shows the public keys of this kiosk',
    load: async () => (await import('./cli/key.ts')).keyCommand,
  },
  checkpoint: {
    summary: 'signs the record as it stands, to be kept elsewhere',
    load: async () => (await import('./cli/checkpoint.ts')).checkpointCommand,
  },
  witness: {
    summary: 'countersigns the record of another kiosk',
    load: async () => (await import('./cli/witness.ts')).witnessCommand,
  },
  anchor: {
    summary: 'takes in what another kiosk countersigned',
    load: async () => (await import('./cli/anchor.ts')).anchorCommand,
  },
  hold: {
    summary: 'keeps a session, or days, from being purged',
    load: async () => (await import('./cli/hold.ts')).holdCommand,
  },
  release: {
    summary: 'ends a hold',
    load: async () => (await import('./cli/release.ts')).releaseCommand,
  },
  suggestions: {
    summary: 'shows what people said does not work',
    load: async () => (await import('./cli/suggestions.ts')).suggestionsCommand,
  },
  backup: {
    summary: 'copies the record while the kiosk runs, and verifies the copy',
    load: async () => (await import('./cli/backup.ts')).backupCommand,
  },
  restore: {
    summary: 'puts a backup in the place of the record',
    load: async () => (await import('./cli/restore.ts')).restoreCommand,
  },
  purge: {
    summary: 'deletes what is older than the record is kept for',
    load: async () => (await import('./cli/purge.ts')).purgeCommand,
  },
  simulate: {
    summary: 'fills an empty data folder with invented sessions',
    load: async () => (await import('./cli/simulate.ts')).simulateCommand,
  },
};

const overview = (): string =>
  [
    'Bedside Hello, for administrators.',
    '',
    'npm run -s kiosk -- COMMAND --data DIR …',
    '',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(11)} ${summary}`),
    '',
    'COMMAND --help says more. Exit code: 0 done, 1 not done and why, 2 not understood.',
  ].join('\n');

const main = async ([name, ...words]: string[]): Promise<number> => {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (chosen === undefined) {
    console.error(`There is no command “${name}”.\n\n${overview()}`);
    return 2;
  }
  const { help, run } = await chosen.load();
  if (words.includes('--help') || words.includes('-h')) {
    console.log(`${name} ${chosen.summary}.\n\n${help}`);
    return 0;
  }
  try {
    return await run(words);
  } catch (problem) {
    const sentence = plainly(problem);
    if (sentence === null) throw problem;
    console.error(sentence);
    return problem instanceof Misuse ? 2 : 1;
  }
};

process.exitCode = await main(process.argv.slice(2));
