import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// What is built is what ships, in whatever environment it is built: React and react-aria look at this.
process.env.NODE_ENV = 'production';

/** Words of what only managers see (renderer/i18n/words-for-managers.ts): more than all the others. */
const forManagers =
  /resources\/locales\/\w+\/(?:settings|figures|report|exports|people|imports|schedule|sessions|log)\.json/;

/** The words of one language, but for English, which is said until there are others. */
const words = /resources\/locales\/(?!en\/)(\w+)\//;

/** Builds the screens. Whoever serves index.html replaces NONCE by a fresh value, in the page and in its policy. */
export default defineConfig({
  root: 'renderer',
  plugins: [react()],
  publicDir: false,
  html: { cspNonce: 'NONCE' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    // What the resting screen does not need is not read before it is there: managers' screens and words, what draws a QR
    // code, and each language but English. The languages come as soon as nothing else is to be done, so that a page that
    // stays up over an update has them; test/renderer/start-weight.test.ts says how much a start may be.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'words-for-managers', test: forManagers, priority: 1 },
            { name: (id) => `words-${words.exec(id)?.[1]}`, test: words, debugName: 'words of a language' },
          ],
        },
      },
    },
  },
});
