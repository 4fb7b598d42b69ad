import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as z from 'zod';

/**
 * Everything, one after another; a suite that fails does not hide the next. Ends with what failed, by name, and
 * `N passed, N failed`.
 */

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** What failed, and why, in a few lines each: said last, where the end is all that is kept of an output. */
const failures: string[] = [];
const most = 12;
const failed = (title: string, why: string): void => {
  const lines = stripVTControlCharacters(why).split('\n').slice(0, most);
  failures.push([`✗ ${title}`, ...lines.map((line) => `    ${line.slice(0, 300)}`)].join('\n'));
};

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
  if (!passed) failed(title, words.join(' '));
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
      testResults: z.array(
        z.object({
          name: z.string(),
          status: z.string(),
          message: z.string().default(''),
          assertionResults: z.array(
            z.object({
              status: z.string(),
              fullName: z.string(),
              failureMessages: z.array(z.string()).nullable().default([]),
            }),
          ),
        }),
      ),
    }),
  );
  for (const { name, status, message, assertionResults } of report?.testResults ?? []) {
    const broken = assertionResults.filter((one) => one.status === 'failed');
    for (const { fullName, failureMessages } of broken) failed(fullName, (failureMessages ?? []).join('\n'));
    if (status === 'failed' && broken.length === 0) failed(name, message);
  }
  return counted(
    ended,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
};

interface Suite {
  title: string;
  specs: {
    title: string;
    ok: boolean;
    tests: { results: { error?: { message?: string | undefined } | undefined }[] }[];
  }[];
  suites?: Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(
      z.object({
        title: z.string(),
        ok: z.boolean(),
        tests: z.array(
          z.object({
            results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
          }),
        ),
      }),
    ),
    suites: z.array(suite).optional(),
  }),
);

const brokenIn = ({ title, specs, suites = [] }: Suite): { title: string; why: string }[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map((spec) => ({
      title: `${title} › ${spec.title}`,
      why: spec.tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).join('\n'),
    })),
  ...suites.flatMap(brokenIn),
];

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
  const report = readJson(file, z.object({ stats, suites: z.array(suite) }));
  for (const one of (report?.suites ?? []).flatMap(brokenIn)) failed(one.title, one.why);
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
  const broken = number(/failures=(\d+)/) + number(/errors=(\d+)/);
  if (status !== 0)
    failed('the second verifier, in Python', stderr.trim().split('\n').slice(-most).join('\n'));
  const passed = ran - broken - skipped;
  return counted(status === 0, ran === 0 ? null : { passed, failed: broken, skipped });
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
if (failures.length > 0) console.log(`\n${failures.join('\n')}`);

const total = (of: keyof Count): number => counts.reduce((sum, count) => sum + count[of], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exitCode = total('failed') === 0 ? 0 : 1;
