import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { buildConsole } from './build.mjs';
import { installEverything } from './install.mjs';
import { has, run, runSteps } from './steps.mjs';

/** `npm test`: from a bare checkout, every test of every workspace. Words after `--` go to the server's tests only. */
const chosen = process.argv.slice(2);
const counted = { passed: 0, failed: 0 };

/** Runs a workspace's Jest and adds its counts to the closing line. */
function jest(workspace) {
  return async () => {
    const results = resolve(`${workspace}/coverage/tests.json`);
    mkdirSync(dirname(results), { recursive: true });
    rmSync(results, { force: true });
    const code = await run('npm', [
      'test',
      '--silent',
      '--workspace',
      workspace,
      '--',
      '--json',
      `--outputFile=${results}`,
    ]);
    if (!existsSync(results)) return code || 1;
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
    counted.passed += numPassedTests;
    counted.failed += numFailedTests;
    return code;
  };
}

await installEverything();
if (chosen.length > 0) {
  process.exitCode = await run('npm', ['test', '--silent', '--workspace', 'server', '--', ...chosen]);
} else {
  const goIsHere = await has('go');
  await runSteps([
    { name: 'server', command: jest('server') },
    { name: 'dashboards', command: jest('dashboards') },
    { name: 'drawing', command: jest('viz') },
    { name: 'console', command: async () => (await buildConsole()) || jest('console')() },
    { name: 'plugin, front end', command: jest('plugin') },
    {
      name: 'plugin, Go',
      command: () => run('npm', ['run', '--silent', 'test:go', '--workspace', 'plugin']),
      ...(goIsHere ? {} : { skipped: 'there is no `go` on the PATH' }),
    },
    ...(existsSync('../shared/data')
      ? []
      : [{ name: 'real data', skipped: 'there is no ../shared/data beside this checkout' }]),
  ]);
  process.stdout.write(`\n${counted.passed} passed, ${counted.failed} failed\n`);
}
