import i18n from '@grafana/i18n/eslint-plugin';
import { defineConfig } from 'eslint/config';
import scaffolded from './.config/eslint.config.mjs';

export default defineConfig([
  { ignores: ['.config/', 'coverage/', 'dist/', 'node_modules/'] },
  ...scaffolded,
  {
    rules: {
      // As in the rest of the repository: a return on the line of its condition needs no braces.
      curly: ['error', 'multi-line'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    // Every text is translated; src/locales/locales.test.ts holds the files to the source.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.{ts,tsx}', 'src/testing/**'],
    plugins: { '@grafana/i18n': i18n },
    rules: {
      '@grafana/i18n/no-untranslated-strings': 'error',
      '@grafana/i18n/no-translation-top-level': 'error',
    },
  },
]);
