import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Everything is served from the origin's root, under names that change with their content. */
export default defineConfig({
  plugins: [react()],
  // The service writes a fresh nonce in its place with every answer.
  html: { cspNonce: '{{nonce}}' },
  resolve: {
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
