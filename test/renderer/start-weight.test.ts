import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const checkout = join(import.meta.dirname, '../..');
const kilo = 1_000;

let dist = '';
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'bedside-screens-'));
  const configFile = join(checkout, 'vite.config.ts');
  await build({ configFile, root: join(checkout, 'renderer'), logLevel: 'error', build: { outDir: dist } });
}, 120_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(join(dist, 'assets', name), 'utf8');

/** What the page reads before it shows anything: its scripts with all that they import at once, and its styles. */
const atStart = (): { scripts: string[]; styles: string[] } => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/gu)].map(
    ([, name]) => name ?? '',
  );
  const scripts = new Set(named.filter((name) => name.endsWith('.js')));
  for (const name of scripts)
    for (const [, imported] of read(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/gu))
      scripts.add(imported ?? '');
  return { scripts: [...scripts], styles: named.filter((name) => name.endsWith('.css')) };
};

const weight = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + Buffer.byteLength(read(name)), 0);

test('the screen at the bedside begins with no more than it shows', () => {
  const { scripts, styles } = atStart();
  expect(scripts.length).toBeGreaterThan(0);
  // What it was when this was written: 641 kB, of which half is React and what makes it usable by everyone; 274 kB of
  // styles, half of them saying which letters are in which file. Before, with every language and managers’ words: 1,769.
  expect(weight(scripts)).toBeLessThan(690 * kilo);
  expect(weight(styles)).toBeLessThan(300 * kilo);
});

test('what managers read and see, charts, and other languages are in none of it', () => {
  const begins = atStart().scripts.map(read).join('\n');
  const words = (language: string, name: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(checkout, 'resources/locales', language, `${name}.json`), 'utf8'));
  const has = (text: unknown) => typeof text === 'string' && begins.includes(text);
  expect(has(words('en', 'problems').opening)).toBe(true);
  expect(has(words('fr', 'problems').opening)).toBe(false);
  expect(has(words('en', 'figures').rates)).toBe(false);
  expect(has(words('en', 'report').heading)).toBe(false);
  const files = readdirSync(join(dist, 'assets'));
  const languages = files.filter((name) => /^words-[a-z]{2}-/u.test(name));
  expect(languages).toHaveLength(10);
  expect(files.filter((name) => name.startsWith('words-for-managers-'))).toHaveLength(1);
});
