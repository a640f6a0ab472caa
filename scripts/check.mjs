import { installEverything } from './install.mjs';
import { run, runSteps } from './steps.mjs';

/** `npm run check`: types, lint, format, generated files up to date. */
await installEverything();
await runSteps([
  { name: 'types of the server', command: () => run('npx', ['tsc', '--noEmit', '-p', 'server']) },
  { name: 'types of the dashboards', command: () => run('npx', ['tsc', '--noEmit', '-p', 'dashboards']) },
  { name: 'types of the drawing', command: () => run('npx', ['tsc', '--noEmit', '-p', 'viz']) },
  { name: 'types of the console', command: () => run('npx', ['tsc', '--noEmit', '-p', 'console']) },
  { name: 'types of the plugin', command: () => run('npm', ['run', '--silent', 'typecheck', '--workspace', 'plugin']) },
  {
    name: 'lint',
    command: () =>
      run('npx', ['eslint', '--max-warnings', '0', 'server', 'dashboards', 'viz', 'console', 'plugin/src']),
  },
  { name: "the plugin's own lint", command: () => run('npm', ['run', '--silent', 'lint', '--workspace', 'plugin']) },
  { name: 'format', command: () => run('npx', ['prettier', '--check', '--log-level', 'warn', '.']) },
  { name: 'generated files', command: () => run('node', ['scripts/generate.mjs', '--check']) },
]);
