import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Problem } from '../problem.ts';

/** A command of the command line. `run` gives the exit code and says on the way what it did. */
export interface CliCommand {
  help: string;
  run(words: string[]): Promise<number>;
}

/** The words of a command could not be understood; the message says which and what is wanted. */
export class Misuse extends Problem {}

/** Reads options strictly: an unknown one, or one without its value, is a Misuse. */
export const readOptions = <Options extends NonNullable<ParseArgsConfig['options']>>(
  words: string[],
  options: Options,
) => {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (problem) {
    throw new Misuse(`${problem instanceof Error ? problem.message : String(problem)} --help says more.`);
  }
};

/** The value of an option that must be there. */
export const needed = (value: string | undefined, name: string): string => {
  if (value === undefined || value === '') throw new Misuse(`--${name} is needed. --help says more.`);
  return value;
};

/** The value of an option as a whole number from `least` on. */
export const wholeNumber = (value: string | undefined, name: string, least = 0): number => {
  const number = Number(needed(value, name));
  if (!Number.isSafeInteger(number) || number < least)
    throw new Misuse(`--${name} takes a whole number from ${least} on, not “${value}”.`);
  return number;
};
