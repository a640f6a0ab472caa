import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** What may know what: `ingest -> facts <- rollups`, `facts <- catalogue <- query`; nothing reaches back. */
const layers = {
  facts: ['ingest', 'catalogue', 'query', 'demo', 'tenants', 'http', 'health', 'database'],
  catalogue: ['ingest', 'query', 'demo', 'tenants', 'http', 'health', 'database'],
  query: ['ingest', 'demo'],
  ingest: ['catalogue', 'query', 'demo'],
  tenants: ['ingest', 'catalogue', 'query', 'demo'],
  database: ['ingest', 'facts', 'catalogue', 'query', 'demo', 'tenants'],
};
const frameworks = [
  { regex: '^(@nestjs/|typeorm)', message: 'Plain TypeScript here: frameworks stay in the service around it.' },
];
const beyond = (folders) =>
  folders.map((folder) => ({ regex: `^\\.\\./(\\.\\./)?${folder}/`, message: `This layer does not know ${folder}/.` }));

const layerRules = Object.entries(layers).map(([folder, closed]) => ({
  files: [`server/src/${folder}/**/*.ts`],
  ignores: ['**/*.test.ts', 'server/src/ingest/import/cli.ts', 'server/src/ingest/import/main.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [...beyond(closed), ...(folder === 'facts' || folder === 'catalogue' ? frameworks : [])] },
    ],
  },
}));

/** What is linted with its types. */
const typed = [
  'server/**/*.ts',
  'dashboards/**/*.ts',
  'viz/**/*.ts',
  'console/**/*.{ts,tsx}',
  'plugin/src/**/*.{ts,tsx}',
];

export default tseslint.config(
  {
    ignores: ['**/node_modules/', '**/dist/', '**/coverage/', 'plugin/.config/', '.data/'],
  },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({
    ...config,
    files: typed,
  })),
  {
    files: typed,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNullish: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
          message: 'No `as unknown as`.',
        },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  ...layerRules,
  {
    files: ['server/src/query/{compile,frame}*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [...beyond(layers.query), ...frameworks] }] },
  },
  {
    files: ['dashboards/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'server/src/(?!catalogue/|query/query\\.schema)',
              message: 'Boards know the catalogue and the query model.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', '{server,viz,console}/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      'no-console': 'off',
    },
  },
  prettier,
);
