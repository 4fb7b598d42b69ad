import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'core',
  'electron',
  'renderer',
  'resources',
  'package-lock.json',
  'vite.config.ts',
  'vite.electron.config.ts',
];
const made = ['dist/renderer/index.html', 'dist/electron/main.js'];

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** When anything in a file or folder last changed, in ms; a folder changes when something in it is removed. */
const newest = (path: string): number =>
  Math.max(
    changedAt(path),
    ...(statSync(path, { throwIfNoEntry: false })?.isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => changedAt(join(path, name)))
      : []),
  );

/** Whether what `build` makes in this checkout is missing, or older than what it is made from. */
export const needsBuild = (checkout: string): boolean => {
  const oldest = Math.min(...made.map((file) => changedAt(join(checkout, file))));
  return sources.some((source) => newest(join(checkout, source)) > oldest);
};

/** Makes dist/ with Vite, saying nothing but what goes wrong. */
export const build = async (checkout: string): Promise<void> => {
  const { build: make } = await import('vite');
  for (const name of ['vite.config.ts', 'vite.electron.config.ts'])
    await make({ configFile: join(checkout, name), logLevel: 'error' });
};
