import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Imports and other globals are refused by lint, which cannot tell `Date.parse` from `Date.now`. */
test('core asks no clock and no chance', () => {
  const core = join(import.meta.dirname, '../../core');
  const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files)
    expect(readFileSync(join(core, file), 'utf8'), file).not.toMatch(
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/u,
    );
});
