import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '../../renderer');

/** What asks the wall clock how long something took, or when it was. */
const byTheWall = /Date\.now\(|timeOrigin/u;

test('no screen measures by the wall clock: a clock that is set must not take an undo away, or hold back a correction', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: renderer }).filter(
    (file) => file !== join('device', 'clock.ts'),
  );
  expect(files.length).toBeGreaterThan(100);
  const measuring = files.filter((file) => byTheWall.test(readFileSync(join(renderer, file), 'utf8')));
  expect(measuring).toEqual([]);
});
