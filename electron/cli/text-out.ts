import { type NewFile, newFile } from '../services/exports/file.ts';

/** Where a command writes a text that somebody else's program reads: a file, or the standard output. */
export interface TextOut {
  write(text: string): Promise<void>;
  /** Says something to a person, beside the text and never in it. */
  say(sentence: string): void;
  /** Leaves nothing behind of what was not written. */
  discard(): void;
}

/** Throws as `newFile` does, before anything is asked of the record in the folder `data`. */
export const textOut = (name: string | undefined, data: string): TextOut =>
  name === undefined ? standardOutput : intoFile(newFile(name, data));

const standardOutput: TextOut = {
  write: async (text) => void process.stdout.write(text),
  say: console.error,
  discard: () => {},
};

const intoFile = ({ write, discard }: NewFile): TextOut => ({
  write: (text) => write([new TextEncoder().encode(text)]),
  say: console.log,
  discard,
});
