import { cpSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const natives = ['electron', 'better-sqlite3', 'sharp', '@node-rs/argon2'];

/** Lays what is read at run time where electron/paths.ts looks for it beside the shipped code. */
const runTimeFiles = (): Plugin => {
  let out = '';
  return {
    name: 'run-time-files',
    configResolved: ({ build }) => {
      out = build.outDir;
    },
    closeBundle: () => {
      cpSync('electron/store/migrations', join(out, 'migrations'), { recursive: true });
      cpSync('resources/demo', join(out, '../resources/demo'), {
        recursive: true,
        filter: (file) => !file.endsWith('.ts'),
      });
    },
  };
};

/** Builds Electron's main process and the threads beside it. Only what has a native part stays a package. */
export default defineConfig({
  publicDir: false,
  plugins: [runTimeFiles()],
  // `true` bundles every dependency that is not named as external.
  ssr: { noExternal: true, external: natives },
  build: {
    ssr: true,
    outDir: 'dist/electron',
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: {
      input: {
        main: 'electron/main.ts',
        'backup-worker': 'electron/services/backups/backup-worker.ts',
        'check-worker': 'electron/services/health/check-worker.ts',
        'figures-worker': 'electron/services/figures/figures-worker.ts',
        'export-worker': 'electron/services/exports/export-worker.ts',
        'workbook-worker': 'electron/services/imports/workbook/workbook-worker.ts',
        'import-worker': 'electron/services/imports/import-worker.ts',
        'verify-worker': 'electron/services/log-read/verify-worker.ts',
        'index-worker': 'electron/services/people/index-worker.ts',
      },
      external: [...natives, ...builtinModules, /^node:/u],
      // Flat: each module finds the others, and what is laid beside them, next to itself.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
