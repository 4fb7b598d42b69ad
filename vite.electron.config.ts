import { cpSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

const natives = ['electron', 'better-sqlite3', 'sharp'];

/** What is read at run time lies where electron/paths.ts looks for it beside the shipped code. */
const lay = () => {
  cpSync('electron/store/migrations', 'dist/electron/migrations', { recursive: true });
  cpSync('resources/demo', 'dist/resources/demo', {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  });
};

/** Builds Electron's main process into one module. Only what has a native part stays a package. */
export default defineConfig({
  publicDir: false,
  plugins: [{ name: 'lay-run-time-files', closeBundle: lay }],
  // `true` bundles every dependency that is not named as external.
  ssr: { noExternal: true, external: natives },
  build: {
    ssr: 'electron/main.ts',
    outDir: 'dist/electron',
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: {
      external: [...natives, ...builtinModules, /^node:/u],
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});
