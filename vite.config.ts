import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// What is built is what ships, in whatever environment it is built: React and react-aria look at this.
process.env.NODE_ENV = 'production';

/** The words of what only managers see: as many as all the others. */
const forManagers =
  /resources\/locales\/\w+\/(?:manage|settings|figures|report|exports|people|imports|schedule|sessions|log)\.json/;

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
    // From the device's own disk, where nothing is won by fetching a screen late: a page that stays up over an update
    // could not find it any more. What draws a QR code comes when one is asked for. The words of all languages, more
    // than half of everything, stand apart, so that the limit still tells when the program itself grows.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'words-for-managers', test: forManagers, priority: 1 },
            { name: 'words', test: /resources\/locales\// },
          ],
        },
      },
    },
  },
});
