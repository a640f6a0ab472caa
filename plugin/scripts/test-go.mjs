// Vets and tests the backend, against a running service where one can be started; says loudly what was left out.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../scripts/steps.mjs';
import { hasGo } from './go.mjs';
import { canStartService, startService } from './real-service.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const loudly = (text) => console.warn(`\n*** SKIPPED: ${text} ***\n`);
const said = (command, args) => spawnSync(command, args, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';

/** The race detector needs a C compiler. */
function canDetectRaces() {
  const [compiler = ''] = said('go', ['env', 'CC']).split(' ');
  return said('go', ['env', 'CGO_ENABLED']) === '1' && said(compiler, ['--version']) !== '';
}

async function test() {
  const unformatted = said('gofmt', ['-l', 'pkg']);
  if (unformatted !== '') {
    console.error(`Not formatted by gofmt:\n${unformatted}`);
    return 1;
  }
  const vetted = await run('go', ['vet', './...'], { cwd: root });
  if (vetted !== 0) return vetted;
  const race = canDetectRaces() ? ['-race'] : [];
  if (race.length === 0) loudly('the backend was tested without looking for races, because there is no C compiler.');
  const service = canStartService() ? await startService() : undefined;
  if (!service) loudly('the backend was not tested against the service, because its packages are not installed.');
  try {
    return await run('go', ['test', ...race, ...process.argv.slice(2), './...'], { cwd: root, env: service?.env });
  } finally {
    await service?.stop();
  }
}

// What was started is ended, and what was made removed, when this program exits.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
if (hasGo()) process.exitCode = await test();
else loudly('the backend was not tested, because there is no go on the PATH.');
