import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Attack } from './attack.ts';

const ours = fileURLToPath(new URL('../../../', import.meta.url));

/** What the product and its tests are made of. */
const parts = [
  ...['package.json', 'tsconfig.json', 'vitest.config.ts', 'core', 'electron', 'renderer', 'resources'],
  ...['test/core', 'test/electron', 'test/renderer', 'test/support', 'docs'],
];

const report = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }),
  ),
});

/** `found`: the test failed without the guard; `missed`: it passed; `not-run`: nothing says either. */
export type Seen = 'found' | 'missed' | 'not-run';

/**
 * Tries attacks on a copy of this tree, each without the guard that stands in its way, and says of each whether its test
 * fails then. With `whole` nothing is taken out: then every test has to pass.
 */
export async function* tryAttacks(
  attacks: readonly Attack[],
  { whole = false } = {},
): AsyncGenerator<{ attack: Attack; seen: Seen }> {
  const root = mkdtempSync(join(tmpdir(), 'bedside-hello-attacked-'));
  try {
    for (const part of parts) cpSync(join(ours, part), join(root, part), { recursive: true });
    symlinkSync(join(ours, 'node_modules'), join(root, 'node_modules'));
    for (const attack of attacks) {
      const before = new Map(attack.edits.map(([file]) => [file, readFileSync(join(root, file), 'utf8')]));
      if (!whole) takeOut(root, attack);
      yield { attack, seen: ranIn(root, attack.test) };
      for (const [file, text] of before) writeFileSync(join(root, file), text);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const takeOut = (root: string, { edits }: Attack): void => {
  for (const [file, from, to] of edits) {
    const pieces = readFileSync(join(root, file), 'utf8').split(from);
    if (pieces.length !== 2) throw new Error(`${file} has “${from}” ${pieces.length - 1} times`);
    writeFileSync(join(root, file), pieces.join(to));
  }
};

/** A sentence as it is the same for each of its cases. */
export const commonTo = (sentence: string): string => sentence.split('%')[0] ?? '';

const ranIn = (root: string, [file, sentence]: Attack['test']): Seen => {
  const output = join(root, 'report.json');
  const pattern = commonTo(sentence).replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  rmSync(output, { force: true });
  spawnSync(
    'npx',
    ['--no-install', 'vitest', 'run', file, '-t', pattern, '--reporter=json', `--outputFile=${output}`],
    {
      cwd: root,
      stdio: 'ignore',
      shell: process.platform === 'win32',
      env: { ...process.env, CI: undefined },
    },
  );
  try {
    const { testResults } = report.parse(JSON.parse(readFileSync(output, 'utf8')));
    const ran = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed' || status === 'failed');
    if (ran.length === 0) return 'not-run';
    return ran.some(({ status }) => status === 'failed') ? 'found' : 'missed';
  } catch {
    return 'not-run';
  }
};
