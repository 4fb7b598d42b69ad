import { type ParseArgsConfig, parseArgs } from 'node:util';
import { PortProblem } from '../serve.ts';
import { FolderProblem } from '../services/device.ts';
import { UnknownSchema } from '../store/migrate.ts';
import { UnsafeDatabase } from '../store/open.ts';

/** A command of the command line. `run` gives the exit code and says on the way what it did. */
export interface CliCommand {
  help: string;
  run(words: string[]): Promise<number>;
}

/** The words of a command could not be understood; the message says which and what is wanted. */
export class Misuse extends Error {}

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

const expected = [Misuse, FolderProblem, PortProblem, UnknownSchema, UnsafeDatabase];
const inWords: Record<string, string> = {
  ENOENT: 'There is no such file or folder',
  EACCES: 'This may not be read or written',
  EISDIR: 'This is a folder, not a file',
  ENOSPC: 'The disk is full',
  SQLITE_NOTADB: 'The database file is not a database of this program',
  SQLITE_BUSY: 'The database is in use by another program',
  SQLITE_CANTOPEN: 'The database file cannot be opened',
  SQLITE_READONLY: 'The database may not be written',
};

/** An expected failure in a sentence; null for a bug, whose trace is wanted. */
export const plainly = (problem: unknown): string | null => {
  if (!(problem instanceof Error)) return null;
  if (expected.some((kind) => problem instanceof kind)) return problem.message;
  if (!('code' in problem) || typeof problem.code !== 'string') return null;
  const words = inWords[problem.code];
  if (words === undefined) return null;
  return 'path' in problem && typeof problem.path === 'string' ? `${words}: ${problem.path}` : `${words}.`;
};
