import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ours } from './recording.ts';

/** What a workload and the check of a state are made of. */
const parts = ['package.json', 'core', 'electron', 'resources', 'test/fault', 'test/support'];

/** A piece of the product, and what is put in its place. */
interface Edit {
  file: string;
  from: string;
  to: string;
}

/**
 * Does something with a copy of this tree in which the product was broken on purpose, and takes the copy away again.
 * Throws where a piece is not there exactly once: a sabotage that does nothing proves nothing.
 */
export const withBroken = async <Result>(
  edits: Edit[],
  work: (root: string) => Promise<Result>,
): Promise<Result> => {
  const root = mkdtempSync(join(tmpdir(), 'bedside-hello-broken-'));
  try {
    for (const part of parts) cpSync(join(ours, part), join(root, part), { recursive: true });
    symlinkSync(join(ours, 'node_modules'), join(root, 'node_modules'));
    for (const { file, from, to } of edits) {
      const pieces = readFileSync(join(root, file), 'utf8').split(from);
      if (pieces.length !== 2) throw new Error(`${file} has “${from}” ${pieces.length - 1} times`);
      writeFileSync(join(root, file), pieces.join(to));
    }
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
