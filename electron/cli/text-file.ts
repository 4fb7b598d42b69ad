import { readFileSync, statSync } from 'node:fs';
import { Problem } from '../problem.ts';
import { Misuse } from './command.ts';

/** More than any request or signature has. */
const mostBytes = 64 * 1024;

/**
 * The one file that a command takes, as text. Ends of lines become LF, and the last line gets one: mail, editors and
 * scanners change them, and nothing that is signed has a CR or ends without LF. Throws a Misuse where none is named or
 * several are, a Problem where it is no short text.
 */
export const onlyText = ([file, ...others]: readonly string[]): string => {
  if (file === undefined || others.length > 0) throw new Misuse('Name one file. --help says more.');
  try {
    if (statSync(file).size <= mostBytes) {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
      return `${text.trimEnd().replaceAll('\r\n', '\n')}\n`;
    }
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem;
  }
  throw new Problem(`${file} is not a short text in UTF-8.`);
};
