import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { deviceEvents } from '../../../core/log/device-events.ts';
import { sessionEvents } from '../../../core/session/events.ts';

/** All source in a folder, but for the catalogue itself. */
const sourceOf = (folder: string): string => {
  const root = fileURLToPath(new URL(`../../../${folder}/`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('events.ts'))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n');
};

test('whatever the catalogue says can happen is recorded somewhere', () => {
  const device = sourceOf('electron');
  const never = Object.keys(deviceEvents).filter((type) => !device.includes(`type: '${type}'`));
  expect(never).toEqual([]);
  const rules = sourceOf('core/session');
  expect(Object.keys(sessionEvents).filter((type) => !rules.includes(`'${type}'`))).toEqual([]);
});
