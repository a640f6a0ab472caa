import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Less than a packet is not worth a decoder. */
const LEAST_BYTES = 1_000;

/** Leaves beside each script and style its compressed forms, so that nobody waits while the service compresses. */
function compressed(): Plugin {
  return {
    name: 'switchboard:compressed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.values(bundle)) {
        const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        if (!/\.(js|css)$/.test(file.fileName) || content.length < LEAST_BYTES) continue;
        const path = join(dir, file.fileName);
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
        );
      }
    },
  };
}

/** What stands for a library that Grafana's formats bring along and that nothing here needs. */
const standIn = (name: string): string => fileURLToPath(new URL(`src/app/${name}.ts`, import.meta.url));

/** Everything is served from the origin's root, under names that change with their content. */
export default defineConfig({
  plugins: [react(), compressed()],
  // The service writes a fresh nonce in its place with every answer.
  html: { cspNonce: '{{nonce}}' },
  resolve: {
    alias: [
      // Zones of ten years: what Grafana's formats need them for lies within, all else asks the browser.
      { find: /^moment-timezone$/, replacement: 'moment-timezone/builds/moment-timezone-with-data-10-year-range.js' },
      { find: '@grafana/i18n', replacement: standIn('grafana-texts') },
      { find: 'zod', replacement: standIn('grafana-schemas') },
      { find: /^(dompurify|xss|@braintree\/sanitize-url)$/, replacement: standIn('grafana-sanitizers') },
    ],
    // Of several copies below node_modules the page may run one only.
    dedupe: ['react', 'react-dom', '@mantine/core', '@mantine/hooks'],
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
