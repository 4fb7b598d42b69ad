import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

export const checkout = join(import.meta.dirname, '../..');

/** What ships of the main process, built into a folder of its own with screens as small as can be. */
export const bundled = async () => {
  mkdirSync(join(checkout, 'test-results'), { recursive: true });
  // Within the checkout, so that the bundle finds the packages that stay packages.
  const folder = mkdtempSync(join(checkout, 'test-results', 'bundle-'));
  const dist = join(folder, 'dist');
  await build({
    configFile: join(checkout, 'vite.electron.config.ts'),
    logLevel: 'error',
    build: { outDir: join(dist, 'electron') },
  });
  mkdirSync(join(dist, 'renderer'));
  writeFileSync(join(dist, 'renderer/index.html'), '<!doctype html><title>Bedside Hello</title>');
  return { folder, dist, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
