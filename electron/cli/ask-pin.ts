import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Misuse } from './command.ts';

/** Where a PIN comes from: a terminal, or whatever else is at standard input. */
interface Input extends NodeJS.ReadableStream {
  isTTY?: boolean;
}

/**
 * Reads a PIN: at a terminal it is asked for twice and not shown, else it is the first line of standard input. Never an
 * argument, which every program on the machine can see. Throws a Misuse where there is none, or the two differ.
 */
export const askPin = async (
  question: string,
  { input = process.stdin, output = process.stderr }: { input?: Input; output?: NodeJS.WritableStream } = {},
): Promise<string> => {
  if (input.isTTY !== true) {
    const [line] = await linesOf(input, 1);
    if (line === undefined || line.trim() === '')
      throw new Misuse('The PIN is read from standard input: there was none.');
    return line.trim();
  }
  const [first, second] = await linesOf(input, 2, (at) => {
    output.write(at === 0 ? `${question}: ` : '\nThe same again: ');
  });
  output.write('\n');
  if (first === undefined || second === undefined) throw new Misuse('No PIN was typed.');
  if (first.trim() !== second.trim()) throw new Misuse('The two are not the same. No manager was named.');
  return first.trim();
};

/** So many lines, or fewer where the input ends; what is typed is not echoed. */
const linesOf = async (input: Input, count: number, ask?: (at: number) => void): Promise<string[]> => {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: silent, terminal: input.isTTY === true });
  const lines: string[] = [];
  try {
    ask?.(0);
    for await (const line of reader) {
      lines.push(line);
      if (lines.length === count) break;
      ask?.(lines.length);
    }
    return lines;
  } finally {
    reader.close();
  }
};
