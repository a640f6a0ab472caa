import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installService } from './install.mjs';
import { run } from './steps.mjs';

/** `npm run import -- FORMAT FILE …`: installs and compiles what is missing, then hands over to the service's own command. */
process.chdir(join(import.meta.dirname, '..'));
// The service's start keeps the packages up to date; they are missing only in a bare checkout.
if (!existsSync('node_modules/csv-parse')) await installService();
if (isStale('server/src', 'server/dist')) {
  process.stderr.write('Compiling the service\n');
  const code = await run('npm', [
    'run',
    '--silent',
    'build',
    '--workspace',
    'server',
    '--',
    '--ignore',
    '**/*.test.ts',
    '--quiet',
  ]);
  if (code !== 0) process.exit(code);
}
await import('../server/dist/ingest/import/main.js');

/** Whether a source is newer than what was compiled from it, or was never compiled. */
function isStale(source, target) {
  return readdirSync(source, { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .some((name) => {
      const compiled = join(target, name.replace(/ts$/, 'js'));
      return !existsSync(compiled) || statSync(compiled).mtimeMs < statSync(join(source, name)).mtimeMs;
    });
}
