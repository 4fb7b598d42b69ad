import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Problem } from '../problem.ts';

/** A command of the command line. `run` gives the exit code and says on the way what it did. */
export interface CliCommand {
  help: string;
  run(words: string[]): Promise<number>;
}

/** The words of a command could not be understood; the message says which and what is wanted. */
export class Misuse extends Problem {}

/** Reads options strictly: an unknown one, one without its value, or a word that no option takes, is a Misuse. */
export const readOptions = <Options extends NonNullable<ParseArgsConfig['options']>>(
  words: string[],
  options: Options,
  { files = false } = {},
) => {
  try {
    return parseArgs({ args: words, options, allowPositionals: files, strict: true });
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    throw new Misuse(`${why.replace(/\.?$/u, '.')} --help says more.`);
  }
};

/** The value of an option that must be there. */
export const needed = (value: string | undefined, name: string): string => {
  if (value === undefined || value === '') throw new Misuse(`--${name} is needed. --help says more.`);
  return value;
};

/** The value of an option as a whole number from `least` to `most`. */
export const wholeNumber = (
  value: string | undefined,
  name: string,
  { least = 0, most = Number.MAX_SAFE_INTEGER } = {},
): number => {
  const text = needed(value, name);
  const number = Number(text);
  if (/^\d+$/u.test(text) && number >= least && number <= most) return number;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
  throw new Misuse(`--${name} takes a whole number ${range}, not “${value}”.`);
};

/** The port of an option; 0 is any that is free. */
export const portNumber = (value: string): number => wholeNumber(value, 'port', { most: 65_535 });
