import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

/** Everything, one after another; a suite that fails does not hide the next. Ends with `N passed, N failed`. */

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const results = mkdtempSync(join(tmpdir(), 'bedside-hello-test-'));

const run = (title: string, words: string[], env: Record<string, string> = {}): boolean => {
  console.log(`\n== ${title}`);
  const { status } = spawnSync('npx', ['--no-install', ...words], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
};

/** A check that is one test by itself. */
const check = (title: string, words: string[]): Count => {
  const passed = run(title, words);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
};

const readJson = <Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> | null => {
  try {
    return schema.parse(JSON.parse(readFileSync(join(results, name), 'utf8')));
  } catch {
    return null;
  }
};

/** What a runner counted; a runner that fails without a failed test (or without a report) counts as one. */
const counted = (ended: boolean, count: Count | null): Count => {
  if (count === null) return { passed: 0, failed: 1, skipped: 0 };
  return ended || count.failed > 0 ? count : { ...count, failed: 1 };
};

const unit = (): Count => {
  const file = 'unit.json';
  const outputFile = `--outputFile.json=${join(results, file)}`;
  const ended = run('unit, store, API', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    outputFile,
  ]);
  const report = readJson(
    file,
    z.object({
      numPassedTests: z.number(),
      numFailedTests: z.number(),
      numPendingTests: z.number(),
      numTodoTests: z.number(),
    }),
  );
  return counted(
    ended,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
};

const endToEnd = (): Count => {
  const file = 'e2e.json';
  const ended = run(
    'end to end, in a real browser',
    ['playwright', 'test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, file) },
  );
  const stats = z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  });
  const report = readJson(file, z.object({ stats }));
  if (report !== null && report.stats.flaky > 0)
    console.log(`${report.stats.flaky} of these passed only at a second try: look at why.`);
  return counted(
    ended,
    report && {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
    },
  );
};

/** The second verifier has tests of its own, in its own language. */
const secondVerifier = (): Count => {
  console.log('\n== the second verifier, in Python');
  const { status, stderr, error } = spawnSync('python3', ['-m', 'unittest', 'discover'], {
    cwd: new URL('verifier/', import.meta.url),
    encoding: 'utf8',
  });
  if (error !== undefined) {
    console.log('skipped: there is no python3 here');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  console.log(stderr.trim());
  const number = (found: RegExp): number => Number(found.exec(stderr)?.[1] ?? 0);
  const [ran, skipped] = [number(/^Ran (\d+) tests?/m), number(/skipped=(\d+)/)];
  const failed = number(/failures=(\d+)/) + number(/errors=(\d+)/);
  return counted(status === 0, ran === 0 ? null : { passed: ran - failed - skipped, failed, skipped });
};

const counts = [
  check('types', ['tsc', '--noEmit']),
  check('lint, format, layers, cycles', ['biome', 'check', '--error-on-warnings', '.']),
  check('nothing unused', ['knip']),
  check('build of the screens', ['vite', 'build', '--logLevel', 'warn']),
  check('build of the shell', ['vite', 'build', '--config', 'vite.electron.config.ts', '--logLevel', 'warn']),
  unit(),
  secondVerifier(),
  endToEnd(),
];
rmSync(results, { recursive: true, force: true });

const total = (of: keyof Count): number => counts.reduce((sum, count) => sum + count[of], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exitCode = total('failed') === 0 ? 0 : 1;
