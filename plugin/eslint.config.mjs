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
]);
