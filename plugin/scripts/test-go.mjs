// Vets and tests the backend; says loudly where it cannot.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasGo } from './go.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

if (!hasGo()) {
  console.warn('\n*** SKIPPED: the backend was not tested, because there is no go on the PATH. ***\n');
} else {
  for (const args of [
    ['vet', './...'],
    ['test', './...'],
  ]) {
    const { status } = spawnSync('go', args, { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
}
