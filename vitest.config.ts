import { defineConfig } from 'vitest/config';

/** Separate processes, not threads: better-sqlite3 and sharp are native. What a test needs it imports. */
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    globals: false,
    // Machines are slow and shared; what is measured here is never time.
    // A child that the machine let wait once is tried again; the default reporter says so beside its name.
    retry: process.env.CI === undefined ? 0 : 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['test/{core,electron,shell,renderer,fault}/**/*.test.{ts,tsx}'],
  },
});
