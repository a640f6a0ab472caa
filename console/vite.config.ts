import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Everything is served from the origin's root, under names that change with their content. */
export default defineConfig({
  plugins: [react()],
  // The service writes a fresh nonce in its place with every answer.
  html: { cspNonce: '{{nonce}}' },
  resolve: {
    alias: [
      // Zones of ten years: what Grafana's formats need them for lies within, all else asks the browser.
      { find: /^moment-timezone$/, replacement: 'moment-timezone/builds/moment-timezone-with-data-10-year-range.js' },
      { find: '@grafana/i18n', replacement: fileURLToPath(new URL('src/app/grafana-texts.ts', import.meta.url)) },
    ],
    // Of several copies below node_modules the page may run one only.
    dedupe: ['react', 'react-dom', '@mantine/core', '@mantine/hooks', 'dayjs'],
  },
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    // A data: address is nothing that the content security policy lets in as a style or a script.
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 1_500,
    reportCompressedSize: false,
  },
});
