import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Every screen and every shape of the room in every language, both sizes of text, by day and by night, in every window. Needs the build. */
const { status } = spawnSync(
  'npx',
  [
    '--no-install',
    'playwright',
    'test',
    '--config',
    'test/e2e/playwright.config.ts',
    'screens.spec.ts',
    'touch.spec.ts',
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, BEDSIDE_SCREENS: 'every' },
    shell: process.platform === 'win32',
  },
);
process.exitCode = status ?? 1;
